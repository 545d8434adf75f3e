// What is known of a word before any book is read: how usual it is as a man's, a woman's or a
// family name and as a common word, and the classes it belongs to. Looked up by bisection in one
// embedded text, so that a program which never asks pays nothing.

import BookData

/// Classes a word may belong to; the letters of `Scripts/names/word-classes.txt`.
package struct WordClasses: OptionSet, Sendable {
  /// One bit a class.
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  static let maleTitle = WordClasses(rawValue: 1 << 0)
  static let femaleTitle = WordClasses(rawValue: 1 << 1)
  static let rank = WordClasses(rawValue: 1 << 2)
  static let maleKin = WordClasses(rawValue: 1 << 3)
  static let femaleKin = WordClasses(rawValue: 1 << 4)
  static let placeHead = WordClasses(rawValue: 1 << 5)
  static let bodyHead = WordClasses(rawValue: 1 << 6)
  static let demonym = WordClasses(rawValue: 1 << 7)
  static let calendar = WordClasses(rawValue: 1 << 8)
  static let deity = WordClasses(rawValue: 1 << 9)
  static let speechVerb = WordClasses(rawValue: 1 << 10)
  static let verb = WordClasses(rawValue: 1 << 11)
  static let placePreposition = WordClasses(rawValue: 1 << 12)
  static let linkWord = WordClasses(rawValue: 1 << 13)
  static let determiner = WordClasses(rawValue: 1 << 14)
  static let epithet = WordClasses(rawValue: 1 << 15)
  static let relation = WordClasses(rawValue: 1 << 16)
  static let function = WordClasses(rawValue: 1 << 17)
  static let particle = WordClasses(rawValue: 1 << 18)
  static let suffix = WordClasses(rawValue: 1 << 19)
  static let place = WordClasses(rawValue: 1 << 20)
  static let placeBegin = WordClasses(rawValue: 1 << 21)
  static let placeEnd = WordClasses(rawValue: 1 << 22)

  static let insidePreposition = WordClasses(rawValue: 1 << 23)

  static let title: WordClasses = [.maleTitle, .femaleTitle, .rank]
  static let kin: WordClasses = [.maleKin, .femaleKin]

  init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "A"): self = .maleTitle
    case UInt8(ascii: "F"): self = .femaleTitle
    case UInt8(ascii: "N"): self = .rank
    case UInt8(ascii: "K"): self = .maleKin
    case UInt8(ascii: "M"): self = .femaleKin
    case UInt8(ascii: "p"): self = .placeHead
    case UInt8(ascii: "o"): self = .bodyHead
    case UInt8(ascii: "d"): self = .demonym
    case UInt8(ascii: "c"): self = .calendar
    case UInt8(ascii: "g"): self = .deity
    case UInt8(ascii: "s"): self = .speechVerb
    case UInt8(ascii: "v"): self = .verb
    case UInt8(ascii: "l"): self = .placePreposition
    case UInt8(ascii: "b"): self = .linkWord
    case UInt8(ascii: "e"): self = .determiner
    case UInt8(ascii: "j"): self = .epithet
    case UInt8(ascii: "n"): self = .relation
    case UInt8(ascii: "x"): self = .function
    case UInt8(ascii: "f"): self = .particle
    case UInt8(ascii: "r"): self = .suffix
    case UInt8(ascii: "P"): self = .place
    case UInt8(ascii: "Q"): self = .placeBegin
    case UInt8(ascii: "R"): self = .placeEnd
    case UInt8(ascii: "i"): self = .insidePreposition
    default: self = []
    }
  }
}

