/// The candidate that differs least from `word`, if it is near enough to be what was meant.
///
/// Distance is Damerau–Levenshtein on Unicode scalars; a word of n scalars may differ by n/3, at
/// least 1. Ties go to the first candidate.
package func nearestWord(to word: String, among candidates: [String]) -> String? {
  let limit = max(1, word.unicodeScalars.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    let distance = editDistance(word.lowercased(), candidate.lowercased())
    if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  return best?.word
}

/// Damerau–Levenshtein distance (adjacent transposition counts 1) between two strings' scalars.
package func editDistance(_ a: String, _ b: String) -> Int {
  let x = Array(a.unicodeScalars)
  let y = Array(b.unicodeScalars)
  if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
  var beforeLast = [Int](repeating: 0, count: y.count + 1)
  var last = Array(0...y.count)
  for i in 1...x.count {
    var row = [Int](repeating: i, count: y.count + 1)
    for j in 1...y.count {
      let cost = x[i - 1] == y[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[y.count]
}
