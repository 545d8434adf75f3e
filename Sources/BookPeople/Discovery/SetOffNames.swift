import BookLanguage
import BookModel
import BookWords

/// What is called as somebody is and is nobody: ships, set off and behind an article all over the book,
/// "the *James Caird*", families, "the John Smiths", and what somebody named was born as, "née Holm".
struct SetOffNames {
  private var counts: [UInt64: (ships: Int, all: Int)] = [:]
  private let scan: BookScan
  private let the: UInt32?
  private let vessels: Set<UInt32>
  private let born: Set<UInt32>
  private let emphasised: [EmphasisedRanges]

  init(_ scan: BookScan, _ chapters: [ParsedChapter]) {
    self.scan = scan
    the = scan.words.table.find(WordHash.of("the"))
    vessels = Set(NameNeighbours.vessels.compactMap { scan.words.table.find(WordHash.of($0)) })
    born = Set(
      NameCueWords.bornAs.subtracting(["born"]).compactMap {
        scan.words.table.find(WordHash.of($0))
      })
    emphasised = chapters.map(EmphasisedRanges.init)
    for name in scan.names where mayBeShip(name) {
      let key = key(name)
      counts[key, default: (0, 0)].all += 1
      if isShip(name) || isArticled(name) { counts[key, default: (0, 0)].ships += 1 }
    }
  }

  /// Whether nobody is meant by a name where it stands.
  func contains(_ name: FoundName) -> Bool {
    if isBirthName(name) { return true }
    guard mayBeShip(name) else { return false }
    if isShip(name) || isFamily(name) { return true }
    let count = counts[key(name)] ?? (0, 0)
    return count.ships > 1 && count.ships * 2 >= count.all
  }

  /// Several words without a title: "the Bishop of Asaph" is somebody.
  private func mayBeShip(_ name: FoundName) -> Bool {
    guard name.tokens.count > 1, name.seat == nil,
      let first = scan.chapters[name.chapter].tokens[name.tokens].first
    else { return false }
    return scan.words.facts[Int(first.word)].classes
      .isDisjoint(with: WordClasses.title.union(.kin))
  }

  /// "The *James Caird*", "the brig Mary Ann".
  private func isShip(_ name: FoundName) -> Bool {
    guard let before = before(name) else { return false }
    if vessels.contains(before.word) { return true }
    let tokens = scan.chapters[name.chapter].tokens[name.tokens]
    guard before.word == the, let first = tokens.first, let last = tokens.last,
      first.start < last.end
    else { return false }
    return emphasised[name.chapter].areExactly(Int(first.start)..<Int(last.end))
  }

  /// "Dorothy Ellis, née Harland": hers who stands before it.
  private func isBirthName(_ name: FoundName) -> Bool {
    guard let before = before(name), born.contains(before.word) else { return false }
    let tokens = scan.chapters[name.chapter].leaf(name.leaf)
    let place = name.tokens.lowerBound - 1
    return place > tokens.startIndex && tokens[place - 1].shape.contains(.capital)
  }

  /// "The John Smiths of this world": the plural of a family name, and none itself.
  private func isFamily(_ name: FoundName) -> Bool {
    guard let before = before(name), before.word == the,
      let last = scan.chapters[name.chapter].tokens[name.tokens].last
    else { return false }
    let letters = scan.words.spelling(last.word)
    guard letters.count > 3, letters.last == UInt8(ascii: "s"),
      scan.words.facts[Int(last.word)].family < Self.usualFamily
    else { return false }
    return Array(letters.dropLast()).withUnsafeBufferPointer {
      wordFacts($0).family >= Self.usualFamily
    }
  }

  /// From which level on a word is a usual family name.
  private static let usualFamily: UInt8 = 4

  /// "The James Caird", where no noun follows that has the article.
  private func isArticled(_ name: FoundName) -> Bool {
    guard let before = before(name), before.word == the else { return false }
    let tokens = scan.chapters[name.chapter].leaf(name.leaf)
    let end = name.tokens.upperBound
    guard end < tokens.endIndex, tokens[end].gap == .space else { return true }
    let classes = scan.words.facts[Int(tokens[end].word)].classes
    return !classes.isDisjoint(with: [.function, .verb, .linkWord, .placePreposition])
  }

  private func before(_ name: FoundName) -> WordToken? {
    let tokens = scan.chapters[name.chapter].leaf(name.leaf)
    let first = name.tokens.lowerBound
    guard first > tokens.startIndex, tokens[first].gap == .space else { return nil }
    return tokens[first - 1]
  }

  private func key(_ name: FoundName) -> UInt64 {
    scan.chapters[name.chapter].tokens[name.tokens].reduce(0) { key, token in
      (key &* 0x100_0000_01B3) ^ UInt64(token.word &+ 1)
    }
  }
}