/// What the lexicon says of one word; levels run from 0 (never) to 9 (very often).
package struct WordFacts: Sendable, Equatable {
  /// As a man's given name.
  package var male: UInt8 = 0
  /// As a woman's given name.
  package var female: UInt8 = 0
  /// As a short form of a given name.
  package var nickname: UInt8 = 0
  /// As a family name.
  package var family: UInt8 = 0
  /// As a common word, in lower case.
  package var common: UInt8 = 0
  /// The classes it belongs to.
  package var classes: WordClasses = []

  package init() {}

  var given: UInt8 { max(male, female, nickname) }
  var isName: Bool { male > 0 || female > 0 || family > 0 || nickname > 0 }
}

/// Where in the lexicon the words of each two first letters stand, for those who look up many.
struct LexiconIndex: Sendable {
  private let starts: [Int]

  init() {
    starts = EmbeddedFile.lexicon.withBytes { text in
      var starts: [Int] = []
      let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
      for first in letters {
        for second in letters {
          let start = [first, second].withUnsafeBufferPointer {
            firstEntry(from: $0, text, within: 0..<text.count)
          }
          starts.append(start)
        }
      }
      return starts + [text.count]
    }
  }

  /// The same as `wordFacts`.
  func facts(_ word: UnsafeBufferPointer<UInt8>) -> WordFacts {
    guard word.count > 1, word[0] &- 97 < 26, word[1] &- 97 < 26 else { return wordFacts(word) }
    let pair = Int(word[0] - 97) * 26 + Int(word[1] - 97)
    return wordFacts(word, within: starts[pair]..<starts[pair + 1])
  }
}

/// Where the first entry begins, in a sorted list of lines, that does not sort before the letters.
private func firstEntry(
  from letters: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>,
  within range: Range<Int>
) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    var start = middle
    while start > low, text[start - 1] != 10 { start -= 1 }
    if compare(letters, text, start) <= 0 {
      high = start
    } else {
      low = middle
      while low < high, text[low] != 10 { low += 1 }
      low += 1
    }
  }
  return min(low, range.upperBound)
}

/// Where what a sorted list of lines says of a word begins, behind the word; nil when it has none.
func entry(
  of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, within range: Range<Int>
) -> Int? {
  let start = firstEntry(from: word, text, within: range)
  guard start < range.upperBound, compare(word, text, start) == 0 else { return nil }
  return start + word.count + 1
}

/// Looks a word up; `word` must be folded: lower case, `'` for every apostrophe, no full stop.
package func wordFacts(_ word: UnsafeBufferPointer<UInt8>) -> WordFacts {
  wordFacts(word, within: nil)
}

private func wordFacts(_ word: UnsafeBufferPointer<UInt8>, within range: Range<Int>?) -> WordFacts {
  EmbeddedFile.lexicon.withBytes { text in
    entry(of: word, in: text, within: range ?? 0..<text.count).map { readFacts(text, $0) }
      ?? WordFacts()
  }
}

/// Below zero when `word` sorts before the entry at `start`, zero when it is that entry's word.
private func compare(
  _ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
) -> Int {
  var index = 0
  while index < word.count {
    let there = start + index < text.count ? text[start + index] : 32
    if there == 32 { return 1 }
    if word[index] != there { return word[index] < there ? -1 : 1 }
    index += 1
  }
  return start + index < text.count && text[start + index] != 32 ? -1 : 0
}

private func readFacts(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> WordFacts {
  var facts = WordFacts()
  var index = start
  while index < text.count, text[index] != 10 {
    if text[index] == UInt8(ascii: "=") {
      index += 1
      while index < text.count, text[index] != 10 {
        facts.classes.insert(WordClasses(letter: text[index]))
        index += 1
      }
      break
    }
    guard index + 1 < text.count else { break }
    let level = text[index + 1] &- UInt8(ascii: "0")
    switch text[index] {
    case UInt8(ascii: "M"): facts.male = level
    case UInt8(ascii: "F"): facts.female = level
    case UInt8(ascii: "G"): facts.nickname = level
    case UInt8(ascii: "S"): facts.family = level
    case UInt8(ascii: "W"): facts.common = level
    default: break
    }
    index += 2
  }
  return facts
}
