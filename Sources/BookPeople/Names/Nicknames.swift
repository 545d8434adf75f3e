// Which names a short form may stand for.

import BookData

/// The names that `nickname` may stand for; both are folded words.
package func fullNames(of nickname: [UInt8]) -> [[UInt8]] {
  guard !nickname.isEmpty else { return [] }
  return EmbeddedFile.nicknames.withBytes { text in
    let start = nickname.withUnsafeBufferPointer { entry(of: $0, in: text, within: 0..<text.count) }
    return start.map { names(text, $0) } ?? []
  }
}

/// Every short form with the names that it may stand for.
func allShortForms() -> [(short: String, fulls: [String])] {
  EmbeddedFile.nicknames.withBytes { text in
    text.split(separator: 10).compactMap { line in
      let words = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      return words.first.map { ($0, Array(words.dropFirst())) }
    }
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
