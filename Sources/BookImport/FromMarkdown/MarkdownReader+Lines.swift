/// What a line of Markdown is by its first signs.
extension MarkdownReader {
  /// 1 to 6 for a heading.
  static func headingLevel(_ text: Substring) -> Int? {
    let signs = text.prefix { $0 == "#" }.count
    guard (1...6).contains(signs) else { return nil }
    let rest = text.dropFirst(signs)
    return rest.isEmpty || rest.first == " " ? signs : nil
  }

  /// A line of `***`, `---`, `___`, with blanks or not.
  static func isRule(_ text: Substring) -> Bool {
    let signs = text.filter { !$0.isWhitespace }
    guard signs.count >= 3, let first = signs.first, "*-_".contains(first) else { return false }
    return signs.allSatisfy { $0 == first }
  }

  /// 1 and 2 for the line under a heading.
  static func underlineLevel(_ line: Substring) -> Int? {
    let signs = line.filter { !$0.isWhitespace }
    guard signs.count >= 2, !line.contains("- -"), let first = signs.first,
      signs.allSatisfy({ $0 == first })
    else { return nil }
    return first == "=" ? 1 : first == "-" ? 2 : nil
  }

  /// What an item of a list says, and how far it is set in.
  struct Item {
    var column: Int
    var number: Int?
    var text: Substring
  }

  static func item(_ line: Substring) -> Item? {
    let column = line.prefix { $0 == " " || $0 == "\t" }.count
    let text = line.dropFirst(column)
    guard let first = text.first else { return nil }
    if "*-+".contains(first), text.dropFirst().first == " " {
      return isRule(text)
        ? nil : Item(column: column, number: nil, text: text.dropFirst(2).drop { $0 == " " })
    }
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(figures.count)
    guard let number = Int(figures), figures.count <= 9, let sign = rest.first, ".)".contains(sign),
      rest.dropFirst().first == " "
    else { return nil }
    return Item(column: column, number: number, text: rest.dropFirst(2).drop { $0 == " " })
  }

  /// The line below the head of a table.
  static func isTableRule(_ line: Substring) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "|-: ".contains($0) }
  }

  static func cells(_ line: Substring) -> [Substring] {
    var cells: [Substring] = []
    var start = line.startIndex
    var isEscaped = false
    for index in line.indices {
      if line[index] == "|", !isEscaped {
        cells.append(line[start..<index])
        start = line.index(after: index)
      }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    cells.append(line[start...])
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells.map { $0.drop { $0 == " " } }
  }

  /// A heading without the name that links lead to: `{#the-mill}`.
  static func withoutAnchor(_ text: Substring) -> Substring {
    var words = text.drop { $0 == " " }
    while words.last == " " { words.removeLast() }
    if words.last == "}", let open = words.lastIndex(of: "{"), words[open...].hasPrefix("{#") {
      words = words[..<open]
    }
    while words.last == " " { words.removeLast() }
    return words
  }
}
