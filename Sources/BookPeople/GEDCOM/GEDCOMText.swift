/// The bytes of a GEDCOM file as text, whatever character set it is in.
enum GEDCOMText {
  /// The text, or why it cannot be read.
  enum Reading {
    case text(String)
    case refused(String)
  }

  static func decode(_ bytes: [UInt8]) -> Reading {
    if bytes.isEmpty { return .refused("the file is empty") }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    // The first byte is the digit 0: its zero neighbour tells UTF-16 without a mark.
    if bytes.count > 1, bytes[0] == 0x30, bytes[1] == 0 { return utf16(bytes[...], isLittle: true) }
    if bytes.count > 1, bytes[0] == 0, bytes[1] == 0x30 {
      return utf16(bytes[...], isLittle: false)
    }
    if bytes.allSatisfy({ $0 < 0x80 }) { return .text(String(decoding: bytes, as: UTF8.self)) }
    let declared = characterSet(bytes)
    switch declared {
    case "ANSEL": return .text(ANSEL.decode(bytes))
    case "ANSI", "LATIN1", "ISO-8859-1", "ISO8859-1", "WINDOWS-1252", "CP1252", "IBM WINDOWS":
      if String(validating: bytes, as: UTF8.self) == nil { return .text(latin1(bytes)) }
      return utf8(bytes)
    default: return utf8(bytes, declared: declared)
    }
  }

  /// How an archive begins, as a GEDZIP is one (APPNOTE 4.3.7).
  private static let zipMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private static func utf8(_ bytes: [UInt8], declared: String = "UTF-8") -> Reading {
    if let text = String(validating: bytes, as: UTF8.self) { return .text(text) }
    if let text = String(validating: joined(bytes), as: UTF8.self) { return .text(text) }
    if bytes.starts(with: zipMark) {
      return .refused("it is an archive: unpack it and give the file in it that ends in '.ged'")
    }
    let why =
      declared.isEmpty || declared.hasPrefix("UTF")
      ? "it is no valid UTF-8" : "its character set '\(declared)' is not one that bookc reads"
    return .refused(why + "; export it again from your program as UTF-8")
  }

  // Programs that count bytes cut a letter in two: its rest stands on the CONC line that follows.
  private static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D, isCut(result),
        let next = continuation(bytes, index)
      {
        index = next
        continue
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  // Whether the bytes end within a letter of several.
  private static func isCut(_ bytes: [UInt8]) -> Bool {
    var count = 0
    for byte in bytes.reversed().prefix(4) {
      count += 1
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return count < length
    }
    return false
  }

  // Where the text of "2 CONC text" on the next line begins.
  private static func continuation(_ bytes: [UInt8], _ end: Int) -> Int? {
    var index = end
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    let tag = Array(" CONC ".utf8)
    guard index + tag.count <= bytes.count, bytes[index..<index + tag.count].elementsEqual(tag)
    else { return nil }
    return index + tag.count
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Reading {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(isLittle ? b << 8 | a : a << 8 | b)
      i += 2
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      return .refused("it is no valid UTF-16")
    }
    return .text(text)
  }

  // What `1 CHAR` says, in capitals.
  private static func characterSet(_ bytes: [UInt8]) -> String {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      if parts.count == 3, parts[0] == "1", parts[1] == "CHAR" {
        return parts[2].uppercased().split(separator: " ").joined(separator: " ")
      }
    }
    return ""
  }

  private static func latin1(_ bytes: [UInt8]) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(Unicode.Scalar(byte)) }
    return String(view)
  }
}

/// ANSEL, ANSI/NISO Z39.47: the old library set in which a mark stands before its letter.
enum ANSEL {
  static func decode(_ bytes: [UInt8]) -> String {
    var scalars: [UInt32] = []
    var marks: [UInt32] = []
    for byte in bytes {
      if let mark = combining[byte] {
        marks.append(mark)
        continue
      }
      scalars.append(letters[byte] ?? (byte < 0x80 ? UInt32(byte) : 0xFFFD))
      for mark in marks {
        if let last = scalars.last, let joined = Decomposition.joined(last, mark) {
          scalars[scalars.count - 1] = joined
        } else {
          scalars.append(mark)
        }
      }
      marks = []
    }
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private static let letters: [UInt8: UInt32] = [
    0xA1: 0x141, 0xA2: 0xD8, 0xA3: 0x110, 0xA4: 0xDE, 0xA5: 0xC6, 0xA6: 0x152, 0xA7: 0x2B9,
    0xA8: 0xB7, 0xA9: 0x266D, 0xAA: 0xAE, 0xAB: 0xB1, 0xAC: 0x1A0, 0xAD: 0x1AF, 0xAE: 0x2BC,
    0xB0: 0x2BB, 0xB1: 0x142, 0xB2: 0xF8, 0xB3: 0x111, 0xB4: 0xFE, 0xB5: 0xE6, 0xB6: 0x153,
    0xB7: 0x2BA, 0xB8: 0x131, 0xB9: 0xA3, 0xBA: 0xF0, 0xBC: 0x1A1, 0xBD: 0x1B0, 0xC0: 0xB0,
    0xC1: 0x2113, 0xC2: 0x2117, 0xC3: 0xA9, 0xC4: 0x266F, 0xC5: 0xBF, 0xC6: 0xA1, 0xCF: 0xDF,
  ]

  private static let combining: [UInt8: UInt32] = [
    0xE0: 0x309, 0xE1: 0x300, 0xE2: 0x301, 0xE3: 0x302, 0xE4: 0x303, 0xE5: 0x304, 0xE6: 0x306,
    0xE7: 0x307, 0xE8: 0x308, 0xE9: 0x30C, 0xEA: 0x30A, 0xEB: 0x361, 0xED: 0x315, 0xEE: 0x30B,
    0xEF: 0x310, 0xF0: 0x327, 0xF1: 0x328, 0xF2: 0x323, 0xF3: 0x324, 0xF4: 0x325, 0xF5: 0x333,
    0xF6: 0x332, 0xF7: 0x326, 0xF8: 0x31C, 0xF9: 0x32E, 0xFE: 0x313,
  ]
}
