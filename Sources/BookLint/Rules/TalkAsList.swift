package import BookDiagnostics
package import BookModel

/// What was said, each line after a hyphen and a blank, which is a list to Markdown.
package struct TalkAsList: ChapterRule {
  package static let code = DiagnosticCode.talkAsList

  package init() {}

  package func check(_ chapter: Int, in book: AnnotatedBook) -> [Diagnostic] {
    let chapter = book.book.chapters[chapter]
    let lists = chapter.blocks.filter { isTalk($0, in: chapter, book.book) }
    guard let first = lists.first else { return [] }
    return [
      Diagnostic(
        Self.code, "what is said is set as a list, since a hyphen and a blank begin each line",
        at: SourceSpan(
          file: first.span.file, start: Int(first.span.start), end: Int(first.span.start) + 1),
        notes: [
          DiagnosticNote("write a dash, '—', before each, and leave a line empty between")
        ] + (lists.count > 1 ? [DiagnosticNote("\(lists.count) such in this chapter")] : []))
    ]
  }

  /// Whether every item is a whole sentence, and a question has an answer.
  private func isTalk(_ block: Block, in chapter: ParsedChapter, _ book: Book) -> Bool {
    guard case .list(let list) = block.kind, list.start == nil, list.items.count > 1 else {
      return false
    }
    let bytes = book.sources[chapter.source].bytes
    guard bytes.indices.contains(Int(block.span.start)),
      bytes[Int(block.span.start)] == UInt8(ascii: "-")
    else { return false }
    let items = list.items.compactMap { blocks -> String? in
      guard blocks.count == 1, let leaf = blocks[0].leaf else { return nil }
      return chapter.string(chapter.prose[leaf].text)
    }
    let ends = items.compactMap(\.last)
    guard ends.count == list.items.count, ends.allSatisfy({ ".?!…".contains($0) }) else {
      return false
    }
    return zip(ends, ends.dropFirst()).contains { $0 == "?" && $1 != "?" }
      || items.dropLast().contains(where: Self.saysWhoSpeaks)
  }

  /// `Tu viens ? dit-il.`: what is said ends within the sentence.
  private static func saysWhoSpeaks(_ item: String) -> Bool {
    guard let end = item.firstIndex(where: { $0 == "?" || $0 == "!" }) else { return false }
    let rest = item[item.index(after: end)...]
    return rest.first?.isWhitespace == true
      && rest.drop(while: \.isWhitespace).first?.isLowercase == true
  }
}

extension Block {
  /// The words of a paragraph, or of an item that is nothing else.
  fileprivate var leaf: Int? {
    switch kind {
    case .words(let leaf), .paragraph(let leaf): leaf
    default: nil
    }
  }
}
