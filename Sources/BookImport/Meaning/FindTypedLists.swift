extension Manuscript {
  /// Makes items of the word processor's lists, and of lines that were typed as a list: with
  /// bullets, with figures that count, with hyphens where nobody speaks.
  mutating func findTypedLists() {
    for index in lines.indices
    where lines[index].role == .body && lines[index].paragraph.item != nil {
      lines[index].role = .item
    }
    var index = 0
    while index < lines.count {
      let items = typedItems(from: index)
      if items.count >= 2 { make(items) }
      index = max(index + 1, (items.last?.index ?? index) + 1)
    }
  }

  private struct TypedItem {
    var index: Int
    /// Characters that make the bullet, with the blanks behind.
    var length: Int
    var number: Int?
    var sign: Character
  }

  /// Lines in a row that begin as items do; none where they are speech.
  private func typedItems(from start: Int) -> [TypedItem] {
    var items: [TypedItem] = []
    var index = start
    while index < lines.count, let item = typedItem(index) {
      if let last = items.last {
        guard item.sign == last.sign else { break }
        if let number = last.number, item.number != number + 1 { break }
      } else if let number = item.number, number != 1 {
        break
      }
      items.append(item)
      index += 1
      while index < lines.count, lines[index].role == .gone { index += 1 }
    }
    guard items.first?.sign == "-" || items.first?.sign == "–" || items.first?.sign == "*" else {
      return items
    }
    // Somebody who speaks asks and ends his sentences; an item is short and does neither.
    let isList =
      items.count >= 2
      && items.allSatisfy { item in
        let text = lines[item.index].text
        return lines[item.index].count <= Self.longestHyphenItem
          && text.last.map { !".?!…”\"'’,—".contains($0) } == true
      }
    return isList ? items : []
  }

  /// Words of an item behind a hyphen at most.
  private static let longestHyphenItem = 12

  private func typedItem(_ index: Int) -> TypedItem? {
    guard lines[index].role == .body, !lines[index].isCentered else { return nil }
    let text = lines[index].text
    guard let first = text.first else { return nil }
    if "•·‣▪◦●○–-*".contains(first) {
      let rest = text.dropFirst().prefix { $0 == " " }
      guard !rest.isEmpty, text.count > 2 else { return nil }
      return TypedItem(index: index, length: 1 + rest.count, number: nil, sign: first)
    }
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(figures.count), let number = Int(figures) else { return nil }
    let rest = text.dropFirst(figures.count)
    guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else {
      return nil
    }
    return TypedItem(index: index, length: figures.count + 2, number: number, sign: sign)
  }

  private mutating func make(_ items: [TypedItem]) {
    let name = "typed \(newGroup())"
    for item in items {
      lines[item.index].role = .item
      lines[item.index].paragraph.item = TypedParagraph.ListItem(
        list: name, level: 0, number: item.number)
      lines[item.index].paragraph.runs = Self.dropping(
        item.length, from: lines[item.index].paragraph.runs)
    }
    guess(.list, "\(items.count) items from \(shown(items[0].index)) on", at: items[0].index)
  }

  /// Runs without their first characters.
  private static func dropping(_ count: Int, from runs: [TypedRun]) -> [TypedRun] {
    var left = count
    var result: [TypedRun] = []
    for run in runs {
      guard left > 0, case .text(let text) = run.content else {
        result.append(run)
        continue
      }
      var run = run
      let taken = min(left, text.count)
      left -= taken
      run.content = .text(String(text.dropFirst(taken)))
      result.append(run)
    }
    return result.joined
  }
}
