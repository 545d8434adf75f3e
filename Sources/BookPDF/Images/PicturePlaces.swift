import BookDiagnostics
import BookModel

/// Where each picture of the book stands first in the manuscript, by its path from the book's
/// folder.
func picturePlaces(in book: Book) -> [String: SourceSpan] {
  var places: [String: SourceSpan] = [:]
  for (number, chapter) in book.chapters.enumerated() {
    var images: [Image] = []
    for mark in chapter.marks {
      if case .image(let image) = mark.kind { images.append(image) }
    }
    collectFigures(chapter.blocks, depth: 0, into: &images)
    for note in chapter.notes { collectFigures(note.blocks, depth: 0, into: &images) }
    for image in images {
      guard let published = book.publicationImage(image.path, from: number) else { continue }
      if places[published.path] == nil { places[published.path] = image.span }
    }
  }
  return places
}

private func collectFigures(_ blocks: [Block], depth: Int, into images: inout [Image]) {
  guard depth < 100 else { return }
  for block in blocks {
    switch block.kind {
    case .figure(let figure): images.append(figure.image)
    case .quotation(let inner), .element(_, let inner):
      collectFigures(inner, depth: depth + 1, into: &images)
    case .division(let division):
      collectFigures(division.blocks, depth: depth + 1, into: &images)
    case .list(let list):
      for item in list.items { collectFigures(item, depth: depth + 1, into: &images) }
    case .paragraph, .heading, .code, .sceneBreak, .table, .words: break
    }
  }
}
