import BookDiagnostics
import BookTypesetting
import BookXML
import PDFReading
import Testing

@testable import BookPDF

@Suite struct DrawingTests {
  private func operators(_ path: DrawingPath) -> [PDFValue] {
    var lexer = PDFLexer(path.operators)
    var result: [PDFValue] = []
    while let token = lexer.next() { result.append(token) }
    return result
  }

  @Test(arguments: [
    ("m0 0 10 0 0 10z", "M0,0L10,0L10,10Z"), ("M1 1h2v3H0V0", "M1 1L3 1L3 4L0 4L0 0"),
    ("M0 0c1-1 2 1 3 0s2 1 3 0", "M0 0C1-1 2 1 3 0C4-1 5 1 6 0"),
    ("M0 0Q1 2 2 0T4 0", "M0 0q1 2 2 0q1-2 2 0"), ("M.5.5-1e1 2", "M0.5 0.5L-10 2"),
    ("M0 0L1 1 2 x 3", "M0 0L1 1"), ("", ""), ("L5 5", "M0 0L5 5"), ("M0 0zzz", "M0 0zzz"),
  ])
  func spellingsOfAPathAreTheSame(first: String, second: String) {
    let (a, b) = (PathData(first).outline(), PathData(second).outline())
    #expect(operators(a) == operators(b))
  }

