import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a `transform` attribute into matrices as PDF writes them, outermost first; nil where it is
/// not understood.
func svgTransform(_ text: String) -> [[Double]]? {
  var matrices: [[Double]] = []
  // A style says units where an attribute has none.
  let plain = text.replacing("px", with: "").replacing("deg", with: "")
  for piece in plain.split(separator: ")") {
    let parts = piece.split(separator: "(", maxSplits: 1)
    guard parts.count == 2 else {
      return String(piece).trimmed.isEmpty ? matrices : nil
    }
    let name = String(parts[0].drop { $0 == "," || $0 == " " || $0 == "\n" }).trimmed
    var scanner = NumberScanner(String(parts[1]))
    var n: [Double] = []
    while let number = scanner.number() { n.append(number) }
    switch (name, n.count) {
    case ("matrix", 6): matrices.append(n)
    case ("translate", 1): matrices.append([1, 0, 0, 1, n[0], 0])
    case ("translate", 2): matrices.append([1, 0, 0, 1, n[0], n[1]])
    case ("scale", 1): matrices.append([n[0], 0, 0, n[0], 0, 0])
    case ("scale", 2): matrices.append([n[0], 0, 0, n[1], 0, 0])
    case ("rotate", 1): matrices.append(rotation(n[0]))
    case ("rotate", 3):
      matrices.append([1, 0, 0, 1, n[1], n[2]])
      matrices.append(rotation(n[0]))
      matrices.append([1, 0, 0, 1, -n[1], -n[2]])
    case ("skewX", 1): matrices.append([1, 0, tan(n[0] * .pi / 180), 1, 0, 0])
    case ("skewY", 1): matrices.append([1, tan(n[0] * .pi / 180), 0, 1, 0, 0])
    default: return nil
    }
  }
  return matrices
}

private func rotation(_ degrees: Double) -> [Double] {
  let angle = degrees * .pi / 180
  return [cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0]
}
