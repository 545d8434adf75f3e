extension PageWriter {
  /// Two fine lines at each corner, outside the bleed, that show where to cut.
  mutating func writeCropMarks() {
    let geometry = setting.geometry
    let length = PageGeometry.markLength
    let (left, bottom) = (geometry.left, geometry.above)
    let (right, top) = (left + geometry.width, bottom + geometry.height)
    let sheetWidth = right + geometry.right
    let sheetHeight = top + geometry.above
    // Registration black: all four plates, as a mark must show on each.
    out.write("q 0.25 w 1 1 1 1 K\n")
    for x in [left, right] {
      line(x, 0, x, length)
      line(x, sheetHeight, x, sheetHeight - length)
    }
    for y in [bottom, top] {
      line(0, y, length, y)
      line(sheetWidth, y, sheetWidth - length, y)
    }
    out.write("Q\n")
  }

  private mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    out.write(thousandths: x1)
    out.append(0x20)
    out.write(thousandths: y1)
    out.write(" m ")
    out.write(thousandths: x2)
    out.append(0x20)
    out.write(thousandths: y2)
    out.write(" l S\n")
  }
}
