import BookDiagnostics
import BookModel
import BookOutline
import BookTestSupport
import Testing

@testable import BookTypesetting

/// A key of theme.yaml with a value that the plain design does not have, and what must be said
/// beside it to be seen.
struct ThemeKey: Sendable, CustomTestStringConvertible {
  let path: String
  let value: String
  var beside: [String] = []

  var testDescription: String { path }

  init(_ line: String) {
    let parts = line.split(separator: "|").map { $0.trimming(" ") }
    let pair = parts[0].split(separator: "=", maxSplits: 1).map { $0.trimming(" ") }
    (path, value) = (pair[0], pair[1])
    beside = Array(parts.dropFirst())
  }

  static let all = """
    page.trim = A5
    page.bleed = 0.2in
    page.gutter = 0.5in
    page.margins.head = 1.3in
    page.margins.foot = 1.9in
    page.margins.inner = 1.3in
    page.margins.outer = 1.3in
    type.family = DejaVu Serif
    type.heads = DejaVu Sans
    type.mono = DejaVu Serif
    type.fallback = DejaVu Sans
    type.size = 12pt
    type.leading = 16pt
    type.figures = lining
    type.ligatures = none
    type.small-caps-spacing = 0.2em
    type.mono-scale = 0.7
    paragraph.align = left
    paragraph.indent = 3em
    paragraph.space = 1 lines
    paragraph.hyphenate = false
    paragraph.hyphen-minimum.before = 5
    paragraph.hyphen-minimum.after = 6
    paragraph.hyphen-minimum.word = 20
    paragraph.hyphen-run = 1 | page.margins.inner = 2.6in
    paragraph.last-line-minimum = 14em
    paragraph.protrusion = 0
    paragraph.letter-flexibility = 0
    opener.side = any
    opener.sink = 3 lines
    opener.align = left
    opener.number.style = roman
    opener.number.label = Kapitel
    opener.number.caps = none
    opener.number.size = 14pt
    opener.number.spacing = 0.4em
    opener.title.size = 26pt
    opener.title.leading = 40pt
    opener.title.style = roman
    opener.title.caps = small
    opener.title.spacing = 0.2em
    opener.space-between = 2 lines
    opener.space-after = 5 lines
    opener.rule.length = 2in | opener.rule.weight = 1pt
    opener.rule.weight = 3pt | opener.rule.length = 1in
    opener.rule.place = below-title | opener.rule.weight = 1pt | opener.rule.length = 1in
    opener.first-letter.kind = none
    opener.first-letter.lines = 2 | opener.first-letter.kind = drop-cap
    opener.lead-in = none
    heads.h2.size = 14pt
    heads.h2.style = italic
    heads.h2.weight = bold
    heads.h2.caps = small | heads.h2.style = roman
    heads.h2.spacing = 0.3em
    heads.h2.align = left
    heads.h2.before = 4 lines
    heads.h2.after = 2 lines
    heads.h3.size = 14pt
    heads.h3.style = roman
    heads.h3.weight = bold
    heads.h3.caps = small
    heads.h3.spacing = 0.3em
    heads.h3.align = left
    heads.h3.before = 4 lines
    heads.h3.after = 2 lines
    heads.h4.size = 14pt
    heads.h4.style = roman
    heads.h4.weight = bold
    heads.h4.caps = small
    heads.h4.spacing = 0.3em
    heads.h4.align = center
    heads.h4.before = 4 lines
    heads.h4.after = 2 lines
    running-heads.verso.text = author
    running-heads.verso.align = left
    running-heads.recto.text = title
    running-heads.recto.align = right
    running-heads.size = 11pt
    running-heads.style = italic
    running-heads.caps = small | running-heads.style = roman
    running-heads.spacing = 0.3em
    running-heads.distance = 2.4 lines
    running-heads.folio.place = foot-outer
    running-heads.folio.size = 13pt
    running-heads.folio.figures = lining
    ornaments.scene-break = # # # | ornaments.scene-break-in-page = ornament
    ornaments.scene-break-in-page = ornament
    ornaments.title-page = ❦
    ornaments.color = #aa0000 | ornaments.scene-break-in-page = ornament
    blocks.note.size = 10pt
    blocks.note.leading = 13pt
    blocks.note.rule = 0.7in
    blocks.caption.size = 12pt
    blocks.caption.leading = 15pt
    blocks.caption.style = roman
    blocks.caption.align = left
    blocks.credit.size = 12pt
    blocks.credit.style = italic
    blocks.quotation.size = 12pt
    blocks.quotation.indent = 4em
    blocks.quotation.before = 2 lines
    blocks.quotation.after = 2 lines
    blocks.letter.size = 12pt
    blocks.letter.indent = 4em
    blocks.letter.before = 2 lines
    blocks.letter.after = 2 lines
    blocks.letter.dateline.style = roman
    blocks.letter.dateline.caps = small
    blocks.letter.dateline.align = left
    blocks.letter.signature.style = italic | blocks.letter.signature.caps = none
    blocks.letter.signature.caps = none
    blocks.letter.signature.align = left
    blocks.diary.size = 12pt
    blocks.diary.indent = 4em
    blocks.diary.before = 2 lines
    blocks.diary.after = 2 lines
    blocks.diary.dateline.style = italic | blocks.diary.dateline.caps = none
    blocks.diary.dateline.caps = none
    blocks.diary.dateline.align = right
    blocks.document.size = 12pt
    blocks.document.indent = 4em
    blocks.document.before = 2 lines
    blocks.document.after = 2 lines
    blocks.document.side-rule = 2pt
    blocks.transcript.size = 12pt
    blocks.transcript.indent = 4em
    blocks.transcript.before = 2 lines
    blocks.transcript.after = 2 lines
    blocks.transcript.hang = 4em
    blocks.transcript.speaker.caps = none
    blocks.verse.size = 12pt
    blocks.verse.indent = 4em | blocks.verse.align = left
    blocks.verse.before = 2 lines
    blocks.verse.after = 2 lines
    blocks.verse.turnover = 6em
    blocks.verse.align = left
    blocks.verse.stanza-space = 2 lines
    blocks.epigraph.size = 12pt
    blocks.epigraph.indent = 8em
    blocks.epigraph.before = 2 lines
    blocks.epigraph.after = 3 lines
    blocks.epigraph.style = roman
    blocks.epigraph.attribution.style = italic | blocks.epigraph.attribution.caps = none
    blocks.epigraph.attribution.caps = none
    blocks.epigraph.attribution.align = left
    blocks.table.size = 12pt
    blocks.table.rules = horizontal
    blocks.table.head.style = roman
    blocks.table.head.caps = small
    blocks.code.size = 10pt
    blocks.code.indent = 4em
    blocks.code.before = 3 lines
    blocks.code.after = 3 lines
    contents.size = 12pt
    contents.leader = dots
    contents.parts = bold
    index.columns = 1
    index.column-gap = 1in
    index.size = 10pt
    index.leading = 14pt
    index.hang = 4em
    index.turnover = 5em | index.column-gap = 2.5in
    index.groups = space
    chronology.size = 12pt
    chronology.hang = 8em
    """.split(separator: "\n").map { ThemeKey(String($0)) }
}

