/// Puts the plates of a galley between its pages, each on a page of its own after the one that names
/// it; two that face each other after a recto, so that a leaf turns to both.
///
/// - Parameter firstSide: 0 when the first page is a recto
func withPlates(_ cuts: [PageCut], of galley: Galley, firstSide: Int) -> [PageCut] {
  guard cuts.contains(where: { !$0.plates.isEmpty }) else { return cuts }
  var result: [PageCut] = []
  var waiting: [Int] = []
  /// Adds those that wait, up to a pair that has to wait for the next page.
  func addWaiting() {
    while let first = waiting.first {
      let pair = galley.figures[first].opensSpread && waiting.count > 1
      if pair, (result.count + firstSide) % 2 == 0 { return }
      for figure in waiting.prefix(pair ? 2 : 1) { result.append(PageCut(plate: figure)) }
      waiting.removeFirst(pair ? 2 : 1)
    }
  }
  for cut in cuts {
    // Where nothing but plates is named, no page comes before them.
    if !cut.isBlank { result.append(cut) }
    for block in cut.plates {
      if case .plate(let figure) = galley.blocks[block].content { waiting.append(figure) }
    }
    addWaiting()
  }
  while !waiting.isEmpty {
    // The last page is a verso: a blank page faces it.
    result.append(PageCut())
    addWaiting()
  }
  return result
}
