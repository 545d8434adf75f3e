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

/// The bytes that base 64 stands for (RFC 4648, section 4, also section 5), nil where it is none.
private func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  var result: [UInt8] = []
  result.reserveCapacity(text.count / 4 * 3)
  var bits: UInt32 = 0
  var count = 0
  for byte in text {
    let value: UInt8
    switch byte {
    case 0x41...0x5A: value = byte - 0x41
    case 0x61...0x7A: value = byte - 0x61 + 26
    case 0x30...0x39: value = byte - 0x30 + 52
    case 0x2B, 0x2D: value = 62
    case 0x2F, 0x5F: value = 63
    case 0x3D: continue
    case _ where byte.isASCIISpace: continue
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    count += 6
    if count >= 8 {
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return result.isEmpty ? nil : result
}
