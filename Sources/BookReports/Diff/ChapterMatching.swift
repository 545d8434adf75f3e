/// A chapter of one revision as matching sees it.
struct MatchableChapter {
  var file: String
  var title: String?
  var reading: ChapterReading
}

/// For every new chapter the old one it is, or nil: by what they say, else by file name, else by
/// title.
///
/// What they say goes first, because files are renumbered when a chapter is put between others.
func matchChapters(_ old: [MatchableChapter], _ new: [MatchableChapter]) -> [Int?] {
  var match = [Int?](repeating: nil, count: new.count)
  var taken = [Bool](repeating: false, count: old.count)
  func take(_ i: Int, _ j: Int) {
    guard match[j] == nil, !taken[i] else { return }
    match[j] = i
    taken[i] = true
  }
  var shared = sharedWords(old, new)
  let oldWords = old.map { max(1, $0.reading.words) }
  let newWords = new.map { max(1, $0.reading.words) }
  func isNamesake(_ pair: (old: Int, new: Int, words: Int)) -> Bool {
    old[pair.old].file == new[pair.new].file
  }
  shared.sort { a, b in
    if a.words != b.words { return a.words > b.words }
    if isNamesake(a) != isNamesake(b) { return isNamesake(a) }
    return (a.new, a.old) < (b.new, b.old)
  }
  for pair in shared where pair.words * 10 >= max(oldWords[pair.old], newWords[pair.new]) * 3 {
    take(pair.old, pair.new)
  }
  var byFile: [String: Int] = [:]
  for (i, chapter) in old.enumerated() where !taken[i] { byFile[chapter.file] = i }
  for (j, chapter) in new.enumerated() where match[j] == nil {
    if let i = byFile[chapter.file] { take(i, j) }
  }
  for pair in shared where pair.words * 10 >= min(oldWords[pair.old], newWords[pair.new]) {
    take(pair.old, pair.new)
  }
  var byTitle: [String: Int] = [:]
  for (i, chapter) in old.enumerated().reversed() where !taken[i] {
    if let title = chapter.title { byTitle[title] = i }
  }
  for (j, chapter) in new.enumerated() where match[j] == nil {
    if let title = chapter.title, let i = byTitle[title] { take(i, j) }
  }
  return match
}

/// How many words of passages that are only in one chapter each pair of chapters shares.
private func sharedWords(
  _ old: [MatchableChapter], _ new: [MatchableChapter]
) -> [(old: Int, new: Int, words: Int)] {
  var home: [UInt64: Int] = [:]
  for (i, chapter) in old.enumerated() {
    for passage in chapter.reading.passages where passage.words >= 3 {
      if let other = home[passage.hash], other != i {
        home[passage.hash] = -1
      } else {
        home[passage.hash] = i
      }
    }
  }
  var pairs: [(old: Int, new: Int, words: Int)] = []
  for (j, chapter) in new.enumerated() {
    var words: [Int: Int] = [:]
    for passage in chapter.reading.passages where passage.words >= 3 {
      if let i = home[passage.hash], i >= 0 { words[i, default: 0] += passage.words }
    }
    for (i, count) in words { pairs.append((i, j, count)) }
  }
  return pairs
}
