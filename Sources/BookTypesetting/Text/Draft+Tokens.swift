extension Draft {
  /// Adds generated words as tokens and returns their range.
  mutating func tokens(_ string: String, _ style: TextStyle, node: Int) -> Range<Int> {
    let first = store.tokens.count
    let range = store.add(string)
    let number = store.styles.number(style)
    let map = store.map(of: range, isRightToLeft: store.isRightToLeft)
    BoxCutter.append(range, style: number, node: node, to: &store, from: first, map: map)
    return first..<store.tokens.count
  }

  /// Adds one generated sign as a single token, whatever it holds.
  mutating func sign(_ string: String, _ style: TextStyle, node: Int, level: UInt8 = 0) -> Int {
    let range = store.add(string)
    store.append(
      range, style: store.styles.number(style), node: node, joint: .none, level: level)
    return store.tokens.count - 1
  }

  /// Adds words with every blank between them as it is; the line may end beside any of them.
  mutating func literal(_ string: Substring, _ style: TextStyle, node: Int) -> Range<Int> {
    let first = store.tokens.count
    let number = store.styles.number(style)
    var text = ""
    for character in string {
      let column = text.count
      text +=
        character == "\t"
        ? String(repeating: " ", count: Self.tabWidth - column % Self.tabWidth) : String(character)
    }
    while text.last == " " { text.removeLast() }
    let range = store.add(text)
    var start = range.lowerBound
    while start < range.upperBound {
      let isBlank = store.text[start] == 0x20
      var end = start
      while end < range.upperBound, (store.text[end] == 0x20) == isBlank { end += 1 }
      store.append(
        start..<end, style: number, node: node,
        joint: end == range.upperBound ? .none : .breakable)
      start = end
    }
    return first..<store.tokens.count
  }

  /// Columns from one stop to the next.
  private static let tabWidth = 4
}