extension StringProtocol {
  fileprivate func trimming(_ sign: Character) -> String {
    String(drop { $0 == sign }.reversed().drop { $0 == sign }.reversed())
  }
}

@Suite("The keys of a theme", .enabled(if: machineFonts != nil, "no fonts on this machine"))
struct ThemeKeyTests {
  private static let book: Outline = {
    let line =
      "The understanding carpenter remembered an extraordinary conversation of the affable "
      + "offices before the schoolhouse. Nobody came down the road before noon in those days. "
    let long = String(repeating: line, count: 6)
    let blocks = [
      "# One", long + "Ω ⌘ `code in line` 1912[^1].",
      "[^1]: A note of 1912 on affable offices. " + line + line,
      long, "## A head of 1912", long, "### A lower head", long, "#### The lowest head", long,
      "> " + line, "* * *", long, "::: letter Lagos, 4 May\nDear Ruth,\n\n\(line)\n\nYour Sam\n:::",
      long, "::: diary Monday\n\(line)\n:::", long, "::: document Deed\n\(line)\n:::", long,
      "::: transcript\nRUTH: \(line)\n\nSAM: No.\n:::", long,
      "::: verse Song\nThe river runs\nto \(line)\n\nAnd so do we\n:::", long,
      "::: verse\nThe river runs\nAnd so do we\n:::", long,
      "::: epigraph\nAll is well.\n\n— Julian\n:::", long,
      "| Year | Sum |\n|---|---|\n| 1912 | 13 |", long, "```\ncode here\n```", long, long, long,
      long, long, long,
    ]
    return outline(
      of: SampleText.annotated(SampleText.book([blocks.joined(separator: "\n\n")], ordinal: "4")))
  }()

