import BookModel

// The passes over a chapter: words, evidence, runs.

/// Cuts all leaves of a chapter into words; code is left out.
func scanWords(_ chapter: ParsedChapter, _ abbreviations: Abbreviations) -> ChapterWords {
  chapter.text.withUnsafeBufferPointer { text in
    var scanner = WordScanner(text, abbreviations)
    for prose in chapter.prose {
      let code = chapter.marks[prose.marks.clamped(to: 0..<chapter.marks.count)].compactMap {
        if case .code = $0.kind { $0.range } else { nil }
      }
      scanner.scan(prose.text, isHeading: prose.zone == .heading, skipped: code)
    }
    scanner.words.leaves.append(scanner.words.tokens.count)
    return scanner.words
  }
}

extension ChapterWords {
  /// Renumbers the words by `map`, so that they are the book's.
  mutating func renumber(_ map: [UInt32]) {
    for index in tokens.indices { tokens[index].word = map[Int(tokens[index].word)] }
  }

  /// The tokens of a leaf.
  func leaf(_ index: Int) -> ArraySlice<NameToken> { tokens[leaves[index]..<leaves[index + 1]] }

  var leafCount: Int { max(0, leaves.count - 1) }
}

extension NameReader {
  /// Calls `body` with every run of candidates of a leaf.
  @inline(__always)
  func runs(_ tokens: ArraySlice<NameToken>, _ body: (Range<Int>) -> Void) {
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
