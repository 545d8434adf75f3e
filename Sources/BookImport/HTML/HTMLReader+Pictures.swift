import BookXML

extension HTMLReader {
  /// How many times as wide as high a picture is that is a line across the page.
  private static let lineRatio = 40

  mutating func readPicture(_ element: XMLElement) {
    guard let source = element["src"], !source.isEmpty else { return }
    let alternative = (element["alt"] ?? "").trimmedBlanks
    if let width = element["width"].flatMap({ Int($0) }),
      let height = element["height"].flatMap({ Int($0) }),
      width > Self.lineRatio * height
    {
      flush()
      blocks.append(.rule)
      return
    }
    let small = source.lowercased()
    if small.hasPrefix("http:") || small.hasPrefix("https:") || small.hasPrefix("//")
      || small.hasPrefix("file:")
    {
      document.leftOut.append(
        LeftOut(.picture, "a picture that is not in the file: \(alternative)", place: place))
      return
    }
    let key = source + "\u{0}" + alternative
    if let known = pictureIDs[key] {
      line.append(TypedRun(.picture(known)))
      return
    }
    let bytes = small.hasPrefix("data:") ? DataAddress.bytes(source) : file(source)
    guard let bytes, bytes.count <= ImportLimits.pictureBytes, let ending = pictureEnding(of: bytes)
    else {
      let fault = bytes.map { pictureAdvice(for: $0) } ?? "is missing"
      document.leftOut.append(
        LeftOut(.picture, "a picture \(fault): \(alternative)", place: place))
      return
    }
    pictureIDs[key] = document.pictures.count
    document.pictures.append(TypedPicture(bytes: bytes, ending: ending, alternative: alternative))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
  }
}