  private static func node(_ path: ArraySlice<Substring>, _ value: String) -> YAMLNode {
    let span = SourceSpan(file: SourceID(0), start: 0, end: 0)
    guard let key = path.first else {
      return YAMLNode(.scalar(value, isPlain: true), span: span)
    }
    if key == "gutter" {
      let step = YAMLNode.Content.mapping([
        .init(key: "pages", keySpan: span, value: node([], "900")),
        .init(key: "add", keySpan: span, value: node([], value)),
      ])
      let list = YAMLNode(.sequence([YAMLNode(step, span: span)]), span: span)
      return YAMLNode(
        .mapping([.init(key: "gutter", keySpan: span, value: list)]), span: span)
    }
    let inner = node(path.dropFirst(), value)
    return YAMLNode(
      .mapping([.init(key: String(key), keySpan: span, value: inner)]), span: span)
  }

  private static func merged(_ a: YAMLNode, _ b: YAMLNode) -> YAMLNode {
    guard case .mapping(var entries) = a.content, case .mapping(let others) = b.content else {
      return b
    }
    for entry in others {
      if let place = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[place].value = merged(entries[place].value, entry.value)
      } else {
        entries.append(entry)
      }
    }
    return YAMLNode(.mapping(entries), span: a.span)
  }

  /// What is drawn of one of the books, in one number.
  private func drawn(_ pairs: [(path: String, value: String)], in outline: Outline) async throws
    -> Int
  {
    let root = pairs.map { Self.node($0.path.split(separator: ".")[...], $0.value) }
      .reduce(Self.node(["name"], "mine"), Self.merged)
    let theme = Theme(name: "mine", bookCSS: [], previewCSS: [], page: root)
    let fonts = try #require(machineFonts)
    let result = await typeset(outline, theme: theme, fonts: fonts, jobs: 1)
    #expect(result.diagnostics.allSatisfy { $0.code != .unknownThemeKey })
    #expect(result.diagnostics.allSatisfy { $0.code != .badThemeValue })
    let list = try #require(result.value)
    var hasher = Hasher()
    hasher.combine(list.trim.width)
    hasher.combine(list.bleed)
    for page in list.pages {
      for item in page.items { hash(item, of: page, list, into: &hasher) }
    }
    return hasher.finalize()
  }

  private func hash(
    _ item: Page.Item, of page: Page, _ list: PageList, into hasher: inout Hasher
  ) {
    switch item {
    case .run(let run):
      hasher.combine(list.faces[Int(max(0, run.face))].postScriptName)
      for value in [run.size, run.x, run.y, run.letterSpace, run.stretch] { hasher.combine(value) }
      hasher.combine("\(run.ink)")
      for glyph in page.glyphs[run.glyphs] {
        hasher.combine(glyph.id)
        hasher.combine(glyph.advance)
      }
    case .fill(let fill):
      hasher.combine("\(fill)")
    case .picture(let picture):
      hasher.combine("\(picture.rectangle)")
    }
  }

  @Test("every key changes a page")
  func changes() async throws {
    let outlines = [Self.book, outlineOfEveryFeature()]
    var plain: [Int] = []
    for outline in outlines { plain.append(try await drawn([], in: outline)) }
    for key in ThemeKey.all {
      let beside = key.beside.map { line in
        let pair = line.split(separator: "=", maxSplits: 1).map { $0.trimming(" ") }
        return (path: pair[0], value: pair[1])
      }
      var isSeen = false
      for (number, outline) in outlines.enumerated() where !isSeen {
        let before = beside.isEmpty ? plain[number] : try await drawn(beside, in: outline)
        isSeen = try await drawn(beside + [(key.path, key.value)], in: outline) != before
      }
      #expect(isSeen, "\(key.path) changes nothing")
    }
  }

  /// What has a test above, and what is for people or for other outputs.
  @Test("every key that is known is tried")
  func allAreTried() {
    func leaves(_ path: String) -> [String] {
      (ThemeReader.keys[path] ?? []).flatMap { key in
        let full = path.isEmpty ? key : "\(path).\(key)"
        return ThemeReader.keys[full] == nil ? [full] : leaves(full)
      }
    }
    let cover = ["layout", "ground", "paper", "ink", "accent"].map { "cover." + $0 }
    let elsewhere = ["name", "description", "index.names"] + cover
    #expect(Set(leaves("")) == Set(ThemeKey.all.map(\.path) + elsewhere))
  }
}
