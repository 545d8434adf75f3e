import BookDiagnostics
import BookModel

/// How text was stored before UTF-8 became usual.
enum OlderEncoding: String, CaseIterable {
  case utf16 = "UTF-16"
  case windows1252 = "Windows-1252"
  case macRoman = "Mac Roman"

  /// Reads a file in an older encoding as such; the message of it, with what to do, where it is in
  /// one.
  static func read(
    _ source: SourceID, of sources: inout SourceFiles, mend: String
  ) -> [Diagnostic] {
    guard let (text, encoding) = decoded(sources[source].bytes) else { return [] }
    sources.replace(source, with: text)
    return [
      Diagnostic(
        .olderEncoding,
        "'\(sources[source].path)' is stored as \(encoding.rawValue), not as UTF-8; it is read as such",
        at: SourceSpan(file: source, start: 0, end: 0), notes: [DiagnosticNote(mend)])
    ]
  }

  /// The text of a file in UTF-8, and how it was stored; nil for a file that is UTF-8 as it should
  /// be, and for one that cannot be told.
  static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], from: OlderEncoding)? {
    if let units = utf16Units(bytes) {
      return (Array(String(decoding: units, as: UTF16.self).utf8), .utf16)
    }
    guard holdsStrayBytesAlone(bytes) else { return nil }
    let readings = [windows1252, macRoman].compactMap { encoding in
      encoding.read(bytes).map { (encoding: encoding, text: $0, odd: oddPlaces(in: $0)) }
    }
    // Of two that fit alike the one that more files are in.
    guard let best = readings.min(by: { $0.odd < $1.odd }) else { return nil }
    let strays = bytes.count { $0 >= 0x80 }
    guard best.odd * oddAtMost <= strays else { return nil }
    return (Array(String(best.text).utf8), best.encoding)
  }

  /// One letter in so many beyond ASCII may stand where none would be expected.
  private static let oddAtMost = 10

  /// Of a hundred letters of a text so many at least are of Latin, whose upper byte is zero.
  private static let latinAtLeast = 75

  /// A file with a byte order mark, or with a zero in nearly every other byte.
  private static func utf16Units(_ bytes: [UInt8]) -> [UInt16]? {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: bytes.count, by: 2)
    let big: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF): big = true
    case (0xFF, 0xFE): big = false
    case (0, 1...): big = true
    case (1..., 0): big = false
    default: return nil
    }
    let marked = bytes[0] >= 0xFE
    let zeros = pairs.count { bytes[big ? $0 : $0 + 1] == 0 }
    guard marked || zeros * 200 >= bytes.count * latinAtLeast else { return nil }
    return pairs.dropFirst(marked ? 1 : 0).map { index in
      let (high, low) = (bytes[big ? index : index + 1], bytes[big ? index + 1 : index])
      return UInt16(high) << 8 | UInt16(low)
    }
  }

  /// Text whose bytes beyond ASCII are no UTF-8 at all: a file in which some are was put together
  /// from several, and nobody can say what the others mean.
  private static func holdsStrayBytesAlone(_ bytes: [UInt8]) -> Bool {
    var hasStrays = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isText = byte >= 0x20 || (0x09...0x0D).contains(byte)
        guard isText else { return false }
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(index + length, bytes.count)
        if String(validating: bytes[index..<end], as: UTF8.self) != nil { return false }
        hasStrays = true
      }
      index += 1
    }
    return hasStrays
  }

  /// Every byte a character; nil where a byte is none in this encoding.
  private func read(_ bytes: [UInt8]) -> [Character]? {
    var text: [Character] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let character = character(byte) else { return nil }
      text.append(character)
    }
    return text
  }

  private func character(_ byte: UInt8) -> Character? {
    if byte < 0x80 { return Character(Unicode.Scalar(byte)) }
    switch self {
    case .utf16: return nil
    case .windows1252: return BookModel.windows1252(byte).map(Character.init)
    case .macRoman:
      let character = Self.upperHalfOfMacRoman[Int(byte) - 0x80]
      return character == "\u{FFFD}" ? nil : character
    }
  }

  /// From 0x80 to 0xFF; https://encoding.spec.whatwg.org, index of macintosh.
  private static let upperHalfOfMacRoman = Array(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{FFFD}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

  /// How often a character beyond ASCII stands where a reader would stumble: a capital behind a
  /// small letter, a symbol between two letters.
  private static func oddPlaces(in text: [Character]) -> Int {
    text.indices.count { index in
      let character = text[index]
      guard !character.isASCII, index > 0 else { return false }
      let before = text[index - 1]
      if character.isLetter { return character.isUppercase && before.isLowercase }
      let isApostrophe = character == "’" || character == "‘" || character == "\u{AD}"
      let isDash = character == "–" || character == "—" || character == "…"
      let after = index + 1 < text.count ? text[index + 1] : " "
      return !isApostrophe && !isDash && before.isLetter && after.isLetter
    }
  }
}
