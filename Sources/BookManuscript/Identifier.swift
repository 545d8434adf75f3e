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
