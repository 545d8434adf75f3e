/// A name brought to the form in which it is compared: composed, lower case, signs dropped.
enum FoldedName {
  /// The text cut at commas and parentheses, each field without spaces around it.
  static func fields(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "(" || $0 == ")" }
      .map { part in
        var part = part
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
      }
      .filter { !$0.isEmpty }
  }

  /// Lower-case scalars with marks joined to their letters, so that NFC and NFD are one.
  static func lowercased(_ text: String) -> [UInt32] {
    var text = text
    if let plain = text.withUTF8({ plainLowercased($0) }) { return plain }
    var result: [UInt32] = []
    for scalar in composed(text) {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      for lower in unicode.properties.lowercaseMapping.unicodeScalars { result.append(lower.value) }
    }
    return result
  }

  /// The same of ASCII, byte by byte; nil for other texts.
  private static func plainLowercased(_ text: UnsafeBufferPointer<UInt8>) -> [UInt32]? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return text.map { byte in
      if byte &- 0x41 < 26 { return UInt32(byte | 0x20) }
      return isSpace(UInt32(byte)) ? 0x20 : UInt32(byte)
    }
  }

  /// Marks joined to the letter before them where there is such a letter, else dropped.
  static func composed(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in text.unicodeScalars {
      if Decomposition.isMark(scalar.value) {
        if let last = result.last, let joined = Decomposition.joined(last, scalar.value) {
          result[result.count - 1] = joined
        }
      } else if isSpace(scalar.value) {
        result.append(0x20)
      } else {
        result.append(scalar.value)
      }
    }
    return result
  }

  /// Roman numerals after the first word as numbers: "Elizabeth II" files before "Elizabeth X".
  static func withNumerals(_ field: String) -> String {
    let words = field.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > 1 else { return field }
    var result = [String(words[0])]
    for word in words.dropFirst() {
      result.append(RegnalNumber.value(String(word)).map(String.init) ?? String(word))
    }
    return result.joined(separator: " ")
  }

  /// Signs that do not count in the order of names: apostrophes, quotation marks, points, hyphens.
  ///
  /// A hyphenated compound counts as one word, as Chicago has it.
  static func isIgnored(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x22, 0x27, 0x2D, 0x2E, 0x3A, 0x3B, 0x3F, 0x60, 0xAB, 0xAD, 0xB4, 0xB7, 0xBB, 0x2BC:
      true
    case 0x2010...0x201F, 0x2039, 0x203A: true
    default: Decomposition.isMark(scalar)
    }
  }

  /// Any space that may stand between the words of a name, a line end among them.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2009, 0x200A, 0x202F: true
    default: false
    }
  }

  /// Lower-case ASCII words of a text for slugs: "Núñez, Ana" gives `nunez-ana`.
  static func slug(_ text: String) -> String {
    var text = text
    if let plain = text.withUTF8({ plainSlug($0) }) { return plain }
    var result = ""
    for scalar in lowercased(text) {
      var parts: [UInt32] = []
      Decomposition.append(scalar, to: &parts)
      switch scalar {
      case 0xDF: parts = [0x73, 0x73]
      case 0xE6: parts = [0x61, 0x65]
      case 0x153: parts = [0x6F, 0x65]
      case 0xF8: parts = [0x6F]
      case 0x142: parts = [0x6C]
      case 0x111, 0xF0: parts = [0x64]
      case 0xFE: parts = [0x74, 0x68]
      default: break
      }
      for part in parts {
        if part >= 0x61 && part <= 0x7A || part >= 0x30 && part <= 0x39 {
          result.unicodeScalars.append(Unicode.Scalar(UInt8(part)))
        } else if !Decomposition.isMark(part), part != 0x27, part != 0x2019, !result.isEmpty,
          !result.hasSuffix("-")
        {
          result += "-"
        }
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  /// The same of ASCII, byte by byte; nil for other texts.
  private static func plainSlug(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    let dash = UInt8(ascii: "-")
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if small &- 0x61 < 26 || small &- 0x30 < 10 {
        result.append(small)
      } else if small != UInt8(ascii: "'"), let last = result.last, last != dash {
        result.append(dash)
      }
    }
    if result.last == dash { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text without diacritical marks.
  static func plain(_ text: String) -> String {
    if text.isASCII { return text }
    var result = String.UnicodeScalarView()
    var parts: [UInt32] = []
    for scalar in text.unicodeScalars {
      parts.removeAll(keepingCapacity: true)
      Decomposition.append(scalar.value, to: &parts)
      for part in parts where !Decomposition.isMark(part) {
        switch part {
        case 0xD8: result.append("O")
        case 0xF8: result.append("o")
        case 0x141: result.append("L")
        case 0x142: result.append("l")
        default: if let unicode = Unicode.Scalar(part) { result.append(unicode) }
        }
      }
    }
    return String(result)
  }
}
