extension Draft {
  /// Adds generated words as tokens and returns their range.
  mutating func tokens(_ string: String, _ style: TextStyle, node: Int) -> Range<Int> {
    let first = store.tokens.count
    let range = store.add(string)
    let number = store.styles.number(style)
    BoxCutter.append(range, style: number, node: node, to: &store, from: first)
    return first..<store.tokens.count
  }

  /// Adds one generated sign as a single token, whatever it holds.
  mutating func sign(_ string: String, _ style: TextStyle, node: Int) -> Int {
    let range = store.add(string)
    let number = store.styles.number(style)
    let word = store.text.withUnsafeBufferPointer {
      store.words.number(UnsafeBufferPointer(rebasing: $0[range]), style.key)
    }
    store.tokens.append(
      Token(
        word: word, start: Int32(clamping: range.lowerBound), length: Int32(clamping: range.count),
        node: Int32(clamping: node), style: number, joint: .none))
    return store.tokens.count - 1
  }
}
