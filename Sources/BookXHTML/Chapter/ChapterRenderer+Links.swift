import BookDiagnostics
import BookModel

extension ChapterRenderer {
  /// Opens a link if it leads somewhere a book may lead; its words stand in any case.
  ///
  /// What leads nowhere was reported when the manuscript was read.
  mutating func openLink(
    _ destination: String, title: String?, at span: SourceSpan, to out: inout MarkupWriter
  ) -> Bool {
    guard let reference = reference(destination, at: span) else { return false }
    var attributes: [Attribute] = [.href(reference)]
    if let title, !title.isEmpty { attributes.append(.title(title)) }
    out.open(.a, attributes)
    return true
  }

  /// What to write as `href`, nil when there is no such place.
  mutating func reference(_ destination: String, at span: SourceSpan) -> String? {
    if destination.allSatisfy(\.isWhitespace) { return nil }
    switch publication.book.book.target(of: destination, from: index) {
    case .external(let address):
      let scheme = address.prefix { $0 != ":" }.lowercased()
      return Self.schemes.contains(scheme) ? Self.encodedAddress(address) : nil
    case .chapter(let chapter, let fragment):
      let name = publication.documentName(ofChapter: chapter) + documentExtension
      let encoded = fragment.flatMap { $0.isEmpty ? nil : Self.encoded($0) }
      let reference: String
      if chapter == index {
        reference = encoded.map { "#" + $0 } ?? name
      } else {
        reference = name + (encoded.map { "#" + $0 } ?? "")
      }
      links.append(WrittenLink(reference: reference, span: span))
      return reference
    case .missing, .outside: return nil
    }
  }

  /// Schemes that a book may name and a reading system may follow.
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "urn", "ftp",
  ]

  /// The address with bytes encoded that RFC 3986 does not allow in one.
  private static func encodedAddress(_ address: String) -> String {
    encode(address) { byte in
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
      default: false
      }
    }
  }

  /// A fragment with every byte encoded that may not stand in one; letters beyond ASCII stay, as
  /// the ids they name do (RFC 3987).
  static func encoded(_ fragment: String) -> String {
    encode(Book.percentDecoded(fragment)) { byte in
      switch byte {
      case 0x21, 0x24, 0x26...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E, 0x80...0xFF: true
      default: false
      }
    }
  }

  private static func encode(_ words: String, keeps: (UInt8) -> Bool) -> String {
    if words.utf8.allSatisfy(keeps) { return words }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in words.utf8 {
      if keeps(byte) {
        result.append(byte)
      } else {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
