import BookDiagnostics
import BookLanguage
import BookModel

/// The questions about a book's people that are worth an author's time: one for all places of a
/// kind, the one that settles most places first, and no more than she would read.
struct QuestionList {
  private(set) var questions: [PeopleQuestion] = []

  /// How many words of the book there are to a question, at least.
  private static let wordsToAQuestion = 4000
  /// How many questions a short book may have all the same.
  private static let questionsOfShortBook = 5
  /// How sure it must be that a word is somebody's name before it is asked about.
  private static let leastConfidence = 0.5
  /// How often somebody must be named before it is asked whether there is somebody.
  private static let leastCount = 2

  private struct OpenName: Hashable {
    var words: String
    var candidates: [Int]
  }

  init(_ annotation: PeopleAnnotation, in book: Book) {
    let most = max(Self.questionsOfShortBook, book.wordCount / Self.wordsToAQuestion)
    // A place left open is a hole in the index of those known; a stranger is none.
    let open = Self.ranked(Self.meant(annotation, book))
    questions = Self.ranked(
      Array((open + Self.ranked(Self.unknown(annotation))).prefix(most)))
  }

  private static func ranked(_ questions: [PeopleQuestion]) -> [PeopleQuestion] {
    questions.sorted { ($1.places, $0.first) < ($0.places, $1.first) }
  }

  private static func meant(_ annotation: PeopleAnnotation, _ book: Book) -> [PeopleQuestion] {
    // Those have a message of their own.
    let nearMisses = Set(
      annotation.facts.nearMisses.map { "\($0.chapter) \($0.range.lowerBound)" })
    var order: [OpenName] = []
    var places: [OpenName: [AmbiguousMention]] = [:]
    for mention in annotation.ambiguous
    where !nearMisses.contains("\(mention.chapter) \(mention.range.lowerBound)") {
      let words = oneLine(book.chapters[mention.chapter].string(mention.range))
      // Initials are seldom anybody's whom the author would name so.
      if isInitials(words) { continue }
      let name = OpenName(words: words, candidates: mention.candidates.sorted())
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(mention)
    }
    return order.compactMap { name in
      guard let asked = places[name], let first = asked.first else { return nil }
      return PeopleQuestion(
        words: name.words, kind: .meant(candidates: first.candidates), places: asked.count,
        first: book.chapters[first.chapter].span(first.range),
        chapters: Set(asked.map(\.chapter)).count)
    }
  }

  private static func unknown(_ annotation: PeopleAnnotation) -> [PeopleQuestion] {
    annotation.unregistered.compactMap { name in
      guard name.count >= leastCount, name.confidence > leastConfidence, !isInitials(name.text)
      else { return nil }
      if let person = name.person {
        guard isLikely(name.text, annotation.people[person]) else { return nil }
        return PeopleQuestion(
          words: name.text, kind: .otherName(of: person), places: name.count, first: name.first,
          chapters: 1)
      }
      return PeopleQuestion(
        words: name.text, kind: .somebody, places: name.count, first: name.first, chapters: 1)
    }
  }

  // A further name of somebody has a word of the known one, and no relative's title: nobody asks
  // whether Aunt Jo is Josephine Bonaparte.
  private static func isLikely(_ words: String, _ person: Person) -> Bool {
    let titles = Honorific.all(in: words)
    if titles.contains(where: { $0.kind == .kin }) { return false }
    func parts(_ text: String) -> Set<String> {
      Set(text.split { " .,’'".contains($0) }.map { FoldedName.plain(String($0)).lowercased() })
    }
    let own = parts(FormGenerator.withoutTitles(words))
    return !own.isDisjoint(with: parts(person.display)) && own.contains { $0.utf8.count > 2 }
  }

  private static func isInitials(_ words: String) -> Bool {
    words.split { " .".contains($0) }.allSatisfy { $0.utf8.count == 1 }
  }
}
