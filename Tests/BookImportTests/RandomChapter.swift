import BookModel
import BookTestSupport

@testable import BookImport

/// Chapters of every block and look, with words full of signs that mean something to Markdown.
struct RandomChapter {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  private static let words = [
    "river", "1945.", "12)", "*", "**", "_so_", "snake_case", "#", "# one", "-", "- and", "—", "+",
    ">", "<maybe>", "<!--", "a<b", "&amp;", "&", "[x]", "[^1]", "[[link]]", "](y)", "!", "![a](b)",
    "`", "```", "~", "~~", "^", "^[n]", "H~2~O", "$5", "$x_1$", "{", "{#id}", "{{t}}", "%", "%%",
    "|", ":::", "::: letter", ":", "\\", "\\newpage", "=", "==", "===", "---", "-----", "…", "é",
    "“yes”", "it’s", "x*y*z", "1.", "1)", "2026", "[TOC]", "@key", "http://x.org/a_b", "ß", "日本",
    "(", ")", "“", "?", "\u{A0}", "{.c}", "^name", "a.", "www.x.org", "* * *", "+++", "//",
  ]

  mutating func chapter() -> ImportedChapter {
    var chapter = ImportedChapter()
    chapter.title = runs(1...3, isLine: true)
    chapter.blocks = blocks(1...6, depth: 0)
    let count = Int.random(in: 0...2, using: &dice)
    for note in 0..<count {
      chapter.notes.append(blocks(1...1, depth: 2) + [.paragraph(runs(1...3))])
      chapter.blocks.append(.paragraph(runs(1...2) + [TypedRun(.note(note))] + runs(1...2)))
    }
    return chapter
  }

  private mutating func blocks(_ range: ClosedRange<Int>, depth: Int) -> [ImportedBlock] {
    (0..<Int.random(in: range, using: &dice)).map { _ in block(depth: depth) }
  }

  private mutating func block(depth: Int) -> ImportedBlock {
    switch Int.random(in: 0...(depth > 1 ? 1 : 12), using: &dice) {
    case 0...4: return .paragraph(runs(1...5))
    case 5: return .heading(Int.random(in: 2...4, using: &dice), runs(1...3, isLine: true))
    case 6: return .sceneBreak
    case 7:
      let kinds: [Division.Kind] = [.letter, .document, .epigraph]
      return .division(kinds.randomElement(using: &dice) ?? .letter, blocks(1...2, depth: 2))
    case 8: return .division(.verse, [.paragraph(verse()), .paragraph(verse())])
    case 9: return .quotation(blocks(1...2, depth: 2))
    case 10:
      let start = Bool.random(using: &dice) ? Int.random(in: 1...20, using: &dice) : nil
      return .list(start: start, items: (0..<3).map { _ in [.paragraph(runs(1...3))] })
    case 11: return .figure(picture: 0, caption: runs(1...3, isLine: true))
    default:
      return .table((0..<3).map { _ in (0..<2).map { _ in runs(1...2, isLine: true) } })
    }
  }

  private mutating func verse() -> [TypedRun] {
    runs(1...2, isLine: true) + [TypedRun(.lineBreak)] + runs(1...2, isLine: true)
  }

  private mutating func runs(_ range: ClosedRange<Int>, isLine: Bool = false) -> [TypedRun] {
    var runs: [TypedRun] = [TypedRun(.text("A"))]
    if Bool.random(using: &dice) { runs = [TypedRun(.text("1945. "))] }
    if Int.random(in: 0...2, using: &dice) == 0 { runs = [] }
    for _ in 0..<Int.random(in: range, using: &dice) {
      var text = (0..<Int.random(in: 1...4, using: &dice)).map { _ in
        Self.words.randomElement(using: &dice) ?? ""
      }.joined(separator: Bool.random(using: &dice) ? " " : "")
      if Bool.random(using: &dice) { text += " " }
      let looks: [Look] = [
        [], [], [], .italic, .bold, [.italic, .bold], .struck, .raised, .lowered,
        [.italic, .struck],
      ]
      let link = Int.random(in: 0...9, using: &dice) == 0 ? "https://example.org/a_b?c=1" : nil
      runs.append(
        TypedRun(.text(text), look: looks.randomElement(using: &dice) ?? [], link: link))
      if !isLine, Int.random(in: 0...9, using: &dice) == 0 { runs.append(TypedRun(.lineBreak)) }
    }
    runs.append(TypedRun(.text("z")))
    return runs.joined
  }
}
