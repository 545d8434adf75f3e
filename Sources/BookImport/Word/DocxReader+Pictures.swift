import BookModel
import BookXML

extension DocxReader {
  mutating func readPicture(
    _ id: String?, linked: String?, _ alternative: String, _ look: WordRunLook,
    _ around: Surroundings
  ) {
    guard let id, let target = relationships[id], !target.isExternal else {
      if let link = linked ?? id, let target = relationships[link], target.isExternal {
        let where_ = address(target.target) ?? "another file"
        document.leftOut.append(
          LeftOut(.picture, "a picture that is not in the file but at \(where_)", place: place))
      }
      return
    }
    let key = target.target + "\u{0}" + alternative
    if let known = pictureIDs[key] {
      emit(.picture(known), look, around)
      return
    }
    let name = target.target.split(separator: "/").last.map(String.init) ?? ""
    guard let bytes = package.part(target.target, atMost: ImportLimits.pictureBytes) else {
      document.leftOut.append(
        LeftOut(.picture, "the picture '\(name)' is missing, damaged or too large", place: place))
      return
    }
    guard let ending = pictureEnding(of: bytes) else {
      let said = alternative.isEmpty ? "" : ": \(alternative)"
      document.leftOut.append(
        LeftOut(
          .picture,
          "the picture '\(name)' \(pictureAdvice(for: bytes))\(said)", place: place))
      return
    }
    pictureIDs[key] = document.pictures.count
    document.pictures.append(
      TypedPicture(bytes: bytes, ending: ending, alternative: alternative))
    emit(.picture(document.pictures.count - 1), look, around)
  }

  /// A description in words; nil for a name of a file or a path, which Word once put there.
  func alternative(_ text: String?) -> String? {
    guard var text = text?.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      !text.isEmpty
    else { return nil }
    for ending in Self.machineMarks {
      if let range = text.firstRange(of: ending) { text.removeSubrange(range.lowerBound...) }
    }
    text = String(text.reversed().drop { $0 == " " || $0 == "," }.reversed())
    if text.isEmpty || text.contains("\\") || text.contains("://") { return nil }
    let isFileName =
      !text.contains(" ") && text.contains(".")
      && ["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "wmf", "emf", "svg"].contains(
        text.split(separator: ".").last?.lowercased() ?? "")
    return isFileName ? nil : text
  }

  /// What Word adds to descriptions that a machine made.
  private static let machineMarks = [
    "Description automatically generated", "AI-generated content may be incorrect",
  ]
}
