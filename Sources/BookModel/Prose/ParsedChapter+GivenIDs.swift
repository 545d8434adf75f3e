extension ParsedChapter {
  /// The ids that the author gave to elements, words and pictures, besides those of headings.
  package var givenIDs: Set<String> {
    var ids: Set<String> = []
    func add(_ blocks: [Block]) {
      for block in blocks {
        switch block.kind {
        case .element(let element, let children):
          ids.formUnion(element.identifiers)
          add(children)
        case .figure(let figure): if let id = figure.image.id { ids.insert(id) }
        case .quotation(let children): add(children)
        case .list(let list): list.items.forEach(add)
        case .division(let division): add(division.blocks)
        default: break
        }
      }
    }
    add(blocks)
    for note in notes { add(note.blocks) }
    for mark in marks {
      switch mark.kind {
      case .element(let element): ids.formUnion(element.identifiers)
      case .image(let image): if let id = image.id { ids.insert(id) }
      default: break
      }
    }
    return ids
  }
}
