import BookReports
import Testing

@Suite("What changed, at random")
struct DiffPropertyTests {
  /// What was done to a book, counted.
  struct Edits: Equatable {
    var words = 0
    var emphasis = 0
    var added = 0
    var gone = 0
    var moved = 0
  }

  @Test("the changes applied to the old book give the new one", arguments: 0..<60)
  func applied(seed: Int) async {
    var numbers = SeededNumbers(seed)
    let old = Self.book(&numbers)
    var new = old
    _ = Self.edit(&new, share: seed % 10 + 1, oneEach: false, &numbers)
    let comparison = await changes(old, new)
    #expect(apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
    let lost = comparison.old.reduce(0) { $0 + $1.words }
    let gained = comparison.new.reduce(0) { $0 + $1.words }
    #expect(comparison.diff.gained - comparison.diff.lost == gained - lost)
  }

  @Test("the report names the edits made and none more", arguments: 100..<140)
  func exact(seed: Int) async {
    var numbers = SeededNumbers(seed)
    let old = Self.book(&numbers)
    var new = old
    let made = Self.edit(&new, share: 12, oneEach: true, &numbers)
    let comparison = await changes(old, new)
    #expect(apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
    #expect(Self.count(comparison.diff) == made)
    #expect(comparison.diff.isEmpty == (made == Edits()))
  }

  @Test("a book compared with itself has no changes", arguments: 200..<205)
  func same(seed: Int) async {
    var numbers = SeededNumbers(seed)
    let book = Self.book(&numbers)
    let comparison = await changes(book, book)
    #expect(comparison.diff.isEmpty)
    #expect(comparison.changes.isEmpty)
  }

  /// What was done to whole chapters.
  struct ChapterEdits: Equatable {
    var added = 0
    var gone = 0
    var renamed = 0
    var retitled = 0
    var isReordered = false
  }

