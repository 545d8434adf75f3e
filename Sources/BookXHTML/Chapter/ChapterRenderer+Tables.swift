import BookModel

extension ChapterRenderer {
  /// A table; on a site it may scroll sideways, so the keyboard must reach it (WCAG 2.1.1).
  mutating func table(_ table: Table, to out: inout MarkupWriter) {
    let scrolls = documentExtension != ".xhtml"
    out.open(.div, scrolls ? [.class("table"), Attribute("tabindex", "0")] : [.class("table")])
    out.open(.table)
    out.newline()
    // An empty corner makes the first column the rows' headings.
    let hasRowHeadings = table.header.count > 1 && table.header.first.map(isEmpty) == true
    if table.header.contains(where: { !isEmpty($0) }) {
      out.open(.thead)
      out.open(.tr)
      for (column, prose) in table.header.enumerated() {
        cell(
          prose, isEmpty(prose) ? .td : .th, scope: isEmpty(prose) ? nil : "col",
          alignment(table, column), to: &out)
      }
      out.close()
      out.close()
      out.newline()
    }
    out.open(.tbody)
    out.newline()
    for row in table.rows {
      out.open(.tr)
      for (column, prose) in row.enumerated() {
        let isHeading = hasRowHeadings && column == 0 && !isEmpty(prose)
        cell(
          prose, isHeading ? .th : .td, scope: isHeading ? "row" : nil, alignment(table, column),
          to: &out)
      }
      out.close()
      out.newline()
    }
    out.close()
    out.close()
    out.close()
  }

  private func alignment(_ table: Table, _ column: Int) -> Attribute? {
    guard table.alignments.indices.contains(column) else { return nil }
    switch table.alignments[column] {
    case .none: return nil
    case .left: return .class("left")
    case .center: return .class("center")
    case .right: return .class("right")
    }
  }

  private func isEmpty(_ prose: Int) -> Bool {
    guard chapter.prose.indices.contains(prose) else { return true }
    return chapter.text[chapter.prose[prose].text].allSatisfy { $0 <= 0x20 }
      && chapter.prose[prose].marks.isEmpty
  }

  private mutating func cell(
    _ prose: Int, _ element: ElementName, scope: StaticString?, _ alignment: Attribute?,
    to out: inout MarkupWriter
  ) {
    guard chapter.prose.indices.contains(prose) else {
      out.empty(.td)
      return
    }
    let leaf = chapter.prose[prose]
    out.comes(from: chapter.span(leaf.text))
    var attributes: [Attribute] = leaf.id.isEmpty ? [] : [.id(leaf.id)]
    if let scope { attributes.append(.scope(scope)) }
    if let alignment { attributes.append(alignment) }
    out.open(element, attributes)
    inline(leaf, to: &out)
    out.close()
  }
}
