import BookXML

extension HTMLReader {
  mutating func readList(_ element: XMLElement, _ look: TypedRun) {
    lists += 1
    let name = "list \(lists)"
    // An item's own words are taken before the list within it, and with them what says that they are one.
    let level = listsAround
    listsAround += 1
    var number = element.name == "ol" ? element["start"].flatMap { Int($0) } ?? 1 : nil
    for child in element.elements {
      flush()
      if child.name == "ul" || child.name == "ol" {
        block.item = TypedParagraph.ListItem(list: name, level: level, number: nil)
        readList(child, look)
        continue
      }
      block.item = TypedParagraph.ListItem(list: name, level: level, number: number)
      read(children: child, look)
      flush()
      number = number.map { $0 + 1 }
    }
    listsAround -= 1
    block.item = nil
  }

  mutating func readTable(_ element: XMLElement) {
    var rows: [[[TypedBlock]]] = []
    func rowElements(_ element: XMLElement) -> [XMLElement] {
      element.elements.flatMap { child in
        child.name == "tr"
          ? [child] : ["tbody", "thead", "tfoot"].contains(child.name) ? rowElements(child) : []
      }
    }
    for row in rowElements(element) {
      var cells: [[TypedBlock]] = []
      for cell in row.elements where cell.name == "td" || cell.name == "th" {
        let outer = (blocks, block, listsAround)
        blocks = []
        block = Block()
        listsAround = 0
        read(children: cell, TypedRun(.text("")))
        flush()
        cells.append(blocks.filter(\.holdsWordsOrPictures))
        (blocks, block, listsAround) = outer
        for _ in 1..<max(1, min(64, cell["colspan"].flatMap { Int($0) } ?? 1)) { cells.append([]) }
      }
      rows.append(cells)
    }
    if let caption = element.first("caption") {
      read(children: caption, TypedRun(.text("")))
      flush()
    }
    if !rows.isEmpty { blocks.append(.table(TypedTable(rows: rows, place: place))) }
  }
}
