// Which names a short form may stand for.

/// The names that `nickname` may stand for; both are folded words.
package func fullNames(of nickname: [UInt8]) -> [[UInt8]] {
  guard !nickname.isEmpty else { return [] }
  return nicknameText.withUTF8Buffer { text in
    var low = 0
    var high = text.count
    while low < high {
      let middle = low + (high - low) / 2
      var start = middle
      while start > low, text[start - 1] != 10 { start -= 1 }
      var end = start
      while end < text.count, text[end] != 32 { end += 1 }
      let word = text[start..<end]
      if word.elementsEqual(nickname) { return names(text, end + 1) }
      if nickname.lexicographicallyPrecedes(word) {
        high = start
      } else {
        low = end
        while low < high, text[low] != 10 { low += 1 }
        low += 1
      }
    }
    return []
  }
}

private func names(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> [[UInt8]] {
  var end = start
  while end < text.count, text[end] != 10 { end += 1 }
  return text[start..<end].split(separator: 32).map { Array($0) }
}

/// True when two given names may be one person's: equal, or one a short form of the other, or both
/// short forms of the same.
package func areSameGivenName(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  if one == other { return true }
  let first = fullNames(of: one)
  if first.contains(other) { return true }
  let second = fullNames(of: other)
  if second.contains(one) { return true }
  return first.contains { second.contains($0) }
}
