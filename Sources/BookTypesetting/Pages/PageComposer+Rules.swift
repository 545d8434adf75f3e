extension PageComposer {
  /// The line beside a document, piece by piece: `x` is where its words begin.
  func drawSideRule(
    _ weight: Float, _ canvas: inout PageCanvas, x: Float, from top: Float, height: Float
  ) {
    let piece = Rectangle(
      x: x - design.size * Self.sideRuleDistance, y: top, width: weight, height: height)
    canvas.page.items.append(.fill(.init(rectangle: piece)))
  }

  func drawTableLine(
    _ canvas: inout PageCanvas, _ inset: TableInset?, left: Float, y: Float
  ) {
    let (start, end) = (inset?.left ?? 0, inset?.right ?? 0)
    let line = Rectangle(
      x: left + start, y: y, width: design.measure - start - end, height: Self.tableLineWeight)
    canvas.page.items.append(.fill(.init(rectangle: line)))
  }

  /// Points: between a table's words and the lines above and below them, and how heavy these are.
  static let tableLineDistance: Float = 2
  private static let tableLineWeight: Float = 0.4

  func drawBar(
    _ bar: PageDesign.Opener.Bar, _ parts: [GroupedParagraph],
    _ canvas: inout PageCanvas, left: Float, top: Float
  ) {
    guard let first = parts.first, let last = parts.last else { return }
    let y =
      bar.isAbove
      ? top + first.top - design.leading * 0.5
      : top + last.top + galley.paragraphs[last.paragraph].height + design.leading * 0.5
    let x = design.opener.isCentred ? left + (design.measure - bar.length) / 2 : left
    canvas.page.items.append(
      .fill(
        .init(
          rectangle: Rectangle(x: x, y: y, width: bar.length, height: bar.weight),
          ink: design.accent)))
  }

  /// A bar in the outer margin, as high as the line: bars of one paragraph run together.
  func drawChangeBar(
    _ canvas: inout PageCanvas, baseline: Float, leading: Float, _ index: Int
  ) {
    let isLeftPage = isLeftPage(index)
    let distance = design.size * Self.changeBarDistance
    let left = left(index)
    let x =
      isLeftPage
      ? left - distance - Self.changeBarWeight : left + design.measure + distance
    canvas.page.items.append(
      .fill(
        .init(
          rectangle: Rectangle(
            x: x, y: baseline - leading * (1 - Self.descent), width: Self.changeBarWeight,
            height: leading))))
  }

  /// From a document's words to the line beside them, in sizes of the type.
  private static let sideRuleDistance: Float = 0.8

  /// Points; as heavy as a proof reader's pencil.
  private static let changeBarWeight: Float = 1
  /// From the text to the bar, in sizes of the type: clear of marks that hang in the margin.
  private static let changeBarDistance: Float = 1
}
