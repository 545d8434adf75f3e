/// How the file of a picture is called, by its first bytes; nil for a kind that no book can hold.
func pictureEnding(of bytes: [UInt8]) -> String? {
  func begins(_ signs: [UInt8]) -> Bool { bytes.starts(with: signs) }
  if begins([0x89, 0x50, 0x4E, 0x47]) { return "png" }
  if begins([0xFF, 0xD8, 0xFF]) { return "jpg" }
  if begins([0x47, 0x49, 0x46, 0x38]) { return "gif" }
  if begins([0x52, 0x49, 0x46, 0x46]), bytes.count > 12, bytes[8...11] == [0x57, 0x45, 0x42, 0x50] {
    return "webp"
  }
  let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
  return head.contains("<svg") ? "svg" : nil
}
