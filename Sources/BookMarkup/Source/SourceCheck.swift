package import BookDiagnostics

/// The largest file read as a chapter; spans count bytes in 32 bits.
private let sizeLimit = 512 << 20

/// Checks that a file is UTF-8 made of characters XML can hold.
///
/// The value has the same length as the file and is sound UTF-8: whatever is wrong is replaced by
/// question marks, and the separators of lines and paragraphs U+2028 and U+2029, which word
/// processors copy, are line ends of Markdown. It is nil when the file is no text at all.
package func checkSource(_ bytes: [UInt8], source: SourceID) -> Diagnosed<[UInt8]?> {
  if bytes.count > sizeLimit {
    let message =
      "the file has \(bytes.count >> 20) MB, more than the \(sizeLimit >> 20) a chapter may have"
    return Diagnosed(
      nil, [Diagnostic(.fileTooLarge, message, at: SourceSpan(file: source, start: 0, end: 0))])
  }
  if bytes.count >= 2,
    (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)
  {
    let order = bytes[0] == 0xFF ? "little" : "big"
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .notUTF8, "the file is UTF-16 (\(order)-endian), not UTF-8",
          at: SourceSpan(file: source, start: 0, end: 2),
          notes: [DiagnosticNote("save it again as UTF-8")])
      ])
  }
  if bytes.starts(with: "{\\rtf".utf8) {
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .notUTF8, "the file is RTF, as word processors store it, whatever its name says",
          at: SourceSpan(file: source, start: 0, end: 0),
          notes: [
            DiagnosticNote(
              "let its name end in .rtf, then `bookc import` makes chapters of it; or save it as "
                + "plain text in UTF-8")
          ])
      ])
  }
  var checker = SourceChecker(source: source)
  bytes.withUnsafeBufferPointer { checker.check($0) }
  if checker.isNoText(of: bytes.count) {
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .notUTF8, "the file is no text: it holds what no letter is written with",
          at: SourceSpan(file: source, start: 0, end: 0),
          notes: [
            DiagnosticNote(
              "take it out of the folder, or open it in the program that made it and save it as "
                + "text in UTF-8")
          ])
      ])
  }
  guard !(checker.replacements.isEmpty && checker.separators.isEmpty) else {
    return Diagnosed(bytes, checker.diagnostics)
  }
  var mended = bytes
  for (start, isParagraph) in checker.separators {
    // Two blanks and a line end are a hard one to Markdown, three line ends part paragraphs.
    for i in start..<start + 3 { mended[i] = isParagraph || i == start + 2 ? 0x0A : 0x20 }
  }
  for range in checker.replacements { for i in range { mended[i] = 0x3F } }
  return Diagnosed(mended, checker.diagnostics)
}

/// True for characters that XML 1.0 (production 2, Char) allows in a document.
func isXMLCharacter(_ value: UInt32) -> Bool {
  value == 0x09 || value == 0x0A || value == 0x0D || (value >= 0x20 && value <= 0xD7FF)
    || (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF)
}

/// `U+000B`, as Unicode writes code points.
func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

private struct SourceChecker {
  let source: SourceID
  var diagnostics: [Diagnostic] = []
  var replacements: [Range<Int>] = []
  /// Where U+2028 and U+2029 stand, and which it is.
  var separators: [(start: Int, isParagraph: Bool)] = []
  private var privateUse: (first: Range<Int>, value: UInt32, count: Int)?
  private var badBytes = 0
  private var badCharacters = 0
  /// Bidirectional embeddings, overrides and isolates open in this paragraph.
  private var bidi: [(range: Range<Int>, value: UInt32)] = []

