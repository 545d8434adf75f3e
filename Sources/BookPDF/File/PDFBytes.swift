// How the parts of PDF syntax are spelt (ISO 32000-1, 7.3). Everything is written straight into
// one byte array; nothing is a string on the way.
extension [UInt8] {
  /// Keywords and punctuation, as they are.
  @inline(__always)
  mutating func write(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A string of ASCII, as it is.
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  /// A whole number.
  mutating func write(_ value: Int) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    if rest < 10 {
      append(0x30 &+ UInt8(truncatingIfNeeded: rest))
      return
    }
    let start = count
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      append(0x30 &+ UInt8(truncatingIfNeeded: digit))
      rest = quotient
    }
    self[start...].reverse()
  }

  /// A number given in thousandths, without needless zeros: 1500 is written `1.5`.
  mutating func write(thousandths value: Int) {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 1000)
    if value < 0 { append(0x2D) }
    if whole > 0 || part == 0 { write(Int(whole)) }
    guard part > 0 else { return }
    append(0x2E)
    append(0x30 &+ UInt8(truncatingIfNeeded: part / 100))
    if part % 100 > 0 { append(0x30 &+ UInt8(truncatingIfNeeded: part / 10 % 10)) }
    if part % 10 > 0 { append(0x30 &+ UInt8(truncatingIfNeeded: part % 10)) }
  }

  /// A number to three decimals; what is no number is written as 0.
  mutating func write(_ value: Double) { write(thousandths: value.inThousandths) }

  /// The same.
  mutating func write(_ value: Float) { write(Double(value)) }

  /// A name; bytes that may not stand in one are written `#41`.
  mutating func write(name: String) {
    append(0x2F)
    for byte in name.utf8 {
      let isRegular = byte > 0x20 && byte < 0x7F && !"#()<>[]{}/%".utf8.contains(byte)
      if isRegular {
        append(byte)
      } else {
        append(0x23)
        write(hex: byte)
      }
    }
  }

  /// Two hexadecimal digits.
  mutating func write(hex byte: UInt8) {
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 0x0F))
  }

  /// Four hexadecimal digits.
  mutating func write(hex16 value: UInt16) {
    write(hex: UInt8(value >> 8))
    write(hex: UInt8(value & 0xFF))
  }

  /// A text string: as it is where it is ASCII, else UTF-16 (7.9.2.2).
  mutating func write(text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      write(literal: text.utf8)
      return
    }
    append(0x3C)
    write("FEFF")
    for unit in text.utf16 { write(hex16: unit) }
    append(0x3E)
  }

  /// A string of bytes in parentheses.
  mutating func write(literal bytes: some Sequence<UInt8>) {
    append(0x28)
    for byte in bytes { write(escaped: byte) }
    append(0x29)
  }

  /// One byte within parentheses; a bare CR would be read as LF (7.3.4.2).
  @inline(__always)
  mutating func write(escaped byte: UInt8) {
    switch byte {
    case 0x28, 0x29, 0x5C:
      append(0x5C)
      append(byte)
    case 0x0D: write("\\r")
    default: append(byte)
    }
  }

  /// `12 0 R`.
  mutating func write(_ reference: Reference) {
    write(Int(reference.number))
    write(" 0 R")
  }

  /// `[12 0 R 13 0 R]`.
  mutating func write(_ references: some Sequence<Reference>) {
    append(0x5B)
    var isFirst = true
    for reference in references {
      if !isFirst { append(0x20) }
      write(reference)
      isFirst = false
    }
    append(0x5D)
  }

  private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

extension Double {
  /// Thousandths, rounded; bounded so that nothing a page holds can overflow.
  var inThousandths: Int {
    guard isFinite else { return 0 }
    return Int((Swift.max(-1e12, Swift.min(1e12, self)) * 1000).rounded())
  }
}

extension [UInt8] {
  /// A number to six decimals, for matrices that small numbers turn or scale.
  mutating func write(decimals value: Double) {
    guard value.isFinite else { return append(0x30) }
    let millionths = Int((Swift.max(-1e9, Swift.min(1e9, value)) * 1e6).rounded())
    if millionths % 1000 == 0 { return write(thousandths: millionths / 1000) }
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    if value < 0 { append(0x2D) }
    write(Int(whole))
    append(0x2E)
    let digits = String(part)
    for _ in digits.utf8.count..<6 { append(0x30) }
    write(digits)
  }
}
