import BookModel

/// A letter, a diary's entry or another paper that the story quotes: its words count from the day
/// it was written.
struct QuotedPaper {
  /// Range of the chapter's leaves.
  var leaves: Range<Int>
  /// What stands behind `::: letter`.
  var label: String?
  /// Whether it is of the narrator's own diary.
  var isDiary = false
}

/// The papers quoted in a chapter, in order; one within another belongs to the outer one.
func quotedPapers(in blocks: [Block]) -> [QuotedPaper] {
  var papers: [QuotedPaper] = []
  collect(blocks, 0, &papers)
  return papers
}

/// Deeper than this nobody nests blocks.
private let deepest = 40

private func collect(_ blocks: [Block], _ depth: Int, _ papers: inout [QuotedPaper]) {
  guard depth < deepest else { return }
  for block in blocks {
    switch block.kind {
    case .division(let division):
      switch division.kind {
      case .letter, .diary, .document:
        var leaves: Range<Int>?
        span(division.blocks, 0, &leaves)
        if let leaves {
          papers.append(
            QuotedPaper(
              leaves: leaves, label: division.label, isDiary: division.kind == .diary))
        }
      case .verse, .epigraph, .transcript, .recipe, .plate, .gallery: break
      }
    case .quotation(let inner), .element(_, let inner): collect(inner, depth + 1, &papers)
    case .list(let list): for item in list.items { collect(item, depth + 1, &papers) }
    default: break
    }
  }
}

/// Widens a range to all leaves of blocks.
private func span(_ blocks: [Block], _ depth: Int, _ leaves: inout Range<Int>?) {
  guard depth < deepest else { return }
  func add(_ leaf: Int?) {
    guard let leaf else { return }
    let known = leaves ?? leaf..<leaf
    leaves = min(known.lowerBound, leaf)..<max(known.upperBound, leaf + 1)
  }
  for block in blocks {
    switch block.kind {
    case .paragraph(let leaf), .words(let leaf), .heading(_, let leaf, _): add(leaf)
    case .quotation(let inner), .element(_, let inner): span(inner, depth + 1, &leaves)
    case .list(let list): for item in list.items { span(item, depth + 1, &leaves) }
    case .figure(let figure):
      add(figure.caption)
      add(figure.credit)
    case .table(let table):
      for leaf in table.header + table.rows.joined() { add(leaf) }
    case .division(let division): span(division.blocks, depth + 1, &leaves)
    case .code, .sceneBreak: break
    }
  }
}
