import BookWords

// Names that are nearly the same: one slip of the pen apart, or alike to the ear.

/// A discovered name that resembles a registered one.
package struct ResemblingName: Sendable, Equatable {
  /// Index into the discovered names.
  package var discovered: Int
  /// Index into the registered names.
  package var registered: Int
  /// The word that differs, as discovered.
  package var word: String
  /// What it resembles.
  package var resembles: String
}

/// Pairs of names that differ in one word only, and there by one slip (Damerau and Levenshtein, on
/// five letters or more) or in spelling but not in sound.
///
/// Equal names are no pairs; nothing is ever linked by this.
package func nearMisses(discovered: [String], registered: [String]) -> [ResemblingName] {
  let near = NearNames(registered)
  return discovered.enumerated().flatMap { index, text in
    near.resembling(text).map {
      var pair = $0
      pair.discovered = index
      return pair
    }
  }
}

/// Registered names, filed so that those which resemble another are found without comparing all.
struct NearNames {
  private let known: [[[UInt8]]]
  private let exact: Set<[[UInt8]]>
  private var byWord: [[UInt8]: [Int]] = [:]

  init(_ registered: [String]) {
    known = registered.map(words(of:))
    exact = Set(known)
    for (index, name) in known.enumerated() {
      for key in Set(name.flatMap(keys)) { byWord[key, default: []].append(index) }
    }
  }

  /// The registered names that a name resembles, with 0 for its own number.
  func resembling(_ text: String) -> [ResemblingName] {
    let name = words(of: text)
    return exact.contains(name) ? [] : resembling(name)
  }

  /// Ditto for one of the names themselves.
  func resembling(_ text: String, but number: Int) -> [ResemblingName] {
    resembling(words(of: text)).filter { $0.registered != number }
  }

  private func resembling(_ name: [[UInt8]]) -> [ResemblingName] {
    // No name has more words, and a long line is none.
    if name.count > longestName { return [] }
    var candidates: Set<Int> = []
    for key in name.flatMap(keys) { candidates.formUnion(byWord[key] ?? []) }
    return candidates.sorted().compactMap { candidate in
      differingWord(name, known[candidate]).map { pair in
        ResemblingName(
          discovered: 0, registered: candidate, word: String(decoding: pair.0, as: UTF8.self),
          resembles: String(decoding: pair.1, as: UTF8.self))
      }
    }
  }
}

private func words(of name: String) -> [[UInt8]] {
  name.split(separator: " ").map { foldedWord($0.utf8) }.filter { !$0.isEmpty }
}

/// What words that resemble each other have in common: their sound, and themselves less a letter.
private func keys(_ word: [UInt8]) -> [[UInt8]] {
  var keys = [[0] + soundKey(word), word]
  if word.count >= 4, word.count <= 40 {
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      keys.append(shorter)
    }
  }
  return keys
}

/// The one word in which two names of equal length differ, if it resembles its counterpart.
private func differingWord(_ one: [[UInt8]], _ other: [[UInt8]]) -> ([UInt8], [UInt8])? {
  guard one.count == other.count else { return nil }
  let pairs = zip(one, other).filter { $0 != $1 }
  guard pairs.count == 1, let (first, second) = pairs.first else { return nil }
  return resemble(first, second) ? (first, second) : nil
}

/// True when two folded words are one slip apart or sound the same.
func resemble(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  if one == other { return false }
  if min(one.count, other.count) >= 5, isOneSlip(one, other) { return true }
  let sound = soundKey(one)
  // Short names that sound alike are mostly different names: Jane and John, Ann and Ian.
  return sound.count > 1 && sound == soundKey(other)
    && min(one.count, other.count) >= (isOneSlip(one, other) ? 3 : 5)
    && firstVowel(one) == firstVowel(other)
}

