import BookModel

/// The chronology as a picture: an axis true to time at the left, its events evenly set beside it,
/// a dot for a day that is known and a bar for the time in which a day must lie.
func timelinePlate(_ annotation: TimeAnnotation, language: String) -> Chronology.Plate? {
  var rows: [(event: Event, when: String)] = []
  for year in annotation.chronology.years {
    for row in year.rows {
      let event = annotation.events[row.event]
      guard event.earliest != nil, event.latest != nil else { continue }
      rows.append((event, row.when.isEmpty || row.when == year.label ? year.label : row.when))
    }
  }
  rows = Array(rows.prefix(mostRows))
  guard rows.count > 1, let first = rows.compactMap({ $0.event.earliest }).min(),
    let last = rows.compactMap({ $0.event.latest }).max()
  else { return nil }
  let height = Double(rows.count) * rowHeight + 2 * margin
  let top = margin + rowHeight / 2
  let bottom = height - margin - rowHeight / 2
  let days = Double(max(1, last - first))
  func y(_ day: DayNumber) -> Double { top + (bottom - top) * Double(day - first) / days }

  var drawing = Drawing()
  axis(&drawing, first, last, top, bottom, y)
  var lanes: [Double] = []
  for (index, row) in rows.enumerated() {
    guard let from = row.event.earliest, let to = row.event.latest else { continue }
    let label = margin + rowHeight * (Double(index) + 0.5)
    let a = y(from)
    let b = y(to)
    var x = axisX
    if to - from <= 31 {
      drawing.circle(x, (a + b) / 2, 4, filled: true)
    } else {
      let lane = lanes.firstIndex { $0 < a } ?? lanes.count
      if lane == lanes.count { lanes.append(b) } else { lanes[lane] = b }
      x += 9 + 7 * Double(min(lane, 7))
      drawing.line(x, a, x, max(a + 1, b), Drawing.grey, 3.5)
    }
    let middle = (a + b) / 2
    drawing.line(x + 5, middle, labelX - 8, label - 4, Drawing.pale, 0.8)
    let words = Drawing.fitted(row.event.title, 52)
    drawing.text(labelX, label, words, size: 15, italic: row.event.isWorld)
    drawing.text(labelX, label + 14, row.when, size: 12, colour: Drawing.grey, italic: true)
  }
  let title = Phrasebook(language: language)[.chronology]
  let alternative = rows.map { "\($0.when): \($0.event.title)" }.joined(separator: "; ")
  return Chronology.Plate(
    svg: drawing.document(
      width: 640, height: height, id: "timeline", title: title, description: alternative),
    alternative: "\(title). \(alternative).")
}

private let margin = 24.0
private let rowHeight = 38.0
private let axisX = 74.0
private let labelX = 176.0
private let mostRows = 60

/// The line of time with its years, as many as can be read.
private func axis(
  _ drawing: inout Drawing, _ first: DayNumber, _ last: DayNumber, _ top: Double, _ bottom: Double,
  _ y: (DayNumber) -> Double
) {
  drawing.line(axisX, top, axisX, bottom, Drawing.ink, 1.5)
  let years = first.civil.year...last.civil.year
  let fitting = max(1, Int((bottom - top) / 26))
  let step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { years.count / $0 <= fitting } ?? 5000
  for year in years where year % step == 0 {
    let day = DayNumber(year: year, month: 1, day: 1)
    let at = day < first ? top : y(day)
    // The first year begins above the axis; its label stands where the axis does.
    if day < first, years.count > 1, y(DayNumber(year: year + 1, month: 1, day: 1)) - top < 16 {
      continue
    }
    drawing.line(axisX - 6, at, axisX, at, Drawing.ink, 1.5)
    drawing.text(
      axisX - 12, at + 5, year > 0 ? "\(year)" : "\(1 - year) BC", size: 14, anchor: "end")
  }
}
