/// Reads EDTF from bytes by recursive descent without recursion deeper than three calls.
struct EDTFParser {
  private var bytes: ArraySlice<UInt8>

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The expression that all the bytes together are, nil when they are none.
  static func parse(_ bytes: [UInt8]) -> EDTF? {
    guard let first = bytes.first, bytes.count <= 4096, bytes.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return set(bytes) }
    if bytes.contains(UInt8(ascii: "/")) { return interval(bytes) }
    if let t = bytes.firstIndex(of: UInt8(ascii: "T")) {
      return dateTime(bytes[..<t], bytes[(t + 1)...])
    }
    // A sign before a component is level 2 even where one behind the whole date says the same.
    return date(bytes[...]).map { EDTF(value: .date($0), level: max($0.level, signLevel(bytes))) }
  }

  private static func signLevel(_ bytes: [UInt8]) -> Int {
    let signs = Array("?~%".utf8)
    return bytes.dropLast().contains { signs.contains($0) } ? 2 : 0
  }

  // MARK: Intervals (4.4) and sets (4.6)

  private static func interval(_ bytes: [UInt8]) -> EDTF? {
    let ends = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard ends.count == 2, let start = endpoint(ends[0]), let end = endpoint(ends[1]) else {
      return nil
    }
    // "05/1953" is a month of a year to whoever writes it, and no century before a year.
    if ends[0].count == 2, ends[1].count == 4, case .date(let date) = start, date.year.omitted == 2,
      (1...12).contains(date.year.number / 100)
    {
      return nil
    }
    var level = 0
    for case .date(let date) in [start, end] {
      // A long year stands alone (A.4.3); an interval has years of four digits.
      if date.year.long != nil || date.year.significantDigits != nil { return nil }
      level = max(level, date.level, date.hasUnspecifiedDigits ? 2 : 0)
    }
    for end in ends { level = max(level, signLevel(Array(end))) }
    if case .date(let a) = start, case .date(let b) = end {
      guard let first = a.firstStart, let last = b.lastStart, first <= last else { return nil }
    } else {
      level = max(level, 1)
    }
    return EDTF(value: .interval(start, end), level: level)
  }

  private static func endpoint(_ bytes: ArraySlice<UInt8>) -> EDTF.Endpoint? {
    if bytes.isEmpty { return .unknown }
    if bytes.elementsEqual("..".utf8) { return .open }
    return date(bytes).map { .date($0) }
  }

  private static func set(_ bytes: [UInt8]) -> EDTF? {
    let isOneOf = bytes[0] == UInt8(ascii: "[")
    guard bytes.count > 2, bytes.last == UInt8(ascii: isOneOf ? "]" : "}") else { return nil }
    var members: [EDTF.Member] = []
    let inner = bytes[1..<bytes.count - 1]
    for piece in inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let member = member(trimmed(piece)) else { return nil }
      members.append(member)
    }
    return EDTF(value: .set(isOneOf ? .oneOf : .allOf, members), level: 2)
  }

  /// Without the blanks around it: the draft that libraries still follow prints a blank behind
  /// each comma of a set.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func member(_ bytes: ArraySlice<UInt8>) -> EDTF.Member? {
    let dot = UInt8(ascii: ".")
    guard let i = bytes.firstIndex(of: dot) else { return date(bytes).map { .date($0) } }
    guard i + 1 < bytes.endIndex, bytes[i + 1] == dot else { return nil }
    let (left, right) = (bytes[..<i], bytes[(i + 2)...])
    if left.isEmpty, right.isEmpty { return nil }
    if left.isEmpty { return date(right).map { .range(nil, $0) } }
    if right.isEmpty { return date(left).map { .range($0, nil) } }
    guard let a = date(left), let b = date(right), let first = a.firstStart,
      let last = b.lastStart, first <= last
    else { return nil }
    return .range(a, b)
  }

  // MARK: Time of day (ISO 8601-1, 5.3)

  private static func dateTime(_ bytes: ArraySlice<UInt8>, _ time: ArraySlice<UInt8>) -> EDTF? {
    guard let date = date(bytes), let day = date.day, day.unspecified == 0,
      date.month?.unspecified == 0, date.year.unspecified == 0, date.year.qualification.isEmpty,
      date.isQualifiedAsAWhole, date.year.long == nil, isTime(Array(time))
    else { return nil }
    return EDTF(
      value: .dateTime(date, time: String(decoding: time, as: UTF8.self)), level: date.level)
  }

  private static func isTime(_ b: [UInt8]) -> Bool {
    func number(_ i: Int) -> Int? {
      guard i + 1 < b.count, isDigit(b[i]), isDigit(b[i + 1]) else { return nil }
      return Int(b[i] - 0x30) * 10 + Int(b[i + 1] - 0x30)
    }
    let colon = UInt8(ascii: ":")
    guard let hour = number(0), b.count >= 8, b[2] == colon, let minute = number(3),
      b[5] == colon, let second = number(6), minute < 60, second < 60,
      hour < 24 || (hour == 24 && minute == 0 && second == 0)
    else { return false }
    var i = 8
    if i < b.count, b[i] == UInt8(ascii: ".") {
      let start = i + 1
      i = start
      while i < b.count, isDigit(b[i]) {
        if hour == 24, b[i] != 0x30 { return false }
        i += 1
      }
      if i == start { return false }
    }
    if i == b.count { return true }
    if b[i] == UInt8(ascii: "Z") { return i + 1 == b.count }
    let isWest = b[i] == UInt8(ascii: "-")
    guard isWest || b[i] == UInt8(ascii: "+"), let hours = number(i + 1) else { return false }
    var minutes = 0
    i += 3
    if i < b.count {
      if b[i] == colon { i += 1 }
      guard let m = number(i), m < 60, i + 2 == b.count else { return false }
      minutes = m
    }
    let shift = hours * 60 + minutes
    // No place is further from UTC, and `-00:00` says nothing (ISO 8601-1, 4.3.13).
    return isWest ? shift > 0 && shift <= 720 : shift <= 840
  }

  // MARK: Dates

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func date(_ bytes: ArraySlice<UInt8>) -> EDTFDate? {
    var parser = EDTFParser(bytes)
    return parser.date()
  }

  private mutating func take(_ byte: Character) -> Bool {
    guard let ascii = byte.asciiValue, bytes.first == ascii else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func qualification() -> EDTFDate.Qualification {
    if take("?") { return .uncertain }
    if take("~") { return .approximate }
    if take("%") { return [.uncertain, .approximate] }
    return []
  }

  private mutating func date() -> EDTFDate? {
    let before = qualification()
    if bytes.first == UInt8(ascii: "Y") {
      guard before.isEmpty, let year = longYear() else { return nil }
      return EDTFDate(year: year, month: nil, day: nil)
    }
    guard var year = year() else { return nil }
    year.qualification = before
    var result = EDTFDate(year: year, month: nil, day: nil)
    result.year.qualification.formUnion(qualification())
    if bytes.isEmpty { return result }
    guard year.omitted == 0, year.significantDigits == nil, take("-"),
      let month = field(allowingSeason: true)
    else { return nil }
    result.month = month
    let afterMonth = qualification()
    result.year.qualification.formUnion(afterMonth)
    result.month?.qualification.formUnion(afterMonth)
    if bytes.isEmpty { return isReal(result) ? result : nil }
    guard month.number < 21, take("-"), let day = field(allowingSeason: false) else { return nil }
    result.day = day
    result = result.qualified(qualification())
    return bytes.isEmpty && isReal(result) ? result : nil
  }

  /// Some day fits the digits: `15XX-02-3X` and `2016-09-31` do not exist.
  private func isReal(_ date: EDTFDate) -> Bool {
    if date.season != nil { return date.month?.unspecified == 0 }
    return date.firstDay != nil
  }

  private mutating func field(allowingSeason: Bool) -> EDTFDate.Field? {
    let before = qualification()
    var field = EDTFDate.Field(0)
    for bit in [UInt8(2), 1] {
      guard let byte = bytes.popFirst() else { return nil }
      field.number *= 10
      if byte == UInt8(ascii: "X") {
        field.unspecified |= bit
      } else if Self.isDigit(byte) {
        field.number += Int(byte - 0x30)
      } else {
        return nil
      }
    }
    field.qualification = before
    if field.unspecified == 0 {
      let isSeason = allowingSeason && (21...41).contains(field.number)
      let isPlain = (1...(allowingSeason ? 12 : 31)).contains(field.number)
      guard isSeason || isPlain else { return nil }
    } else if field.candidates(in: 1...(allowingSeason ? 12 : 31)).isEmpty {
      return nil
    }
    return field
  }

  /// Four digits, or three for a decade, or two for a century (4.5), with `X` for any, or with
  /// `S` and how many of them count (4.7.3).
  private mutating func year() -> EDTFDate.Year? {
    let isNegative = take("-")
    var number = 0
    var digits = 0
    var unspecified: UInt8 = 0
    while let byte = bytes.first, digits < 4 {
      if byte == UInt8(ascii: "X") {
        unspecified = unspecified << 1 | 1
      } else if Self.isDigit(byte) {
        unspecified <<= 1
      } else {
        break
      }
      number = number * 10 + (Self.isDigit(byte) ? Int(byte - 0x30) : 0)
      digits += 1
      bytes.removeFirst()
    }
    guard digits >= 2 else { return nil }
    if digits < 4, unspecified != 0 { return nil }
    if isNegative, number == 0, unspecified == 0 { return nil }
    // A century that has not begun is a year short of its first figures.
    if digits == 2, !isNegative, number > Self.lastCentury { return nil }
    let scale = digits == 4 ? 1 : digits == 3 ? 10 : 100
    var year = EDTFDate.Year(isNegative ? -number * scale : number * scale)
    year.isNegative = isNegative
    year.omitted = 4 - digits
    year.unspecified = unspecified
    if bytes.first == UInt8(ascii: "S") {
      guard digits == 4, unspecified == 0, let significant = significantDigits() else { return nil }
      year.significantDigits = significant
    }
    return year
  }

  /// The century of the 2000s, by its first figures.
  private static let lastCentury = 20

  private mutating func significantDigits() -> Int? {
    guard take("S"), let n = digits(), (1...18).contains(n) else { return nil }
    return n
  }

  private mutating func digits() -> Int? {
    guard let first = bytes.first, Self.isDigit(first) else { return nil }
    var n = 0
    while let byte = bytes.first, Self.isDigit(byte) {
      n = min(n * 10 + Int(byte - 0x30), Self.largest)
      bytes.removeFirst()
    }
    return n
  }

  /// Years beyond are all taken for this one; no memoir goes back so far.
  private static let largest = 100_000_000_000_000_000

  /// `Y` and more than four digits (4.7.1), or an exponent (4.7.2).
  private mutating func longYear() -> EDTFDate.Year? {
    guard take("Y") else { return nil }
    let start = bytes
    let isNegative = take("-")
    guard let first = bytes.first, first != 0x30 else { return nil }
    let before = bytes.count
    guard var number = digits() else { return nil }
    let length = before - bytes.count
    let hasExponent = take("E")
    if hasExponent {
      guard let exponent = digits(), exponent > 0 else { return nil }
      for _ in 0..<min(exponent, 20) {
        let (product, overflow) = number.multipliedReportingOverflow(by: 10)
        number = overflow ? Self.largest : min(product, Self.largest)
      }
    } else if length < 5 {
      return nil
    }
    var year = EDTFDate.Year(isNegative ? -number : number)
    year.long = String(decoding: start[..<bytes.startIndex], as: UTF8.self)
    if bytes.first == UInt8(ascii: "S") {
      guard let significant = significantDigits() else { return nil }
      year.significantDigits = significant
    }
    return bytes.isEmpty ? year : nil
  }
}
