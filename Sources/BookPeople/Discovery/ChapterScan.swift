import BookModel

// The passes over a chapter: words, evidence, runs.

extension ChapterWords {
  /// Renumbers the words by `map`, so that they are the book's.
  mutating func renumber(_ map: [UInt32]) {
    for index in tokens.indices { tokens[index].word = map[Int(tokens[index].word)] }
  }
}

extension NameReader {
  /// Calls `body` with every run of candidates of a leaf.
  @inline(__always)
  func runs(_ tokens: ArraySlice<WordToken>, _ body: (Range<Int>) -> Void) {
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard isCandidate(tokens[index]) else {
        index += 1
        continue
      }
      let run = run(tokens, from: index)
      var start = run.lowerBound
      while start < run.upperBound {
        let end = min(run.upperBound, start + longestRun)
        body(start..<end)
        start = end
      }
      index = run.upperBound
    }
  }
}

/// Longer runs are headlines or lists; they are cut.
let longestRun = 16
/// No name has more words.
let longestName = 7
