extension ParsedChapter {
  /// Pictures that stand on their own, those of the notes last.
  package var figures: [Figure] {
    var figures: [Figure] = []
    func add(_ blocks: [Block]) {
      for block in blocks {
        switch block.kind {
        case .figure(let figure): figures.append(figure)
        case .quotation(let children), .element(_, let children): add(children)
        case .list(let list): list.items.forEach(add)
        case .division(let division): add(division.blocks)
        default: break
        }
      }
    }
    add(blocks)
    for note in notes { add(note.blocks) }
    return figures
  }

  /// Images of figures and of running text, in the order of the file.
  package var imagesShown: [Image] {
    var images = figures.map(\.image)
    for mark in marks {
      if case .image(let image) = mark.kind { images.append(image) }
    }
    return images.sorted { $0.span < $1.span }
  }
}
