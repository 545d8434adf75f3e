package import BookModel

/// How a run of pages is shortened in print.
package enum PageRange {
  /// `71–72`, `100–104`, `101–8`, `321–28` (chicago), the whole numbers (full), or as few digits
  /// as tell them apart (minimal), with an en dash; labels that are no plain numbers stay whole.
  package static func text(_ first: String, _ last: String, style: PeoplePolicy.Ranges) -> String {
    if first == last { return first }
    guard style != .full, let a = Int(first), let b = Int(last), a > 0, b > a,
      first.utf8.count == last.utf8.count
    else { return "\(first)–\(last)" }
    let x = Array(first.utf8)
    let y = Array(last.utf8)
    var common = 0
    while common < y.count - 1, x[common] == y[common] { common += 1 }
    if style == .chicago {
      // Chicago Manual 9.61: under 100 and after a multiple of 100 all digits; 01 to 09 the changed
      // part alone; else two digits or more.
      if a < 100 || a % 100 == 0 { common = 0 }
      if a % 100 > 9 { common = min(common, y.count - 2) }
      // Four digits of which three change are given in full.
      if y.count == 4, y.count - common == 3 { common = 0 }
    } else if b % 100 > 9, b % 100 < 20 {
      // Hart's Rules: the teens keep both digits, 115–16.
      common = min(common, y.count - 2)
    }
    return first + "–" + String(decoding: y[common...], as: UTF8.self)
  }

  /// Two years in Chicago's way: `1801–70`, but both whole where the century changes.
  static func elided(_ first: String, _ last: String) -> String {
    guard first.utf8.count == 4, last.utf8.count == 4, first.prefix(2) == last.prefix(2),
      Int(first) != nil, Int(last) != nil
    else { return "\(first)–\(last)" }
    return text(first, last, style: .chicago)
  }
}
