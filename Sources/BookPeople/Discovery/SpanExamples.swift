package import BookModel
import BookWords

// Examples for training: the features of every stretch, in text. `Scripts/names/train.py` reads it.

private struct Recorder: FeatureSink {
  var line = ""
  mutating func add(_ feature: Int, _ value: Float) {
    line += value == 1 ? " \(feature)" : " \(feature):\(value)"
  }
}

/// One line a run, `R start end …` with the bytes of its words, then a line a stretch.
package func spanExamples(in chapters: [ParsedChapter]) -> String {
  var words = Vocabulary()
  var scans = chapters.map(\.wordsCut)
  for index in scans.indices {
    let map = words.merge(scans[index], text: chapters[index].text)
    scans[index].renumber(map)
  }
  words.findSingulars()
  var gatherer = EvidenceGatherer(reader: NameReader(words: words))
  for scan in scans { for leaf in 0..<scan.leafCount { gatherer.gather(scan.leaf(leaf)) } }
  words.evidence = gatherer.counts
  let reader = NameReader(words: words)
  var out = ""
  for (scan, chapter) in zip(scans, chapters) {
    chapter.text.withUnsafeBufferPointer { text in
      let spans = SpanReader(reader: reader, text: text)
      for leaf in 0..<scan.leafCount {
        let tokens = scan.leaf(leaf)
        reader.runs(tokens) { range in
          let run = spans.view(tokens[range])
          out += "R"
          for word in run { out += " \(word.token.start) \(word.token.end)" }
          func neighbour(_ index: Int) -> String {
            guard index >= tokens.startIndex, index < tokens.endIndex else { return "-" }
            return String(
              decoding: foldedWord(text[Int(tokens[index].start)..<Int(tokens[index].end)]),
              as: UTF8.self)
          }
          out += " | \(neighbour(range.lowerBound - 1)) \(neighbour(range.upperBound))\n"
          for start in 0..<run.count {
            for end in (start + 1)...min(run.count, start + longestName) {
              var recorder = Recorder()
              spans.features(run, start..<end, range.lowerBound, tokens, &recorder)
              out += "S \(start) \(end)\(recorder.line)\n"
            }
          }
        }
      }
    }
  }
  return out
}
