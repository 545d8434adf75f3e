import CZLib

/// zlib's data inflated; nil where they are broken or cut.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
  // No stream of a test's book is longer.
  let limit = 1 << 28
  var room = max(1 << 12, bytes.count * 4)
  while room <= limit {
    var result = [UInt8](repeating: 0, count: room)
    var length = UInt(room)
    let status = uncompress(&result, &length, bytes, UInt(bytes.count))
    if status == Z_OK { return Array(result[..<Int(length)]) }
    if status != Z_BUF_ERROR { return nil }
    room *= 2
  }
  return nil
}