  @Test("whole chapters that came, went, were renamed or stand elsewhere", arguments: 300..<360)
  func chapters(seed: Int) async {
    var numbers = SeededNumbers(seed)
    let old = Self.book(&numbers) + Self.book(&numbers, first: 10)
    var new = old
    var made = ChapterEdits()
    for index in new.indices.reversed() {
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0 where new.count > 2:
        new.remove(at: index)
        made.gone += 1
      case 1:
        var other = Self.book(&numbers, first: 20 + index)[0]
        other.file = "chapters/new-\(index).md"
        new.insert(other, at: index)
        made.added += 1
      case 2:
        new[index].file = "chapters/renamed-\(index).md"
        made.renamed += 1
      case 3:
        new[index].blocks[0] = .heading("Chapter \(Self.name(&numbers)) anew")
        made.retitled += 1
      default: break
      }
    }
    if seed % 3 == 0 {
      let before = new
      new.swapAt(0, new.count - 1)
      made.isReordered = new != before
    }
    let comparison = await changes(old, new)
    #expect(apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
    let chapters = comparison.diff.chapters
    #expect(chapters.count { $0.old == nil } == made.added)
    #expect(chapters.count { $0.new == nil } == made.gone)
    let both = chapters.filter { $0.old != nil && $0.new != nil }
    #expect(both.count { $0.old?.file != $0.new?.file } == made.renamed)
    #expect(both.contains(where: \.isMoved) == made.isReordered)
    #expect(Self.count(both) == Edits(words: made.retitled))
    #expect(chapters.map(\.new?.index).compactMap(\.self) == Array(new.indices))
    #expect(Set(chapters.compactMap(\.old?.index)) == Set(old.indices))
  }

  @Test("any bytes of any script, any mark-up, blocks put in anywhere", arguments: 400..<480)
  func anything(seed: Int) async {
    var numbers = SeededNumbers(seed)
    let old = Self.strange(&numbers)
    var new = old
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      let chapter = Int.random(in: 0..<new.count, using: &numbers)
      let other = Int.random(in: 0..<new.count, using: &numbers)
      guard !new[chapter].blocks.isEmpty else { continue }
      let block = Int.random(in: 0..<new[chapter].blocks.count, using: &numbers)
      let place = Int.random(in: 0...new[other].blocks.count, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: new[chapter].blocks.remove(at: block)
      case 1: new[other].blocks.insert(Self.strangeBlock(&numbers), at: place)
      case 2:
        let moved = new[chapter].blocks.remove(at: block)
        new[other].blocks.insert(moved, at: min(place, new[other].blocks.count))
      case 3: new[other].blocks.insert(new[chapter].blocks[block], at: place)
      case 4: new[chapter].blocks[block] = .quotation(new[chapter].blocks[block].words)
      default:
        var words = Array(new[chapter].blocks[block].words.unicodeScalars)
        let at = Int.random(in: 0...words.count, using: &numbers)
        words.insert(contentsOf: Self.scalars.randomElement(using: &numbers) ?? [], at: at)
        new[chapter].blocks[block] = .paragraph(String(String.UnicodeScalarView(words)))
      }
    }
    let comparison = await changes(old, new)
    #expect(apply(comparison.diff, to: comparison.old) == comparison.new.map(\.contents))
    #expect(
      comparison.old.map(\.contents) == comparison.new.map(\.contents) || !comparison.diff.isEmpty)
    let back = await changes(new, old)
    #expect(apply(back.diff, to: back.old) == back.new.map(\.contents))
  }

  /// Letters of many scripts, marks that combine, signs of two halves, blanks of every width.
  static let scalars: [[Unicode.Scalar]] = [
    "é", "e\u{301}", "ß", "İ", "ﬁ", "Ω", "я", "ا", "ש", "ก", "한", "漢", "か\u{3099}",
    "👩\u{200D}👩\u{200D}👧", "🇦🇹",
    "\u{A0}", "\u{2009}", "\u{200B}", "\u{AD}", "\u{202E}", "’", "“", "…", "—", "-", "*", "* ",
    "  ", " x",
    "\n", "1", ".", "\u{FFFD}", "\u{10FFFF}", "\u{1}",
  ].map { Array($0.unicodeScalars) }

  static func strangeBlock(_ numbers: inout SeededNumbers) -> SampleBlock {
    var words = ""
    for _ in 0..<Int.random(in: 0...25, using: &numbers) {
      words += Int.random(in: 0..<3, using: &numbers) == 0 ? "the " : name(&numbers)
      let more = scalars.randomElement(using: &numbers) ?? []
      words.unicodeScalars.append(contentsOf: more)
      if Int.random(in: 0..<2, using: &numbers) == 0 { words += " " }
    }
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: return .sceneBreak
    case 1: return .quotation(words)
    case 2: return .heading(words)
    default: return .paragraph(words)
    }
  }

  static func strange(_ numbers: inout SeededNumbers) -> [SampleChapter] {
    (0..<Int.random(in: 1...4, using: &numbers)).map { chapter in
      SampleChapter(
        file: "chapters/\(chapter).md",
        blocks: (0..<Int.random(in: 1...12, using: &numbers)).map { _ in strangeBlock(&numbers) })
    }
  }

  static func count(_ diff: RevisionDiff) -> Edits { count(diff.chapters) }

  static func count(_ chapters: [ChapterDiff]) -> Edits {
    var edits = Edits()
    for step in chapters.flatMap(\.steps) {
      switch step {
      case .kept, .movedAway: break
      case .edited(let edit):
        edits.words += edit.words.count
        edits.emphasis += edit.markup.count
      case .added: edits.added += 1
      case .gone: edits.gone += 1
      case .movedHere(_, let edit):
        edits.moved += 1
        edits.words += edit.words.count
      }
    }
    return edits
  }

  /// A few chapters of common words; every paragraph has some of its own.
  static func book(_ numbers: inout SeededNumbers, first: Int = 0) -> [SampleChapter] {
    (0..<Int.random(in: 2...6, using: &numbers)).map { chapter in
      var blocks: [SampleBlock] = [.heading("Chapter \(name(&numbers))")]
      for _ in 0..<Int.random(in: 5...60, using: &numbers) {
        blocks.append(
          Int.random(in: 0..<15, using: &numbers) == 0
            ? .sceneBreak : .paragraph(sentence(Int.random(in: 6...80, using: &numbers), &numbers)))
      }
      return SampleChapter(file: "chapters/\(first + chapter).md", blocks: blocks)
    }
  }

  static let common = "the of and to a in was he that it his her had on for with as at by".split(
    separator: " "
  ).map(String.init)

  static func name(_ numbers: inout SeededNumbers) -> String {
    (0..<4).map { _ in
      ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu"].randomElement(using: &numbers)
        ?? "ba"
    }.joined()
  }

  static func sentence(_ count: Int, _ numbers: inout SeededNumbers) -> String {
    (0..<count).map { index in
      let word =
        index % 3 == 0 ? name(&numbers) : common.randomElement(using: &numbers) ?? "the"
      return word + (index % 11 == 10 ? "." : index % 7 == 6 ? "," : "")
    }.joined(separator: " ")
  }

  /// Edits one block in `share`, or as many as it likes, and says what it did.
  static func edit(
    _ book: inout [SampleChapter], share: Int, oneEach: Bool, _ numbers: inout SeededNumbers
  ) -> Edits {
    var edits = Edits()
    var carried: [SampleBlock] = []
    for chapter in book.indices {
      var result: [SampleBlock] = []
      var mayEdit = true
      for block in book[chapter].blocks {
        guard case .paragraph(let words) = block, mayEdit || !oneEach,
          Int.random(in: 0..<share, using: &numbers) == 0
        else {
          result.append(block)
          mayEdit = true
          continue
        }
        // Two edits side by side could be told in two ways.
        mayEdit = false
        switch Int.random(in: 0..<7, using: &numbers) {
        case 0:
          edits.gone += 1
        case 1:
          result += [block, .paragraph(sentence(20, &numbers))]
          edits.added += 1
        case 2 where carried.isEmpty:
          carried.append(block)
        case 3:
          var list = words.split(separator: " ").map(String.init)
          list[list.count / 2] = "*" + list[list.count / 2] + "*"
          result.append(.paragraph(list.joined(separator: " ")))
          edits.emphasis += 1
        case 4 where !carried.isEmpty:
          result += [block, carried.removeLast()]
          edits.moved += 1
        default:
          result.append(.paragraph(editWords(words, &numbers)))
          edits.words += 1
        }
      }
      book[chapter].blocks = result
    }
    edits.gone += carried.count
    return edits
  }

  static func editWords(_ words: String, _ numbers: inout SeededNumbers) -> String {
    var list = words.split(separator: " ").map(String.init)
    let index = Int.random(in: 0..<list.count, using: &numbers)
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0: list[index] = name(&numbers) + "x"
    case 1: list.insert(name(&numbers) + "y", at: index)
    default: if list.count > 4 { list.remove(at: index) } else { list.append(name(&numbers)) }
    }
    return list.joined(separator: " ")
  }
}
