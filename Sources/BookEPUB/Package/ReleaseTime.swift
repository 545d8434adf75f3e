import BookModel

/// A moment as `dcterms:modified` wants it: `CCYY-MM-DDThh:mm:ssZ`.
struct ReleaseTime {
  /// The moment.
  let words: String

  init(_ seconds: Int) {
    // Years that four digits can hold.
    let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
    words =
      "\(DayNumber(day).iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
