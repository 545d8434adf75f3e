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

  static func count(_ diff: RevisionDiff) -> Edits {
    var edits = Edits()
    for step in diff.chapters.flatMap(\.steps) {
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
  static func book(_ numbers: inout SeededNumbers) -> [SampleChapter] {
    (0..<Int.random(in: 2...6, using: &numbers)).map { chapter in
      var blocks: [SampleBlock] = [.heading("Chapter \(name(&numbers))")]
      for _ in 0..<Int.random(in: 5...60, using: &numbers) {
        blocks.append(
          Int.random(in: 0..<15, using: &numbers) == 0
            ? .sceneBreak : .paragraph(sentence(Int.random(in: 6...80, using: &numbers), &numbers)))
      }
      return SampleChapter(file: "chapters/\(chapter).md", blocks: blocks)
    }
  }

  static let common = "the of and to a in was he that it his her had on for with as at by".split(
    separator: " ").map(String.init)

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
