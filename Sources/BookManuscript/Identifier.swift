import BookModel

/// The book's unique identifier: the author's, the ISBN's, else a UUID version 5 (RFC 9562, 5.5)
/// of title, authors and language, so that it stays the same from build to build.
func identifier(of metadata: BookMetadata, given: String?) -> String {
  if let given { return given }
  if let isbn = metadata.isbn { return "urn:isbn:\(isbn)" }
  let authors = metadata.authors.map(\.name).joined(separator: "; ")
  // RFC 9562's namespace for names that are no URL, DNS name, OID or X.500 name does not exist:
  // the URL namespace with a name of our own scheme serves.
  let namespace: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]
  let name = "bookc:\(metadata.title)\n\(authors)\n\(metadata.language)"
  var digest = Array(sha1(namespace + Array(name.utf8)).prefix(16))
  digest[6] = digest[6] & 0x0F | 0x50
  digest[8] = digest[8] & 0x3F | 0x80
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for (index, byte) in digest.enumerated() {
    if [4, 6, 8, 10].contains(index) { text.append(0x2D) }
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return "urn:uuid:" + String(decoding: text, as: UTF8.self)
}

/// SHA-1 (FIPS 180-4), which UUID version 5 asks for; not for security.
func sha1(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
  func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x << n | x >> (32 - n) }
  var padded = message + [0x80]
  while padded.count % 64 != 56 { padded.append(0) }
  let bits = UInt64(message.count) * 8
  for shift in stride(from: 56, through: 0, by: -8) {
    padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
  }
  for block in stride(from: 0, to: padded.count, by: 64) {
    var w = [UInt32](repeating: 0, count: 80)
    for i in 0..<16 {
      w[i] = padded[block + i * 4..<block + i * 4 + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for i in 16..<80 { w[i] = rotated(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for i in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch i {
        case 0..<20: (b & c | ~b & d, 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (rotated(a, 5) &+ f &+ e &+ k &+ w[i], a, rotated(b, 30), c, d)
    }
    for (i, value) in [a, b, c, d, e].enumerated() { state[i] = state[i] &+ value }
  }
  return state.flatMap { word in
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
  }
}
