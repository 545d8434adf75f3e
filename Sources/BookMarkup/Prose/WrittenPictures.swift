import BookModel

extension ChapterReader {
  /// The path of an image: where it is written into the chapter as `data:`, that of the file it is
  /// taken out into, whose name comes from its bytes.
  mutating func takenOut(_ path: String) -> String {
    guard path.utf8.count > 5, path.prefix(5).lowercased() == "data:" else { return path }
    guard let (ending, bytes) = writtenPicture(path) else { return path }
    let hash = bytes.withUnsafeBufferPointer { shortHash($0[...]) }
    let name = "picture-\(base32(hash)).\(ending)"
    chapter.writtenPictures[name] = bytes
    return name
  }
}

/// The ending and the bytes of `data:image/png;base64,…`, nil for anything else.
private func writtenPicture(_ address: String) -> (ending: String, bytes: [UInt8])? {
  let text = Array(address.utf8)
  guard let comma = text.firstIndex(of: 0x2C) else { return nil }
  let head = String(decoding: text[5..<comma], as: UTF8.self).lowercased().split(separator: ";")
  let endings = [
    "image/png": "png", "image/jpeg": "jpg", "image/jpg": "jpg", "image/gif": "gif",
    "image/svg+xml": "svg", "image/webp": "webp",
  ]
  guard let kind = head.first, let ending = endings[String(kind)] else { return nil }
  let content = text[(comma + 1)...]
  if head.contains("base64") {
    return base64Decoded(content).map { (ending, $0) }
  }
  return (ending, Array(percentDecoded(String(decoding: content, as: UTF8.self)).utf8))
}
