import BookDiagnostics
import BookModel
import Foundation
import Testing

/// An example of `Tests/Fixtures/markup`.
struct NeighbourExample: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var printed: [String]
  var faults: [String]

  var testDescription: String { name }

  /// Every example of every file there.
  static let all: [NeighbourExample] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/markup")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().filter { $0.hasSuffix(".md") && $0 != "README.md" }.flatMap { file in
      let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return examples(in: text ?? "", of: file)
    }
  }()

  private static func examples(in text: String, of file: String) -> [NeighbourExample] {
    var result: [NeighbourExample] = []
    var fence = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "````" {
        fence += 1
      } else if fence == 1 {
        result[result.count - 1].source += line + "\n"
      } else if fence == 3 {
        result[result.count - 1].printed.append(line)
      } else if line.hasPrefix("## ") {
        fence = 0
        result.append(
          NeighbourExample(
            name: "\(file): \(line.dropFirst(3))", source: "", printed: [], faults: []))
      } else if line.hasPrefix("B0") {
        result[result.count - 1].faults.append(line)
      }
    }
    return result
  }
}

@Suite("Mark-up of other kinds of Markdown")
struct NeighbourTests {
  @Test("there are examples")
  func examples() { #expect(NeighbourExample.all.count > 20) }

  @Test("is printed, hidden or told as its example says", arguments: NeighbourExample.all)
  func example(_ example: NeighbourExample) {
    let reading = Reading(example.source)
    let leaves = reading.leaves.filter { !$0.isEmpty }.map {
      plain($0.replacing("\n", with: " / ").replacing("\u{A0}", with: "·"))
    }
    #expect(leaves == example.printed.map(plain))
    #expect(reading.faults == example.faults)
    expectSoundPlaces(reading.chapter, reading.bytes, example.name)
  }

  /// One blank between any two words.
  private func plain(_ words: String) -> String {
    words.split(separator: " ").joined(separator: " ")
  }

  private func marks(_ text: String) -> [Mark.Kind] {
    Reading("# T\n\n" + text + "\n").chapter.marks.map(\.kind)
  }

  @Test("keeps ids for links, and a heading's number away")
  func identifiers() {
    let chapter = Reading(
      "# Dedication {.unnumbered}\n\n## The mill {#mill}\n\nTo [him]{#father}.\n\n## S {#sec:one}\n"
    ).chapter
    #expect(chapter.isUnnumbered)
    #expect(chapter.sections.map(\.id) == ["dedication", "mill", "sec-one"])
    #expect(chapter.anchor("sec:one") == "sec-one")
    let anchor = HTMLElement(name: "span", attributes: [HTMLAttribute("id", "father")])
    #expect(chapter.marks.map(\.kind) == [.element(anchor)])
    #expect(!Reading("# One\n\n## Two {.unnumbered}\n").chapter.isUnnumbered)
  }

  @Test("keeps ids of emphasis, code, links, pictures and of a line of attributes")
  func identifiersOfWords() {
    let chapter = Reading(
      """
      # One

      *Soft*{#soft} **bold**{#bold} `code`{#code} [there](two.md){#link}, ![a](b.png){#inline}

      ![The mill](mill.png){#picture width=50%}

      {#above width=40%}
      ![The mill](mill.png)

      Words.
      {: #below}
      """
    ).chapter
    let spans = chapter.marks.compactMap { mark -> String? in
      if case .element(let element) = mark.kind { element.identifiers.first } else { nil }
    }
    #expect(spans == ["soft", "bold", "code", "link", "below"])
    let inline = chapter.marks.compactMap { mark -> String? in
      if case .image(let image) = mark.kind { image.id } else { nil }
    }
    #expect(inline == ["inline"])
    let figures = chapter.blocks.compactMap { block -> Image? in
      if case .figure(let figure) = block.kind { figure.image } else { nil }
    }
    #expect(figures.map(\.id) == ["picture", "above"])
    #expect(figures.map(\.width) == [.share(0.5), .share(0.4)])
    let last = chapter.prose.last.map { chapter.string($0.text) }
    #expect(last == "Words.")
  }

  @Test("is marks of the words")
  func elements() {
    #expect(marks("~~a~~") == [.element(HTMLElement(name: "del"))])
    #expect(marks("H~2~O") == [.element(HTMLElement(name: "sub"))])
    #expect(marks("2^nd^") == [.element(HTMLElement(name: "sup"))])
    #expect(marks("*a ~~b* c~~") == [.emphasis, .element(HTMLElement(name: "del"))])
    #expect(marks("==a==") == [])
    #expect(marks("[[A b|c]]") == [.link(destination: "wiki:A b", title: nil)])
    #expect(marks("> [!note] T\n> w") == [.strong, .lineBreak])
  }

  @Test("makes figures of pictures with attributes, blanks in their paths and of embeds")
  func pictures() {
    let reading = Reading(
      "# T\n\n![a](b c.png){width=50%}\n\n![[d e.png|of us]]\n\n![f](g h.jpg \"Title\")\n")
    let figures = reading.chapter.blocks.compactMap { block -> Figure? in
      if case .figure(let figure) = block.kind { figure } else { nil }
    }
    #expect(figures.map(\.image.path) == ["b c.png", "d e.png", "g h.jpg"])
    #expect(figures.map(\.image.alternative) == ["a", "of us", "f"])
    #expect(figures.map { $0.caption != nil } == [false, false, true])
    #expect(reading.faults == [])
  }

  @Test(
    "takes a picture's width as it is written",
    arguments: [
      ("width=50%", .share(0.5)), ("width=\"120%\"", .share(1)), ("width=2in", .points(144)),
      ("width=100", .points(75)), ("width=2.54cm", .points(72)), ("width=wide", nil),
      ("width=-3cm", nil), ("width=0", nil), (".frame", nil),
    ] as [(String, PictureWidth?)])
  func widths(written: String, width: PictureWidth?) {
    for text in ["![a](b.png){\(written)}\n", "Beside ![a](b.png){\(written)} words.\n"] {
      let images = Reading("# T\n\n" + text).chapter.imagesShown
      #expect(images.map(\.width) == [width])
    }
  }

  @Test("keeps the picture of a heading that holds nothing else")
  func pictureAsHeading() {
    let reading = Reading("# T\n\n## ![seven](a.png)\n\nWords.\n")
    #expect(reading.chapter.imagesShown.map(\.alternative) == ["seven"])
    #expect(reading.faults == ["B0215 3:1"])
  }

  @Test(
    "puts pictures of one paragraph side by side",
    arguments: [
      ("![a](a.png) ![b](b.png)", [["a", "b"]]), ("![a](a.png)\n![b](b.png)", [["a", "b"]]),
      ("[![a](a.png)](https://x.org) ![b](b.png)", [["a", "b"]]),
      ("::: pair\n![a](a.png)\n\nWords.\n\n![b](b.png)\n:::", [["a", "b"]]),
      (
        "::: gallery\n![a](a.png)\n![b](b.png)\n![c](c.png)\n\n![d](d.png)\n:::",
        [["a", "b"], ["c", "d"]]
      ),
      ("![a](a.png)![b](b.png)![c](c.png)![d](d.png)![e](e.png)", [["a", "b", "c"], ["d", "e"]]),
    ])
  func sideBySide(text: String, rows: [[String]]) {
    let reading = Reading("# T\n\n\(text)\n")
    guard reading.chapter.blocks.count == 2,
      case .division(let gallery) = reading.chapter.blocks[1].kind
    else {
      Issue.record("no gallery")
      return
    }
    #expect(gallery.kind == .gallery)
    #expect(gallery.pictureRows { _ in 1 }.map { $0.map(\.image.alternative) } == rows)
    #expect(reading.faults == [])
  }

  @Test(
    "a plate says how much of a page it takes",
    arguments: [
      ("plate", .plate, [false, false]), ("plate page", .page, [false, false]),
      ("plate bleed", .bleed, [false, false]), ("{.plate .bleed}", .bleed, [false, false]),
      ("plates", .page, [false, false]), ("plates bleed", .bleed, [false, false]),
      ("facing", .page, [true, false]), ("Facing Bleed", .bleed, [true, false]),
      ("plate by Karl", .plate, [false, false]),
    ] as [(String, PictureExtent, [Bool])])
  func plates(words: String, extent: PictureExtent, opens: [Bool]) {
    let reading = Reading("# T\n\n::: \(words)\n![a](a.png)\n\nA.\n\n![b](b.png)\n:::\n")
    let figures = reading.chapter.figures
    #expect(figures.map(\.extent) == [extent, extent])
    #expect(figures.map(\.opensSpread) == opens)
    #expect(figures.map { $0.caption == nil } == [false, true])
    #expect(reading.faults == [])
  }

  @Test("a picture that is all a link holds leads where the link does")
  func linkedPictures() {
    for text in [
      "<a href='b.md'><img src='a.png' alt='a'></a>", "Words <a href='b.md'><img src='a.png'></a>.",
      "[![a](a.png)](b.md)", "Words [![a](a.png)](b.md) go on.", "[![a](a.png)][r]",
    ] {
      let reading = Reading("# T\n\n\(text)\n\n[r]: b.md\n")
      #expect(reading.chapter.imagesShown.map(\.link) == ["b.md"])
      #expect(
        !reading.chapter.marks.contains {
          if case .link = $0.kind { !$0.range.isEmpty } else { false }
        })
    }
    let named = Reading("# T\n\n[![a](a.png)](person:ann) and [![a](a.png) b](c.md)\n")
    #expect(named.chapter.imagesShown.map(\.link) == [nil, nil])
  }

