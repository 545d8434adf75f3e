import BookDiagnostics

/// The book's length at one revision.
package struct ProgressPoint: Sendable, Equatable {
  /// The commit, shortened.
  package var revision: String
  /// `YYYY-MM-DD`, when it was committed.
  package var date: String
  /// Days since 1970, for the axis.
  package var day: Int
  /// Words of all chapters.
  package var words: Int

  package init(revision: String, date: String, day: Int, words: Int) {
    self.revision = revision
    self.date = date
    self.day = day
    self.words = words
  }
}

/// How the book grew: words at every revision as a line, words per day as bars, as an SVG.
///
/// Colours come from the page around it; the figures stand in a table beside it, for who cannot
/// see it.
struct ProgressChart {
  let points: [ProgressPoint]
  private let left = 86.0
  private let width = 640.0
  private let top = 16.0
  private let bottom = 216.0
  private let barTop = 250.0
  private let barBottom = 350.0

  /// Net words of each day that has a revision; the first day's are those it began with.
  var days: [(date: String, day: Int, words: Int)] {
    var result: [(date: String, day: Int, words: Int)] = []
    var before = points.first?.words ?? 0
    var index = 0
    while index < points.count {
      var last = index
      while last + 1 < points.count, points[last + 1].day == points[index].day { last += 1 }
      result.append((points[index].date, points[index].day, points[last].words - before))
      before = points[last].words
      index = last + 1
    }
    return result
  }

  /// What it shows, in a sentence.
  var summary: String {
    guard let first = points.first, let last = points.last else { return "" }
    let grown = last.words - first.words
    return "From \(first.date) to \(last.date) the book went from "
      + "\(grouped(first.words)) to \(grouped(last.words)) words "
      + "(\(grown < 0 ? "" : "+")\(grouped(grown)))."
  }

  /// The drawing; empty with fewer than two points.
  var svg: String {
    guard let first = points.first, let last = points.last, points.count > 1 else { return "" }
    let span = Double(max(1, last.day - first.day))
    let isOneDay = first.day == last.day
    func x(_ point: Int) -> Double {
      let along =
        isOneDay
        ? Double(point) / Double(points.count - 1) : Double(points[point].day - first.day) / span
      return left + along * (width - left - 12)
    }
    let most = Double(niceCeiling(points.map(\.words).max() ?? 1))
    func y(_ words: Int) -> Double { bottom - Double(words) / most * (bottom - top) }
    var line = ""
    for index in points.indices {
      line += (index == 0 ? "M" : "L") + "\(number(x(index))) \(number(y(points[index].words)))"
    }
    var svg = """
      <svg class="progress" viewBox="0 0 640 392" role="img" aria-labelledby="progress-title progress-text">
      <title id="progress-title">Words at each revision, and words per day</title>
      <desc id="progress-text">\(escaped(summary))</desc>

      """
    for share in [0.0, 0.5, 1.0] {
      let words = Int(most * share)
      svg += "<path class=\"grid\" d=\"M\(number(left)) \(number(y(words)))H628\"/>"
      svg += "<text x=\"\(number(left - 8))\" y=\"\(number(y(words) + 6))\" text-anchor=\"end\">"
      svg += "\(grouped(words))</text>\n"
    }
    let area =
      "\(line)L\(number(x(points.count - 1))) \(number(bottom))L\(number(left)) \(number(bottom))Z"
    svg += "<path class=\"area\" d=\"\(area)\"/><path class=\"line\" d=\"\(line)\"/>\n"
    svg += bars(first.day, span, isOneDay)
    svg += "<text x=\"\(number(left))\" y=\"380\">\(first.date)</text>"
    if last.date != first.date {
      svg += "<text x=\"628\" y=\"380\" text-anchor=\"end\">\(last.date)</text>"
    }
    return svg + "\n</svg>\n"
  }

  private func bars(_ first: Int, _ span: Double, _ isOneDay: Bool) -> String {
    let days = days
    let most = Double(max(1, days.map { abs($0.words) }.max() ?? 1))
    let hasLoss = days.contains { $0.words < 0 }
    let zero = hasLoss ? (barTop + barBottom) / 2 : barBottom
    let height = hasLoss ? (barBottom - barTop) / 2 : barBottom - barTop
    let room = (width - left - 12) / (isOneDay ? 1 : span + 1)
    let barWidth = max(2, min(24, room * 0.7))
    var svg = "<path class=\"grid\" d=\"M\(number(left)) \(number(zero))H628\"/>"
    svg +=
      "<text x=\"\(number(left - 8))\" y=\"\(number(zero - height + 14))\" text-anchor=\"end\">"
    svg += "+\(grouped(Int(most)))</text>\n"
    for day in days where day.words != 0 {
      let along = isOneDay ? 0.5 : Double(day.day - first) / span
      let middle = left + along * (width - left - 12)
      let size = max(1, Double(abs(day.words)) / most * height)
      let x = min(max(left, middle - barWidth / 2), width - 12 - barWidth)
      svg += "<rect class=\"\(day.words < 0 ? "loss" : "gain")\" x=\"\(number(x))\" "
      svg += "y=\"\(number(day.words < 0 ? zero : zero - size))\" width=\"\(number(barWidth))\" "
      svg += "height=\"\(number(size))\"/>\n"
    }
    return svg
  }

  /// 1, 2 or 5 times a power of ten, at least as large.
  private func niceCeiling(_ value: Int) -> Int {
    var unit = 1
    while unit < value / 10 { unit *= 10 }
    for factor in [1, 2, 3, 4, 5, 6, 8, 10, 20] where unit * factor >= value {
      return max(2, unit * factor)
    }
    return max(2, value)
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// Text for HTML and SVG, in element content and in quoted attributes.
func escaped(_ text: String) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): result += Array("&amp;".utf8)
    case UInt8(ascii: "<"): result += Array("&lt;".utf8)
    case UInt8(ascii: ">"): result += Array("&gt;".utf8)
    case UInt8(ascii: "\""): result += Array("&quot;".utf8)
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: result += [0xEF, 0xBF, 0xBD]
    default: result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