  init(source: SourceID) { self.source = source }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: source, start: range.lowerBound, end: range.upperBound)
  }

  /// Whether a file holds so many characters that no text has that it is a picture, a recording or a
  /// document of another program; texts in older encodings hold none.
  func isNoText(of count: Int) -> Bool {
    badCharacters >= Self.fewestBad && badCharacters * Self.shareOfBad >= count
  }

  private static let fewestBad = 20
  /// One in so many; of random bytes it is one in nine.
  private static let shareOfBad = 50

  mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var i = 0
    let count = bytes.count
    let high: UInt64 = 0x8080_8080_8080_8080
    while i < count {
      // Eight plain ASCII bytes at a time: no high bit, nothing below the space.
      while i + 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if word & high != 0 || (word &- 0x2020_2020_2020_2020) & ~word & high != 0 { break }
        i += 8
      }
      guard i < count else { break }
      let byte = bytes[i]
      if byte < 0x80 {
        if byte < 0x20 { checkControl(byte, at: i) }
        i += 1
      } else {
        i += checkMultibyte(bytes, at: i)
      }
    }
    closeParagraph()
    reportPrivateUse()
    reportOtherBytes()
  }

  private mutating func checkControl(_ byte: UInt8, at i: Int) {
    switch byte {
    case 0x0A, 0x0D: if !bidi.isEmpty { closeParagraph() }
    case 0x09: break
    default: illegal(UInt32(byte), i..<i + 1)
    }
  }

  private mutating func illegal(_ value: UInt32, _ range: Range<Int>) {
    replacements.append(range)
    badCharacters += 1
    guard badCharacters <= 20 else { return }
    let hint =
      switch value {
      case 0x0B: "word processors put it for a line break within a paragraph"
      case 0x0C: "word processors put it for a new page"
      default: nil as String?
      }
    diagnostics.append(
      Diagnostic(
        .illegalCharacter, "the character \(codePoint(value)) may not stand in a book",
        at: span(range), notes: hint.map { [DiagnosticNote($0)] } ?? []))
  }

  /// Checks one character beyond ASCII by Unicode's table 3-7 and returns its length.
  private mutating func checkMultibyte(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = bytes[i]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var isSound = lead >= 0xC2 && lead <= 0xF4 && i + length <= bytes.count
    var k = 1
    while isSound, k < length {
      isSound = bytes[i + k] & 0xC0 == 0x80
      k += 1
    }
    guard isSound else {
      invalid(bytes, at: i)
      return 1
    }
    let value = scalar(bytes, at: i).value
    if length == 3, value < 0x800 || (value >= 0xD800 && value <= 0xDFFF) {
      badSequence(value, i..<i + 3)
    } else if length == 4, value < 0x10000 || value > 0x10FFFF {
      invalid(bytes, at: i)
      return 1
    } else if value == 0xFFFE || value == 0xFFFF {
      illegal(value, i..<i + 3)
    } else {
      note(value, i..<i + length)
    }
    return length
  }

  private mutating func badSequence(_ value: UInt32, _ range: Range<Int>) {
    replacements.append(range)
    badBytes += 1
    guard badBytes == 1 else { return }
    let what =
      value < 0x800
      ? "an overlong form of \(codePoint(value))" : "the lone surrogate \(codePoint(value))"
    diagnostics.append(Diagnostic(.notUTF8, "\(what) is not UTF-8", at: span(range)))
  }

  private mutating func invalid(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) {
    replacements.append(i..<i + 1)
    badBytes += 1
    guard badBytes == 1 else { return }
    let hex = String(bytes[i], radix: 16, uppercase: true)
    var message = "the byte 0x\(hex) is not UTF-8"
    let next = i + 1 < bytes.count ? bytes[i + 1] : 0
    if bytes[i] >= 0x80, next < 0x80 {
      let character = String(UnicodeScalar(bytes[i]))
      message +=
        bytes[i] >= 0xA0
        ? ": the file looks like Latin-1, where it means '\(character)'"
        : ": the file looks like Windows-1252"
    }
    diagnostics.append(Diagnostic(.notUTF8, message, at: span(i..<i + 1)))
  }

  /// Characters that are sound but seldom meant.
  private mutating func note(_ value: UInt32, _ range: Range<Int>) {
    switch value {
    case 0x202A...0x202B, 0x202D...0x202E, 0x2066...0x2068: bidi.append((range, value))
    case 0x202C, 0x2069: if !bidi.isEmpty { bidi.removeLast() }
    case 0x2028: separators.append((range.lowerBound, false))
    case 0x2029:
      separators.append((range.lowerBound, true))
      if !bidi.isEmpty { closeParagraph() }
    case 0x85: if !bidi.isEmpty { closeParagraph() }
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD:
      if let (first, value, count) = privateUse {
        privateUse = (first, value, count + 1)
      } else {
        privateUse = (range, value, 1)
      }
    default: break
    }
  }

  private mutating func closeParagraph() {
    for (range, value) in bidi.prefix(3) {
      diagnostics.append(
        Diagnostic(
          .bidiUnclosed,
          "the direction mark \(codePoint(value)) is never closed and turns the paragraph round",
          at: span(range)))
    }
    bidi.removeAll()
  }

  private mutating func reportPrivateUse() {
    guard let (range, value, count) = privateUse else { return }
    let more = count > 1 ? " (and \(count - 1) more here)" : ""
    diagnostics.append(
      Diagnostic(
        .privateUse,
        "the character \(codePoint(value)) is for private use and means nothing to others\(more)",
        at: span(range)))
  }

  /// Of many bad bytes the first is told with their number: one program stored them all.
  private mutating func reportOtherBytes() {
    guard badBytes > 1, let first = diagnostics.firstIndex(where: { $0.code == .notUTF8 }) else {
      return
    }
    diagnostics[first].notes.append(
      DiagnosticNote(
        "\(badBytes) bytes of this file are not UTF-8: type these letters again, or store the "
          + "whole file as UTF-8"))
  }
}
