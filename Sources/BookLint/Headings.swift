import BookDiagnostics
import BookModel

extension ParsedChapter {
  /// The headings of the body in order, each with its place in `sections`; those of notes are no
  /// part of the chapter's order.
  var headingLevels: [(section: Int, level: Int)] {
    sections.enumerated().compactMap { number, section in
      prose[section.prose].note == nil ? (number, section.level) : nil
    }
  }

  /// The whole heading in the file, with its signs.
  func headingSpan(_ section: Int) -> SourceSpan {
    func find(_ blocks: [Block]) -> SourceSpan? {
      for block in blocks {
        switch block.kind {
        case .heading(_, _, section): return block.span
        case .quotation(let children), .element(_, let children):
          if let found = find(children) { return found }
        case .division(let division):
          if let found = find(division.blocks) { return found }
        case .list(let list):
          for item in list.items {
            if let found = find(item) { return found }
          }
        default: break
        }
      }
      return nil
    }
    return find(blocks) ?? span(prose[sections[section].prose].text)
  }
}
