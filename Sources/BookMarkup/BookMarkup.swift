// BookMarkup: the words of a chapter and what marks them up.
//
// In: the bytes of one Markdown file. Out: a `ParsedChapter` whose every word knows the bytes it
// came from. It reads CommonMark with libcmark and works out by itself what CommonMark lacks:
// footnotes, pipe tables, figures, fenced divisions, smart punctuation, well-formed raw HTML. It
// knows no other file: where a link or an image leads is for BookManuscript to say.

package import BookDiagnostics
package import BookModel

/// Reads one chapter; never fails: what is wrong is a diagnostic, and the rest is still read.
package func parseChapter(
  _ bytes: [UInt8], source: SourceID, header: ChapterHeader, language: String
) -> Diagnosed<ParsedChapter> {
  let checked = checkSource(bytes, source: source)
  guard let text = checked.value else {
    return Diagnosed(ParsedChapter(source: source, header: header), checked.diagnostics)
  }
  let bodyStart = chapterBodyStart(text)
  var masked = MaskedChapter(text, from: bodyStart, source: source)
  masked.diagnostics += checked.diagnostics
  return withoutPrivate(text, masked.keptPrivate).withUnsafeBufferPointer { original in
    var reader = ChapterReader(
      source: source, header: header, language: language, original: original, masked: masked)
    reader.readChapter()
    return Diagnosed(reader.finishedChapter(), reader.sortedDiagnostics())
  }
}

/// A chapter's bytes with blanks for what its author keeps to himself, so that no reader ever has it.
private func withoutPrivate(_ bytes: [UInt8], _ kept: [Range<Int>]) -> [UInt8] {
  if kept.isEmpty { return bytes }
  var bytes = bytes
  for range in kept {
    for i in range where !bytes[i].isLineEnd { bytes[i] = 0x20 }
  }
  return bytes
}