  @Test(arguments: [(0.0, false, false), (30, false, true), (-75, true, false), (200, true, true)])
  func arcsLieOnTheirEllipse(turn: Double, isLarge: Bool, isClockwise: Bool) {
    var path = DrawingPath()
    path.move(to: Point(x: 3, y: -2))
    let (rx, ry) = (90.0, 40.0)
    path.arc(
      radii: Point(x: rx, y: ry), rotation: turn, isLarge: isLarge, isClockwise: isClockwise,
      to: Point(x: 40, y: 21))
    #expect(abs(path.current.x - 40) < 1e-9 && abs(path.current.y - 21) < 1e-9)
    // Every curve's ends and middle are equally far from the centre, measured in the radii.
    var numbers: [Double] = []
    var places: [Point] = [Point(x: 3, y: -2)]
    for token in operators(path) {
      if case .number(let number) = token { numbers.append(number) }
      guard token == .word("c"), let from = places.last else {
        if token == .word("m") { numbers.removeAll() }
        continue
      }
      let p = stride(from: 0, to: 6, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
      places.append((from + p[0] * 3 + p[1] * 3 + p[2]) * 0.125)
      places.append(p[2])
      numbers.removeAll()
    }
    let round = places.map { place -> Point in
      let angle = -turn * .pi / 180
      return Point(
        x: (place.x * cosine(angle) - place.y * sine(angle)) / rx,
        y: (place.x * sine(angle) + place.y * cosine(angle)) / ry)
    }
    let centre = circumcentre(round[0], round[1], round[2])
    for place in round {
      let (dx, dy) = (place.x - centre.x, place.y - centre.y)
      #expect(abs((dx * dx + dy * dy).squareRoot() - 1) < 0.001)
    }
  }

  private func sine(_ x: Double) -> Double { svgTransform("rotate(\(x * 180 / .pi))")?[0][1] ?? 0 }
  private func cosine(_ x: Double) -> Double {
    svgTransform("rotate(\(x * 180 / .pi))")?[0][0] ?? 0
  }

  private func circumcentre(_ a: Point, _ b: Point, _ c: Point) -> Point {
    let d = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y))
    let (a2, b2, c2) = (a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y, c.x * c.x + c.y * c.y)
    return Point(
      x: (a2 * (b.y - c.y) + b2 * (c.y - a.y) + c2 * (a.y - b.y)) / d,
      y: (a2 * (c.x - b.x) + b2 * (a.x - c.x) + c2 * (b.x - a.x)) / d)
  }

  private func leftOut(_ svg: String) throws -> [String] {
    let root = try #require(XMLElement.read(Array(svg.utf8), names: .svg).root)
    return DrawingBuilder(root) { _, _ in nil }.leftOut
  }

  @Test(arguments: [
    ("<svg><title>a</title><desc>b</desc><defs><linearGradient/></defs><g/></svg>", [String]()),
    ("<svg><image href='x'/><rect/><image/></svg>", ["<image>"]),
    ("<svg><rect fill='url(#g)' width='1' height='1'/></svg>", ["fill=\"url(#g)\""]),
    ("<svg><g filter='url(#f)'/><foreignObject/></svg>", ["filter", "<foreignObject>"]),
    ("<svg><line marker-end='url(#m)' x2='3'/></svg>", ["marker-end"]),
    ("<svg><use href='#no'/></svg>", ["<use href=\"#no\">"]),
    ("<svg><switch><desc/><g><image/></g><filter/></switch></svg>", ["<image>"]),
    ("<svg><rect fill='lab(50 0 0)' width='1' height='1'/></svg>", ["fill=\"lab(50 0 0)\""]),
    ("<svg><style>g:hover rect{fill:red}</style></svg>", ["g:hover rect"]),
    ("<svg xmlns:i='urn:a-program'><i:view><i:grid/></i:view><g i:mode='x'/></svg>", []),
  ])
  func whatIsNotDrawnIsNamedOnce(svg: String, names: [String]) throws {
    #expect(try leftOut(svg) == names)
  }

  /// Pairs of a drawing and the operators that make its edge, in its own space.
  @Test(arguments: [
    (
      "<clipPath id='c'><rect width='4' height='4'/></clipPath>",
      "0 0 m\n4 0 l\n4 4 l\n0 4 l\n0 0 l\nh\nW n\n"
    ),
    (
      "<rect id='r' width='4' height='4'/><clipPath id='c'><use xlink:href='#r' x='1'/></clipPath>",
      "1 0 0 1 1 0 cm\n0 0 m\n4 0 l\n4 4 l\n0 4 l\n0 0 l\nh\nW n\n1 0 0 1 -1 0 cm\n"
    ),
    (
      "<clipPath id='c' transform='scale(2)'><path clip-rule='evenodd' d='M0 0h1'/></clipPath>",
      "2 0 0 2 0 0 cm\n0 0 m\n1 0 l\nW* n\n.5 0 0 .5 0 0 cm\n"
    ),
    ("<clipPath id='c'/>", "0 0 0 0 re\nW n\n"),
    (
      "<clipPath id='c' clipPathUnits='objectBoundingBox'><path d='M0 0h1'/></clipPath>",
      "8 0 0 8 1 1 cm\n0 0 m\n1 0 l\nW n\n.125 0 0 .125 -.125 -.125 cm\n"
    ),
  ])
  func anEdgeCutsWhatIsDrawnWithinIt(definition: String, operators: String) throws {
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
      + "viewBox='0 0 9 9'><defs>\(definition)</defs>"
      + "<rect x='1' y='1' width='8' height='8' fill='lime' clip-path='url(#c)'/></svg>"
    let text = try drawn(svg).text
    #expect(text.contains("q\n" + operators + "q\n0 1 0 rg"), "\(text)")
    #expect(try leftOut(svg) == [])
  }

  @Test(arguments: [
    "<clipPath id='c'><text>a</text></clipPath>", "<g id='c'/>", "",
    "<clipPath id='c' clip-path='url(#d)'><path d='M0 0h1'/></clipPath>",
  ])
  func anEdgeThatCannotBeCutIsTold(definition: String) throws {
    let svg = "<svg>\(definition)<rect width='1' height='1' clip-path='url(#c)'/></svg>"
    #expect(try leftOut(svg).contains("clip-path"))
  }

  /// Pairs of what stands in a drawing of 9 by 9 and an operator that it must come to.
  @Test(arguments: [
    (
      "<symbol id='s' viewBox='0 0 2 2'><path d='M0 0h1'/></symbol><use href='#s' width='6' height='6'/>",
      "3 0 0 3 0 0 cm\n0 0 m\n2 0 l\n"
    ),
    (
      "<svg x='1' width='4' height='2' viewBox='0 0 2 2'><path d='M0 0h1'/></svg>",
      "-1 0 m\n3 0 l\n3 2 l\n-1 2 l\n-1 0 l\nh\nW n\n1 0 0 1 -2 0 cm\n1 0 0 1 2 0 cm\n"
    ),
    ("<path style='transform: translate(2px, 3px)' d='M0 0h1'/>", "1 0 0 1 2 3 cm"),
    ("<rect style='width: 2px; height: 3px'/>", "2 3 l"),
    ("<style>circle { r: 1px }</style><circle/>", "c\n"),
  ])
  func whatAStyleOrARoomSays(inner: String, operators: String) throws {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\(inner)</svg>"
    let text = try drawn(svg).text
    #expect(text.contains(operators), "\(text)")
    #expect(try leftOut(svg) == [])
  }

  @Test func aStatedSizeStretchesADrawingAsBrowsersDo() throws {
    let svg =
      "<svg width='300' height='150' viewBox='0 0 100 100' preserveAspectRatio='none'>"
      + "<path d='M0 0h1'/></svg>"
    let root = try #require(XMLElement.read(Array(svg.utf8), names: .svg).root)
    let drawing = DrawingBuilder(root) { _, _ in nil }.drawing
    #expect(drawing.extent.width == 300 && drawing.extent.height == 150)
    #expect(try drawn(svg).text.contains("3 0 0 1.5 0 0 cm"))
  }

  @Test func blanksStandAsTheyAreWhereTheDrawingSaysSo() throws {
    let root = try #require(
      XMLElement.read(Array("<text xml:space='preserve'>a  b</text>".utf8), names: .svg).root)
    #expect(SVGStyle().applying(root) { _ in }.keepsBlanks)
  }

  @Test func aSwitchMovesAndPaintsWhatItChooses() throws {
    let svg =
      "<svg viewBox='0 0 9 9'><switch transform='translate(3 0)' fill='lime'>"
      + "<g systemLanguage='xx'><path d='M1 1h5'/></g><rect width='2' height='2'/></switch></svg>"
    let text = try drawn(svg).text
    #expect(text.contains("1 0 0 1 3 0 cm"))
    #expect(text.contains("0 1 0 rg"))
    #expect(!text.contains("1 1 m"))
  }

  @Test func aDrawingThatRefersToItselfEnds() throws {
    let svg = "<svg><g id='a'><use href='#a'/><use href='#a'/><use href='#a'/></g></svg>"
    #expect(try leftOut(svg).allSatisfy { $0.contains("#a") })
  }

  @Test(arguments: [
    ("#000", Ink.black), ("black", .black), ("#808080", .gray(128 / 255)), ("white", .gray(1)),
    ("#f00", .colour(red: 1, green: 0, blue: 0)),
    ("rgb(0, 255,0)", .colour(red: 0, green: 1, blue: 0)),
    (" RGB(100%,0%,0%) ", .colour(red: 1, green: 0, blue: 0)),
    ("hsl(120, 100%, 50%)", .colour(red: 0, green: 1, blue: 0)), ("hsl(77 0% 100%)", .gray(1)),
    ("hsl(-240deg 100% 50% / 100%)", .colour(red: 0, green: 1, blue: 0)),
  ])
  func coloursAreInks(text: String, ink: Ink) {
    #expect(SVGPaint(text) == .ink(ink))
    #expect(SVGPaint(text) != .ink(ink, opacity: 0.5))
  }

  @Test(
    arguments: [
      ("rgba(255,0,0,.5)", 0.5), ("rgb(255 0 0 / 20%)", 0.2), ("#f008", 136 / 255),
      ("#ff000033", 0.2), ("hsla(0,100%,50%,.25)", 0.25),
    ] as [(String, Double)])
  func coloursMayShowThrough(text: String, share: Double) {
    #expect(SVGPaint(text) == .ink(.colour(red: 1, green: 0, blue: 0), opacity: share))
  }

  @Test(arguments: [
    ("url(#a)", SVGPaint.none), ("url( '#a' ) red", .ink(.colour(red: 1, green: 0, blue: 0))),
    ("url(#a) none", .none),
  ])
  func gradientsAreNamed(text: String, fallback: SVGPaint) {
    #expect(SVGPaint(text) == .server("a", fallback: fallback))
  }

  /// What a drawing's operators and gradients are, as text.
  private func drawn(_ svg: String, isGrey: Bool = false) throws -> (
    text: String, shadings: [String]
  ) {
    let builder = DrawingBuilder(
      try #require(XMLElement.read(Array(svg.utf8), names: .svg).root), isGrey: isGrey
    ) { _, _ in nil }
    return text(of: builder.drawing, .screen)
  }

  private func text(of drawing: Drawing, _ profile: PDFProfile) -> (
    text: String, shadings: [String]
  ) {
    var writer = DrawingWriter(fonts: [], profile: profile)
    var file = PDFFile(version: "%PDF-1.7", level: 0)
    for matrix in drawing.matrices { writer.contents.write(matrix: matrix) }
    writer.write(drawing.painted, &file)
    return (
      String(decoding: writer.contents, as: UTF8.self),
      writer.gradients.map { String(decoding: $0, as: UTF8.self) }
    )
  }

  @Test(arguments: [
    (".a{fill:lime}", "0 1 0 rg"), ("rect{fill:lime}", "0 1 0 rg"), ("#r{fill:lime}", "0 1 0 rg"),
    ("*{fill:lime}", "0 1 0 rg"), ("rect.a.b{fill:lime}", "0 1 0 rg"),
    (".a{fill:red}#r{fill:lime}.b{fill:blue}", "0 1 0 rg"),
    (".a{fill:red}.b{fill:lime}", "0 1 0 rg"),
    ("/* .a{} */ .a , .z { fill : lime !important }", "0 1 0 rg"),
    ("@media print{.a{fill:red}} .a{fill:lime}", "0 1 0 rg"), (".c{fill:red}", "0 0 1 rg"),
    ("g rect{fill:lime}", "0 1 0 rg"), ("svg .a{fill:lime}", "0 1 0 rg"),
    (".o > .a{fill:lime}", "0 1 0 rg"), ("svg > .a{fill:red}", "0 0 1 rg"),
    ("svg>g.o>*{fill:lime}", "0 1 0 rg"), ("svg g .a{fill:red}.o .a{fill:lime}", "0 1 0 rg"),
    ("rect g{fill:red}", "0 0 1 rg"), ("> rect{fill:red}", "0 0 1 rg"),
  ])
  func rulesOfAStyleSheetHold(sheet: String, ink: String) throws {
    let svg =
      "<svg viewBox='0 0 9 9'><style>\(sheet)</style>"
      + "<g class='o'><rect id='r' class='a b' fill='blue' width='9' height='9'/></g></svg>"
    #expect(try drawn(svg).text.contains(ink))
    let own = svg.replacing("width='9'", with: "style='fill:yellow' width='9'")
    #expect(try drawn(own).text.contains("1 1 0 rg"))
  }

  /// What a press gets of drawings on white of which something shows through.
  @Test(
    arguments: [
      // Red that half shows is pink on white, and a brown where blue lies below it.
      (
        "<rect width='4' height='4' fill='blue'/><rect width='2' height='2' fill='red' opacity='.5'/>",
        ["1 1 0 0 k", "0 .5 .5 0 k", "0 1 0 .5 k"], []
      ),
      ("<rect width='2' height='2' fill='red' opacity='.5'/>", ["0 .5 .5 0 k"], []),
      (
        "<rect width='2' height='2' fill='blue'/><rect x='5' width='2' height='2' fill='#f008'/>",
        ["1 1 0 0 k", "0 .533 .533 0 k"], []
      ),
      // The members of a group hide each other; what lies below shows through both.
      (
        "<rect width='9' height='9' fill='blue'/><g opacity='.5'><rect width='4' height='4' fill='red'/>"
          + "<rect width='2' height='2' fill='lime'/></g>",
        ["1 1 0 0 k", "0 .5 .5 0 k", "0 1 0 .5 k", ".5 0 .5 0 k", "1 0 0 .5 k"], []
      ),
      (
        "<rect width='4' height='4' fill='blue'/><path d='M0 0h4' fill='none' stroke='red' stroke-opacity='.5'/>",
        ["1 1 0 0 k", "0 .5 .5 0 K"], ["half-transparent lines or letters over something else"]
      ),
    ] as [(String, [String], [String])])
  func nothingShowsThroughOnAPress(
    inner: String, inks: [String], leftOut: [String]
  ) throws {
    let svg = "<svg viewBox='0 0 9 9'>\(inner)</svg>"
    let root = try #require(XMLElement.read(Array(svg.utf8), names: .svg).root)
    var drawing = DrawingBuilder(root) { _, _ in nil }.drawing
    #expect(drawing.flatten() == leftOut)
    let operators = text(of: drawing, .print).text
    #expect(
      operators.split(separator: "\n").filter { $0.lowercased().hasSuffix(" k") }
        .map { $0.replacing(" w 0 J 0 j 4 M", with: "") } == inks.map { $0[...] }, "\(operators)")
    #expect(!operators.contains(" gs"))
  }

  @Test func aGroupShowsThroughAsAWhole() throws {
    let svg = """
      <svg viewBox='0 0 9 9'><g opacity='.5'><rect width='4' height='4'/><circle r='2'/></g>
      <g opacity='.5'><rect width='4' height='4'/></g></svg>
      """
    let text = try drawn(svg).text
    #expect(text.contains("/G0 gs\n/D0 Do Q"))
    #expect(text.contains("/G1 gs\n0 g\n0 0 m"), "\(text)")
    #expect(try leftOut(svg) == [])
  }

  /// What is drawn of a shape, its opacity apart.
  @Test(arguments: [
    ("<rect width='4' height='4' style='opacity:.5;fill:blue;stroke:red'/>", "/D0 Do Q"),
    ("<rect width='4' height='4' fill='blue' opacity='.5'/>", "/G0 gs\n0 0 1 rg"),
    ("<rect width='4' height='4' fill='light-dark(lime, black)'/>", "0 1 0 rg"),
    ("<rect width='4' height='4' fill='var(--x, rgb(0,255,0))'/>", "0 1 0 rg"),
    ("<ellipse cx='4' cy='4' rx='2' fill='lime'/>", "0 1 0 rg\n2 4 m"),
  ])
  func shapesLookAsInBrowsers(inner: String, operators: String) throws {
    let svg = "<svg viewBox='0 0 9 9'>\(inner)</svg>"
    let text = try drawn(svg).text
    #expect(text.contains(operators), "\(text)")
    #expect(try leftOut(svg) == [])
  }

  /// Half way from red to a blue that shows nothing is half of a purple.
  @Test func fadingChangesInkAndOpacityTogether() throws {
    let svg = """
      <svg viewBox='0 0 9 9'><linearGradient id='g'><stop offset='0' stop-color='red'/>
      <stop offset='1' stop-color='blue' stop-opacity='0'/></linearGradient>
      <rect width='9' height='9' fill='url(#g)'/></svg>
      """
    let (_, shadings) = try drawn(svg)
    #expect(shadings.first?.contains("[.75 .5 .75]") == true, "\(shadings)")
  }

  @Test func gradientsAreShadings() throws {
    let svg = """
      <svg viewBox='0 0 100 50'><defs><linearGradient id='b'><stop offset='20%' stop-color='red'/>
      <stop offset='0.8' style='stop-color:lime'/></linearGradient>
      <radialGradient id='r' href='#b' fx='0.2'/></defs>
      <rect x='10' width='40' height='20' fill='url(#b)'/><circle r='5' fill='url(#r)'/></svg>
      """
    let (text, shadings) = try drawn(svg)
    #expect(shadings.count == 2)
    #expect(shadings[0].contains("/ShadingType 2/Coords[0 0 1 0]"))
    #expect(shadings[0].contains("/Bounds[.2 .8]"))
    #expect(shadings[1].contains("/ShadingType 3/Coords[.2 .5 0 .5 .5 .5]"))
    #expect(text.contains("W n\n40 0 0 20 10 0 cm\n/H0 sh Q"))
    #expect(try drawn(svg, isGrey: true).shadings.allSatisfy { !$0.contains("C0[1 0 0]") })
  }

  @Test(arguments: ["url(a.svg#b)", "#12", "#gggggg", "rgb(1,2)", "periwinkleish", ""])
  func otherColoursAreNone(text: String) { #expect(SVGPaint(text) == nil) }

  @Test(arguments: [
    ("10", 10.0), ("10px", 10), ("72pt", 96), ("1in", 96), ("25.4mm", 96), ("2em", 32),
    ("50%", 100),
  ])
  func lengthsAreUserUnits(text: String, expected: Double) {
    #expect(abs((svgLength(text, relativeTo: 200) ?? 0) - expected) < 1e-9)
  }
}
