import BookLanguage
import BookModel
import BookWords

// "My uncle Benjamin", "Josiah, my father", "my grandfather lived with his son John": words in small
// letters beside a given name that tell whose name it is.

/// Reads what those named are to the narrator.
struct KinBeside {
  private var kin: [UInt32: String] = [:]
  private var mine: Set<UInt32> = []
  private var others: Set<UInt32> = []
  private var joints: Set<UInt32> = []
  /// How far before a name the one is looked for whose relative somebody is.
  private static let reach = 60
  /// How many adjectives stand between a relative and "my".
  private static let adjectives = 2

  init(words: Vocabulary) {
    for (word, term) in KinTerm.terms {
      if let number = words.table.find(WordHash.of(word)) { kin[number] = term }
    }
    func numbers(_ texts: Set<String>) -> Set<UInt32> {
      Set(texts.compactMap { words.table.find(WordHash.of($0)) })
    }
    mine = numbers(NameCueWords.mineAnywhere)
    others = numbers(NameCueWords.ofAnother)
    joints = numbers(NameCueWords.joints)
  }

  /// What the bearer of a name in a leaf is to the narrator, nil when nothing tells.
  func term(beside name: Range<Int>, in leaf: ArraySlice<WordToken>) -> String? {
    if kin.isEmpty { return nil }
    return before(name, leaf) ?? after(name.upperBound, leaf)
  }

  private func before(_ name: Range<Int>, _ leaf: ArraySlice<WordToken>) -> String? {
    let start = name.lowerBound
    guard start > leaf.startIndex,
      leaf[start].gap == .space
        || leaf[start].gap == [.space, .comma] && !isListed(name.upperBound, leaf),
      let term = term(at: start - 1, leaf)
    else { return nil }
    switch owner(of: start - 1, leaf) {
    case .narrator: return term
    case .another:
      return outer(before: start - 2, leaf).flatMap { KinTerm.composed($0, term).first }
    case nil: return nil
    }
  }

  // "My wife, Mercer, and Deb": three people.
  private func isListed(_ end: Int, _ leaf: ArraySlice<WordToken>) -> Bool {
    guard end < leaf.endIndex else { return false }
    let isNext = leaf[end].gap == .space || leaf[end].gap == [.space, .comma]
    return isNext && (joints.contains(leaf[end].word) || leaf[end].shape.contains(.capital))
  }

  // "Josiah, my father"; "John, my elder brother".
  private func after(_ end: Int, _ leaf: ArraySlice<WordToken>) -> String? {
    guard end + 1 < leaf.endIndex, leaf[end].gap == [.space, .comma], mine.contains(leaf[end].word)
    else { return nil }
    for place in end + 1...min(end + 1 + Self.adjectives, leaf.endIndex - 1) {
      guard leaf[place].gap == .space else { return nil }
      if let term = term(at: place, leaf) { return term }
    }
    return nil
  }

  private func term(at place: Int, _ leaf: ArraySlice<WordToken>) -> String? {
    leaf[place].shape.isDisjoint(with: [.capital, .possessive]) ? kin[leaf[place].word] : nil
  }

  private enum Owner {
    case narrator
    case another
  }

  private func owner(of place: Int, _ leaf: ArraySlice<WordToken>) -> Owner? {
    var place = place
    for _ in 0...Self.adjectives {
      guard place > leaf.startIndex, leaf[place].gap == .space else { return nil }
      place -= 1
      if mine.contains(leaf[place].word) { return .narrator }
      if others.contains(leaf[place].word) { return .another }
      if leaf[place].shape.contains(.capital) { return nil }
    }
    return nil
  }

  // The last relative of the narrator before a place: whose son "his son" is.
  private func outer(before place: Int, _ leaf: ArraySlice<WordToken>) -> String? {
    var place = place
    for _ in 0..<Self.reach {
      guard place >= leaf.startIndex else { return nil }
      if let term = term(at: place, leaf), owner(of: place, leaf) == .narrator { return term }
      place -= 1
    }
    return nil
  }
}
