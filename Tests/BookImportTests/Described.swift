import BookMarkup
import BookModel

@testable import BookImport

/// A tree as lines that can be compared: what was to be written, and what BookMarkup read.
struct Described {
  /// One letter a look, in a fixed order.
  private static func letters(_ look: Look) -> String {
    var letters = ""
    if look.contains(.italic) || look.contains(.underlined) { letters += "i" }
    if look.contains(.bold) { letters += "b" }
    if look.contains(.struck) { letters += "s" }
    if look.contains(.raised) { letters += "^" }
    if look.contains(.lowered) { letters += "_" }
    return letters
  }

  // MARK: What was to be written

  static func lines(of chapter: ImportedChapter) -> [String] {
    var lines = chapter.title.isBlank ? [] : ["h1 " + words(chapter.title, isLine: true)]
    lines += self.lines(of: chapter.blocks)
    for (index, note) in chapter.notes.enumerated() {
      lines.append("note \(index + 1)")
      lines += self.lines(of: note)
    }
    return lines
  }

  private static func lines(of blocks: [ImportedBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let runs): ["p " + words(runs)]
      case .heading(let level, let runs): ["h\(level) " + words(runs, isLine: true)]
      case .sceneBreak: ["***"]
      case .division(let kind, let blocks): ["(\(kind.rawValue)"] + lines(of: blocks) + [")"]
      case .quotation(let blocks): ["(quotation"] + lines(of: blocks) + [")"]
      case .list(let start, let items):
        ["(list \(start.map { String($0) } ?? "-")"] + items.flatMap { ["item"] + lines(of: $0) }
          + [")"]
      case .figure(_, let caption): ["figure " + words(caption)]
      case .table(let rows): ["(table"] + rows.joined().map { "cell " + words($0) } + [")"]
      }
    }
  }

  /// Words with their looks; blanks have none, since one at an edge may lose it.
  private static func words(_ runs: [TypedRun], isLine: Bool = false) -> String {
    var pieces = Pieces()
    for run in runs {
      let look = letters(run.look) + (run.link.map { "@" + $0 } ?? "")
      switch run.content {
      case .text(let text): for character in text { pieces.add(String(character), look) }
      case .lineBreak, .pageBreak: pieces.add(isLine ? " " : "/", "")
      case .note(let note): pieces.add("[\(note + 1)]", "")
      case .picture: pieces.add("[picture]", "")
      }
    }
    return pieces.text
  }

  // MARK: What was read

  static func lines(of chapter: ParsedChapter) -> [String] {
    var lines = self.lines(of: chapter.blocks, in: chapter)
    for (index, note) in chapter.notes.enumerated() {
      lines.append("note \(index + 1)")
      lines += self.lines(of: note.blocks, in: chapter)
    }
    return lines
  }

  private static func lines(of blocks: [Block], in chapter: ParsedChapter) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .paragraph(let prose), .words(let prose): ["p " + words(prose, chapter)]
      case .heading(let level, let prose, _): ["h\(level) " + words(prose, chapter)]
      case .quotation(let blocks): ["(quotation"] + lines(of: blocks, in: chapter) + [")"]
      case .list(let list):
        ["(list \(list.start.map { String($0) } ?? "-")"]
          + list.items.flatMap { ["item"] + lines(of: $0, in: chapter) } + [")"]
      case .code(_, let text): ["code " + text]
      case .sceneBreak: ["***"]
      case .figure(let figure): ["figure " + (figure.caption.map { words($0, chapter) } ?? "")]
      case .table(let table):
        ["(table"] + (table.header + table.rows.joined()).map { "cell " + words($0, chapter) }
          + [")"]
      case .division(let division) where division.kind == .plate:
        lines(of: division.blocks, in: chapter)
      case .division(let division):
        ["(\(division.kind.rawValue)"] + lines(of: division.blocks, in: chapter) + [")"]
      case .element(let element, let blocks):
        ["(<\(element.name)>"] + lines(of: blocks, in: chapter) + [")"]
      }
    }
  }

  private static func words(_ index: Int, _ chapter: ParsedChapter) -> String {
    let prose = chapter.prose[index]
    let marks = chapter.marks[prose.marks]
    var pieces = Pieces()
    var offset = prose.text.lowerBound
    func addEmpty(at offset: Int) {
      for mark in marks where mark.range.lowerBound == offset && mark.range.isEmpty {
        switch mark.kind {
        case .noteReference(let note): pieces.add("[\(note + 1)]", "")
        case .image: pieces.add("[picture]", "")
        default: break
        }
      }
    }
    let text = String(decoding: chapter.text[prose.text], as: UTF8.self)
    for character in text {
      addEmpty(at: offset)
      let here = marks.filter { $0.range.contains(offset) }
      if here.contains(where: { $0.kind == .lineBreak }) || character == "\n" {
        pieces.add("/", "")
      } else {
        pieces.add(String(character), letters(here))
      }
      offset += String(character).utf8.count
    }
    addEmpty(at: offset)
    return pieces.text
  }

  private static func letters(_ marks: [Mark]) -> String {
    var look: Look = []
    var link = ""
    for mark in marks {
      switch mark.kind {
      case .emphasis: look.insert(.italic)
      case .strong: look.insert(.bold)
      case .link(let target, _): link = "@" + target
      case .element(let element):
        switch element.name {
        case "em": look.insert(.italic)
        case "strong": look.insert(.bold)
        case "del", "s": look.insert(.struck)
        case "sup": look.insert(.raised)
        case "sub": look.insert(.lowered)
        case "a": link = "@" + (element.attributes.first { $0.name == "href" }?.value ?? "")
        default: break
        }
      default: break
      }
    }
    return letters(look) + link
  }
}

/// Characters in a row with the same look as one piece.
private struct Pieces {
  private var pieces: [(text: String, look: String)] = []

  mutating func add(_ text: String, _ look: String) {
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank, let last = pieces.last {
      pieces[pieces.count - 1].text = last.text + text
    } else if let last = pieces.last, last.look == look || last.text.allSatisfy(\.isWhitespace) {
      pieces[pieces.count - 1] = (last.text + text, look)
    } else {
      pieces.append((text, look))
    }
  }

  var text: String {
    let joined = pieces.map { $0.look.isEmpty ? $0.text : "{\($0.look) \($0.text)}" }.joined()
    return joined.split { $0 == " " }.joined(separator: " ")
  }
}
