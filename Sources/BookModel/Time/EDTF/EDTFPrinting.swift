extension EDTF: CustomStringConvertible {
  /// The expression as EDTF writes it, the shortest form that means the same.
  package var description: String {
    switch value {
    case .date(let date): date.description
    case .dateTime(let date, let time): "\(date)T\(time)"
    case .interval(let start, let end): "\(Self.text(start))/\(Self.text(end))"
    case .set(.oneOf, let members): "[" + Self.text(members) + "]"
    case .set(.allOf, let members): "{" + Self.text(members) + "}"
    }
  }

  private static func text(_ end: Endpoint) -> String {
    switch end {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }

  private static func text(_ members: [Member]) -> String {
    members.map { member in
      switch member {
      case .date(let date): date.description
      case .range(let a, let b): (a?.description ?? "") + ".." + (b?.description ?? "")
      }
    }.joined(separator: ",")
  }
}

extension EDTFDate: CustomStringConvertible {
  /// The date as EDTF writes it: a sign behind a component holds for all before it (A.4.5), so a
  /// qualification that components share stands once, behind the last of them.
  package var description: String {
    if let plain { return plain }
    let whole = year.qualification
    if isQualifiedAsAWhole {
      return year.digits + text(month, signed: false) + text(day, signed: false) + whole.sign
    }
    if let month, month.qualification == whole {
      return year.digits + text(month, signed: false) + whole.sign + text(day, signed: true)
    }
    return year.digits + whole.sign + text(month, signed: true) + text(day, signed: true)
  }

  /// A date of four, two and two digits, with one sign at most: what nearly all of them are.
  private var plain: String? {
    guard (0...9999).contains(year.number), !year.isNegative, year.unspecified == 0,
      year.omitted == 0, year.significantDigits == nil, year.long == nil, isQualifiedAsAWhole,
      month?.unspecified ?? 0 == 0, day?.unspecified ?? 0 == 0
    else { return nil }
    let sign = year.qualification.sign
    return String(unsafeUninitializedCapacity: 11) { buffer in
      var count = 0
      func put(_ number: Int, _ digits: Int) {
        var rest = number
        for place in (0..<digits).reversed() {
          buffer[count + place] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
          rest /= 10
        }
        count += digits
      }
      put(year.number, 4)
      for field in [month, day] {
        guard let field else { continue }
        buffer[count] = UInt8(ascii: "-")
        count += 1
        put(field.number, 2)
      }
      for byte in sign.utf8 {
        buffer[count] = byte
        count += 1
      }
      return count
    }
  }

  private func text(_ field: Field?, signed: Bool) -> String {
    guard let field else { return "" }
    return "-" + (signed ? field.qualification.sign : "") + field.digits
  }
}

extension EDTFDate.Qualification {
  /// `?`, `~`, `%` or nothing.
  var sign: String {
    switch (contains(.uncertain), contains(.approximate)) {
    case (true, true): "%"
    case (true, false): "?"
    case (false, true): "~"
    case (false, false): ""
    }
  }
}

extension EDTFDate.Year {
  /// Its digits with sign, `X` and `S`.
  var digits: String {
    let significant = significantDigits.map { "S\($0)" } ?? ""
    if let long { return "Y" + long + significant }
    var text = String(number.magnitude)
    text = String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
    if text.utf8.count > 4 { return "Y" + (number < 0 ? "-" : "") + text + significant }
    var digits = Array(text.utf8)
    for bit in 0..<4 where unspecified & (1 << bit) != 0 { digits[3 - bit] = UInt8(ascii: "X") }
    digits.removeLast(omitted)
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + significant
  }
}

extension EDTFDate.Field {
  /// Its two digits with `X`.
  var digits: String {
    let tens = unspecified & 2 != 0 ? "X" : String(number / 10)
    let ones = unspecified & 1 != 0 ? "X" : String(number % 10)
    return tens + ones
  }
}
