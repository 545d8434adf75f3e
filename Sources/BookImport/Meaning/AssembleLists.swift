/// Items as lists within lists.
func listBlocks(
  _ items: ArraySlice<(item: TypedParagraph.ListItem, runs: [TypedRun])>
) -> [ImportedBlock] {
  guard let first = items.first else { return [] }
  let level = items.map(\.item.level).min() ?? 0
  var blocks: [ImportedBlock] = []
  var list: [[ImportedBlock]] = []
  var start = first.item.number
  var last = first.item
  func isSame(_ item: TypedParagraph.ListItem) -> Bool {
    guard (item.number == nil) == (last.number == nil) else { return false }
    guard let number = item.number, let before = last.number else { return item.list == last.list }
    return number == before + 1
  }
  var index = items.startIndex
  while index < items.endIndex {
    let (item, runs) = items[index]
    if item.level > level {
      var end = index
      while end < items.endIndex, items[end].item.level > level { end += 1 }
      let inner = listBlocks(items[index..<end])
      if list.isEmpty { list.append(inner) } else { list[list.count - 1] += inner }
      index = end
      continue
    }
    if !list.isEmpty, !isSame(item) {
      blocks.append(.list(start: start, items: list))
      list = []
    }
    if list.isEmpty { start = item.number }
    list.append([.paragraph(runs)])
    last = item
    index += 1
  }
  if !list.isEmpty { blocks.append(.list(start: start, items: list)) }
  return blocks
}
