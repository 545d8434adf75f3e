import BookTypesetting

extension PDFFile {
  /// The name tree of destinations; nil when there are none.
  mutating func addDestinations(
    _ pages: PageList, _ geometry: PageGeometry, _ references: [Reference]
  ) -> Reference? {
    var seen: Set<String> = []
    let entries = pages.destinations.compactMap { place -> (key: String, value: [UInt8])? in
      guard references.indices.contains(place.page), seen.insert(place.name).inserted else {
        return nil
      }
      var value: [UInt8] = []
      value.append(0x5B)
      value.write(references[place.page])
      value.write("/XYZ null ")
      value.write(thousandths: geometry.y(place.y))
      value.write(" null]")
      return (place.name, value)
    }
    return entries.isEmpty ? nil : addNameTree(entries)
  }

  /// The bookmarks; nil when there are none.
  mutating func addOutline(_ items: [OutlineItem]) -> Reference? {
    if items.isEmpty { return nil }
    let root = reserve()
    let references = items.map { _ in reserve() }
    // Children of every item, the root's last; an item too deep counts as a child of the last.
    var children: [[Int]] = Array(repeating: [], count: items.count + 1)
    var parents = Array(repeating: items.count, count: items.count)
    var path: [Int] = []
    for (index, item) in items.enumerated() {
      path.removeLast(max(0, path.count - max(0, item.depth)))
      parents[index] = path.last ?? items.count
      children[parents[index]].append(index)
      path.append(index)
    }
    func reference(_ index: Int) -> Reference { index == items.count ? root : references[index] }
    for parent in children.indices {
      for (place, child) in children[parent].enumerated() {
        var entries: [UInt8] = []
        entries.write("<</Title")
        entries.write(text: items[child].title)
        entries.write("/Parent ")
        entries.write(reference(parent))
        entries.write("/Dest")
        entries.write(text: items[child].destination)
        if place > 0 {
          entries.write("/Prev ")
          entries.write(references[children[parent][place - 1]])
        }
        if place + 1 < children[parent].count {
          entries.write("/Next ")
          entries.write(references[children[parent][place + 1]])
        }
        write(children[child], references, isOpen: false, into: &entries)
        entries.write(">>")
        set(references[child], entries)
      }
    }
    var entries: [UInt8] = []
    entries.write("<</Type/Outlines")
    write(children[items.count], references, isOpen: true, into: &entries)
    entries.write(">>")
    set(root, entries)
    return root
  }

  private func write(
    _ children: [Int], _ references: [Reference], isOpen: Bool, into entries: inout [UInt8]
  ) {
    guard let first = children.first, let last = children.last else { return }
    entries.write("/First ")
    entries.write(references[first])
    entries.write("/Last ")
    entries.write(references[last])
    entries.write("/Count ")
    entries.write(isOpen ? children.count : -children.count)
  }

  /// The printed page numbers (ISO 32000-1, 12.4.2).
  mutating func addPageLabels(_ pages: [Page]) -> Reference {
    var entries: [(key: Int, value: [UInt8])] = []
    var expected: (numbering: Page.Numbering, number: Int)?
    for (index, page) in pages.enumerated() {
      if expected?.numbering != page.numbering || expected?.number != page.number {
        var value: [UInt8] = []
        value.write(page.numbering == .roman ? "<</S/r" : "<</S/D")
        if page.number != 1 {
          value.write("/St ")
          value.write(max(1, page.number))
        }
        value.write(">>")
        entries.append((index, value))
      }
      expected = (page.numbering, page.number + 1)
    }
    if entries.isEmpty { entries.append((0, Array("<</S/D>>".utf8))) }
    return addNumberTree(entries)
  }
}
