import BookDiagnostics
import BookModel

/// Lets a link to `#the-mill` lead to the one other chapter that has such a place, where its own has
/// none: programs that print all chapters as one text write links so.
func resolveDistantAnchors(_ book: inout Book) {
  let own = book.chapters.indices.filter { index in
    book.chapters[index].marks.contains { anchorAlone(of: $0) != nil }
  }
  guard !own.isEmpty else { return }
  // Of the other chapters only where some link leads to none of its own.
  lazy var anchors = book.chapters.map { Anchors($0).ids }
  for index in own {
    let here = Anchors(book.chapters[index]).ids
    for mark in book.chapters[index].marks.indices {
      guard let anchor = anchorAlone(of: book.chapters[index].marks[mark]),
        case .chapter(_, let fragment?) = book.target(of: "#" + anchor, from: index),
        !here.contains(Book.percentDecoded(fragment))
      else { continue }
      let wanted = Book.percentDecoded(anchor)
      let homes = anchors.indices.filter { $0 != index && anchors[$0].contains(wanted) }
      guard homes.count == 1, case .link(_, let title) = book.chapters[index].marks[mark].kind
      else { continue }
      let file = path(of: homes[0], from: index, in: book)
      book.chapters[index].marks[mark].kind = .link(
        destination: file + "#" + anchor, title: title)
    }
  }
}

/// `the-mill` of a link to `#the-mill`.
private func anchorAlone(of mark: Mark) -> String? {
  guard case .link(let destination, _) = mark.kind, destination.hasPrefix("#"),
    destination.utf8.count > 1
  else { return nil }
  return String(destination.dropFirst())
}
