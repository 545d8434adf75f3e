/// Writes JSON in the order it is told, as UTF-8.
///
/// Keys are written as given: a caller that writes them in a fixed order gets stable bytes.
package struct JSONWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let indents: Bool
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  /// `indents` puts every member of an object or array on a line of its own.
  package init(indents: Bool = true) { self.indents = indents }

  /// An object with the members that `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) { group("{", "}", body) }

  /// An array with the values that `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) { group("[", "]", body) }

  /// An array of strings.
  package mutating func strings(_ values: [String]) {
    array { json in for value in values { json.string(value) } }
  }

  /// The name of the member whose value follows.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if indents { bytes.append(UInt8(ascii: " ")) }
    afterKey = true
  }

  /// A string value, or null.
  package mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// An integer value, or null.
  package mutating func integer(_ value: Int?) {
    separate()
    bytes.append(contentsOf: value.map { String($0).utf8 } ?? "null".utf8)
    needsComma = true
  }

  /// A number with at most three decimals.
  package mutating func decimal(_ value: Double) {
    separate()
    let thousandths = Int((value * 1000).rounded())
    var text = String(abs(thousandths))
    text = String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
    let cut = text.index(text.endIndex, offsetBy: -3)
    bytes.append(contentsOf: "\(thousandths < 0 ? "-" : "")\(text[..<cut]).\(text[cut...])".utf8)
    needsComma = true
  }

  /// True or false.
  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
    needsComma = false
  }

  private mutating func newLine() {
    guard indents else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func group(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    let start = bytes.count
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if bytes.count > start { newLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { letters in
      let isPlain = letters.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
      if isPlain { bytes.append(contentsOf: letters) } else { escape(letters) }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ letters: UnsafeBufferPointer<UInt8>) {
    for byte in letters {
      switch byte {
      case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: Array("\\u00".utf8))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
  }
}