  @Test("makes verse of line blocks, a stanza for each run of lines")
  func lineBlocks() {
    let reading = Reading("# T\n\n| a\n| b\n|\n| c\n\n| d\n| e\n")
    let stanzas = reading.chapter.blocks.compactMap { block -> Int? in
      if case .division(let verse) = block.kind, verse.kind == .verse {
        verse.blocks.count
      } else {
        nil
      }
    }
    #expect(stanzas == [2, 1])
    #expect(reading.chapter.prose[1].zone == .quote)
  }

  @Test("takes pictures written into the chapter out")
  func writtenPictures() {
    let chapter = Reading("# T\n\n![a][i]\n\n[i]: <data:image/png;base64,iVBORw0KGgo=>\n").chapter
    #expect(chapter.imagesShown.map(\.path) == chapter.writtenPictures.map(\.key))
    #expect(
      chapter.writtenPictures.map(\.value) == [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]])
    let other = Reading("# T\n\n![a](data:text/html,x)\n").chapter
    #expect(other.imagesShown.map(\.path) == ["data:text/html,x"])
  }

  @Test("reads headers of pandoc and of TOML, and one after an empty line")
  func headers() {
    #expect(Reading("% My *Title*\n% Anna\n% 2024\n\nText.\n").leaves == ["Text."])
    #expect(Reading("% My Title\n\nText.\n").chapter.title == "My Title")
    #expect(Reading("% My Title\n\n# One\n").chapter.title == "One")
    let toml = Reading("+++\ntitle = \"Four\"\ndate = 2024-01-01\n+++\n\nText.\n")
    #expect(toml.chapter.title == "Four")
    #expect(toml.leaves == ["Text."])
    #expect(Reading("\n---\ntitle: Three\n---\n\nText.\n").leaves == ["Text."])
    #expect(Reading("% of it\n").leaves == [])
    #expect(Reading("%of it\n").leaves == ["%of it"])
  }

  @Test("ends lines and paragraphs where Unicode's separators stand")
  func separators() {
    let reading = Reading("# T\n\na\u{2028}b\u{2029}c\n")
    #expect(reading.leaves == ["T", "a\nb", "c"])
    #expect(reading.chapter.marks.map(\.kind) == [.lineBreak])
  }

  @Test("does not lose its place behind a label that is none")
  func labels() {
    let text = "[ref][*em*\n\n> other] words\n\n[ref]: x.md\n"
    let reading = Reading("# T\n\n" + text)
    #expect(reading.leaves == ["T", "ref[em", "other] words"])
    expectSoundPlaces(reading.chapter, reading.bytes, text)
  }
}
