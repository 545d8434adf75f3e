import BookModel

/// Text of a file that does not say how it is stored: UTF-8, UTF-16 with its mark, else Windows-1252.
func decodedText(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFF, 0xFE]) {
    return decodedUTF16(bytes.dropFirst(2), isBigEndian: false)
  }
  if bytes.starts(with: [0xFE, 0xFF]) {
    return decodedUTF16(bytes.dropFirst(2), isBigEndian: true)
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  if let text = String(validating: body, as: UTF8.self) { return text }
  return String(String.UnicodeScalarView(body.map(decodedByte)))
}

private func decodedUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
  let bytes = Array(bytes)
  let units = stride(from: 0, to: bytes.count - 1, by: 2).map { i in
    let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
    return isBigEndian ? a << 8 | b : b << 8 | a
  }
  return String(decoding: units, as: UTF16.self)
}

/// The character of a byte in Windows-1252; the five bytes that stand for none are themselves.
func decodedByte(_ byte: UInt8) -> Unicode.Scalar { windows1252(byte) ?? Unicode.Scalar(byte) }
