import BookLanguage
import BookModel

/// The chronology as a picture: its events evenly set along a rail with the years, a full dot for a
/// day that is known, a ring for one somewhere in its year, and a bar down to where the time ends
/// for what reaches beyond its year.
///
/// The rail gives every event the same room, not every year: a life has decades without a line and
/// days with ten. Where years are left out the rail is broken.
struct Timeline {
  /// The whole; nil where there is nothing to compare.
  let whole: Chronology.Plate?
  /// The same in pieces that a printed page holds; empty where there is no whole.
  let sheets: [Chronology.Plate]

  init(_ annotation: TimeAnnotation, language: String) {
    var rows: [TimelineRow] = []
    for year in annotation.chronology.years {
      for row in year.rows {
        let event = annotation.events[row.event]
        guard let first = event.earliest, let last = event.latest else { continue }
        let when = row.when.isEmpty || row.when == year.label ? year.label : row.when
        rows.append(
          TimelineRow(
            event: event, when: when, year: year.label, first: first.value, last: last.value))
      }
    }
    rows = Array(rows.prefix(mostRows))
    let title = Language.of(language).phrases[.chronology]
    guard rows.count > 1 else {
      whole = nil
      sheets = []
      return
    }
    let drawn = plate(of: rows, title)
    whole = drawn
    let count = (rows.count + mostRowsOfSheet - 1) / mostRowsOfSheet
    sheets =
      count == 1
      ? [drawn]
      : (0..<count).map { sheet in
        plate(
          of: Array(rows[rows.count * sheet / count..<rows.count * (sheet + 1) / count]), title)
      }
  }
}

private func plate(of rows: [TimelineRow], _ title: String) -> Chronology.Plate {
  var drawing = Drawing()
  drawRail(&drawing, rows)
  let marks = drawMarks(&drawing, rows)
  for (index, row) in rows.enumerated() {
    let y = rowY(index)
    drawing.line(marks[index], y, labelX - 8, y, Drawing.pale, 0.8)
    let title = row.event.title
    drawing.text(labelX, y + 4, Drawing.fitted(title, 58), size: 15, italic: row.event.isWorld)
    drawing.text(labelX, y + 18, row.when, size: 12, colour: Drawing.grey, italic: true)
  }
  let alternative = rows.map { row in
    let when = row.when.contains(row.year) ? row.when : "\(row.year), \(row.when)"
    return "\(when): \(row.event.title)"
  }.joined(separator: "; ")
  let height = margin * 2 + rowHeight * Double(rows.count)
  return Chronology.Plate(
    svg: drawing.document(
      width: plateWidth, height: height, id: "timeline", title: title, description: alternative),
    alternative: "\(title). \(alternative).", width: Float(plateWidth), height: Float(height))
}

private let plateWidth = 640.0
private let margin = 20.0
private let rowHeight = 38.0
private let railX = 84.0
private let labelX = 170.0
private let mostRows = 60
// What a page of a trade book shows at the width of its text, caption included.
private let mostRowsOfSheet = 20
private let mostLanes = 8

/// An event as the picture shows it.
private struct TimelineRow {
  var event: Event
  var when: String
  /// The year it is printed under.
  var year: String
  /// Its first and last day.
  var first: Int
  var last: Int

  /// A day, or so nearly one that a dot says it.
  var isDay: Bool { last - first <= 31 }

  /// All of its time lies in one year.
  var isOfOneYear: Bool { DayNumber(first).civil.year == DayNumber(last).civil.year }
}

private func rowY(_ index: Int) -> Double { margin + rowHeight * (Double(index) + 0.5) - 6 }

/// The rail with a year at the first row of each, broken where years are left out.
private func drawRail(_ drawing: inout Drawing, _ rows: [TimelineRow]) {
  for index in rows.indices.dropFirst() {
    let gap = DayNumber(rows[index].first).civil.year - DayNumber(rows[index - 1].first).civil.year
    drawing.line(
      railX, rowY(index - 1), railX, rowY(index), Drawing.ink, 1.5, isBroken: gap > 1)
  }
  for (index, row) in rows.enumerated() where index == 0 || rows[index - 1].year != row.year {
    let y = rowY(index)
    drawing.line(railX - 6, y, railX, y, Drawing.ink, 1.5)
    drawing.text(
      railX - 11, y + 5, Drawing.fitted(row.year, 12), size: row.year.count > 8 ? 11 : 14,
      anchor: "end")
  }
}

/// A dot or a bar for each row; where the line to its words begins from.
private func drawMarks(_ drawing: inout Drawing, _ rows: [TimelineRow]) -> [Double] {
  // The bottom of the last bar in each lane beside the rail.
  var lanes: [Double] = []
  return rows.indices.map { index in
    let row = rows[index]
    let y = rowY(index)
    if row.isDay || row.isOfOneYear {
      drawing.circle(railX, y, 4, filled: row.isDay)
      return railX + 7
    }
    // Down to the last row that begins before its time is over.
    var end = index
    while end + 1 < rows.count, rows[end + 1].first <= row.last { end += 1 }
    let bottom = rowY(end) + (end > index ? 0 : 8)
    let lane = lanes.firstIndex { $0 < y - 8 } ?? lanes.count
    if lane == lanes.count { lanes.append(bottom) } else { lanes[lane] = bottom }
    let x = railX + 9 + 7 * Double(min(lane, mostLanes - 1))
    drawing.line(x, y - (end > index ? 0 : 8), x, bottom, Drawing.grey, 3.5)
    return x + 3
  }
}