/// The vowel that carries the word: it tells Tom from Tim, whose consonants are the same.
private func firstVowel(_ word: [UInt8]) -> UInt8 {
  guard let place = word.firstIndex(where: { "aeiouy".utf8.contains($0) }) else { return 0 }
  let next = place + 1 < word.count ? word[place + 1] : 0
  let isLong = next == UInt8(ascii: "y") || next == UInt8(ascii: "i")
  if isLong, "ae".utf8.contains(word[place]) { return UInt8(ascii: "e") }
  return word[place] == UInt8(ascii: "y") ? UInt8(ascii: "i") : word[place]
}

/// One letter more, less, other, or two neighbours exchanged.
func isOneSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  let (short, long) = one.count <= other.count ? (one, other) : (other, one)
  guard long.count - short.count <= 1, short != long else { return false }
  var start = 0
  while start < short.count, short[start] == long[start] { start += 1 }
  if short.count < long.count { return short[start...].elementsEqual(long[(start + 1)...]) }
  if short[(start + 1)...].elementsEqual(long[(start + 1)...]) { return true }
  return start + 1 < short.count && short[start] == long[start + 1]
    && short[start + 1] == long[start]
    && short[(start + 2)...].elementsEqual(long[(start + 2)...])
}

/// What an English ear hears of a name: consonants by kind, vowels only at the beginning.
///
/// In the spirit of Metaphone: `ph` is f, `c` is s or k, silent letters fall, doubles are one.
func soundKey(_ word: [UInt8]) -> [UInt8] {
  let letters = word.filter { $0 &- 97 < 26 }
  var key: [UInt8] = []
  var index = 0
  func letter(_ offset: Int) -> UInt8 {
    let place = index + offset
    return place >= 0 && place < letters.count ? letters[place] : 0
  }
  func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
  func hear(_ byte: Character) {
    let sound = byte.asciiValue ?? 0
    if key.last != sound { key.append(sound) }
  }
  while index < letters.count {
    let here = letter(0)
    let next = letter(1)
    var step = 1
    switch here {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      if index == 0 { hear("a") }
    case UInt8(ascii: "p"):
      if next == UInt8(ascii: "h") {
        hear("f")
        step = 2
      } else {
        hear("p")
      }
    case UInt8(ascii: "c"):
      if next == UInt8(ascii: "h") {
        hear(letter(2) == UInt8(ascii: "r") ? "k" : "x")
        step = 2
      } else if next == UInt8(ascii: "k") {
        hear("k")
        step = 2
      } else {
        hear("eiy".utf8.contains(next) ? "s" : "k")
      }
    case UInt8(ascii: "k"), UInt8(ascii: "q"):
      if !(here == UInt8(ascii: "k") && index == 0 && next == UInt8(ascii: "n")) { hear("k") }
    case UInt8(ascii: "g"):
      if next == UInt8(ascii: "h") {
        if index == 0 { hear("k") }
        step = 2
      } else if index == 0, next == UInt8(ascii: "n") {
        break
      } else {
        hear("eiy".utf8.contains(next) ? "j" : "k")
      }
    case UInt8(ascii: "s"), UInt8(ascii: "z"):
      if next == UInt8(ascii: "h") {
        hear("x")
        step = 2
      } else {
        hear("s")
      }
    case UInt8(ascii: "t"):
      if next == UInt8(ascii: "h") {
        hear("t")
        step = 2
      } else {
        hear("t")
      }
    case UInt8(ascii: "d"): hear("t")
    case UInt8(ascii: "v"): hear("f")
    case UInt8(ascii: "w"):
      if next == UInt8(ascii: "r") { break }
      if isVowel(next) { hear("w") }
    case UInt8(ascii: "h"):
      if isVowel(next), index == 0 || !isVowel(letter(-1)) { hear("h") }
    case UInt8(ascii: "x"):
      hear("k")
      hear("s")
    case UInt8(ascii: "b"):
      if !(index == letters.count - 1 && letter(-1) == UInt8(ascii: "m")) { hear("b") }
    default: hear(Character(UnicodeScalar(here)))
    }
    index += step
  }
  return key
}
