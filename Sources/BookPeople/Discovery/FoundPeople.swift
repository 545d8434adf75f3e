import BookModel
import BookWords

// How a person who was found is called.

/// Makes the people from their groups and mentions.
func describe(
  _ groups: [GroupedPerson], _ mentions: [PeopleDiscovery.Mention], _ chapters: [ParsedChapter],
  _ isShared: (Int) -> Bool, _ pieces: (Int) -> NamePieces
) -> [PeopleDiscovery.FoundPerson] {
  var shared = [Set<String>](repeating: [], count: groups.count)
  var forms = [[String: Int]](repeating: [:], count: groups.count)
  var order = [[String]](repeating: [], count: groups.count)
  var parts = [[NamePieces]](repeating: [], count: groups.count)
  var first = [[Int]](repeating: [], count: groups.count)
  var count = [Int](repeating: 0, count: groups.count)
  for (index, mention) in mentions.enumerated() {
    // Of the text alone: a chapter that is asked itself is copied.
    let text = oneLine(
      String(decoding: chapters[mention.chapter].text[mention.range], as: UTF8.self))
    if forms[mention.person][text] == nil {
      order[mention.person].append(text)
      parts[mention.person].append(pieces(index))
      if isShared(index) { shared[mention.person].insert(text) }
    }
    forms[mention.person][text, default: 0] += 1
    count[mention.person] += 1
    if first[mention.person].count < 5 { first[mention.person].append(index) }
  }
  return groups.indices.map { index in
    let listed = order[index].enumerated().sorted {
      let (one, two) = (forms[index][$0.element] ?? 0, forms[index][$1.element] ?? 0)
      return one != two ? one > two : $0.offset < $1.offset
    }
    let all = listed.map {
      PeopleDiscovery.Form(
        text: $0.element, count: forms[index][$0.element] ?? 0,
        isShared: shared[index].contains($0.element))
    }
    let name = fullestName(listed.map { parts[index][$0.offset] }, all)
    var nicknames: [String] = []
    for nickname in parts[index].flatMap(\.nicknames) where !nicknames.contains(nickname) {
      nicknames.append(nickname)
    }
    return PeopleDiscovery.FoundPerson(
      name: name, nicknames: nicknames,
      heading: Heading(of: name, nicknames: nicknames).heading, forms: all, count: count[index],
      first: first[index], gender: groups[index].gender, isFamilyGroup: groups[index].isFamilyGroup,
      relation: groups[index].kin)
  }
}

/// A form of a name as written, taken apart.
struct NamePieces: Hashable {
  var titles: [String] = []
  var given: [String] = []
  var family: [String] = []
  var suffix: String?
  /// In quotation marks within the name.
  var nicknames: [String] = []
  /// `Duke of York`, which has no parts.
  var whole: String?
}

/// The name that tells most: family and given names spelled out, the title where it is needed.
func fullestName(_ pieces: [NamePieces], _ forms: [PeopleDiscovery.Form]) -> PersonName {
  var name = PersonName()
  let all = forms.reduce(0) { $0 + $1.count }
  func weight(_ piece: NamePieces, _ count: Int) -> Int {
    let spelled = piece.given.filter { $0.count > 2 && !$0.contains(".") }.count
    let capitals = (piece.given + piece.family).contains(where: isShouted) ? 1 : 0
    if piece.whole != nil { return 35 }
    let known = (piece.family.isEmpty ? 0 : 40) + spelled * 20 + piece.given.count * 4
    // "Escaping Jackson" in a heading: rare, and no given name that anybody bears.
    let isOdd = count * 5 < all && piece.given.contains { $0.count > 2 && isPlainWord($0) }
    return known - capitals * 15 - (isOdd ? 60 : 0) - (isOfSeveral(piece.titles) ? 2 : 0)
  }
  var best: NamePieces?
  var heaviest = Int.min
  for (piece, form) in zip(pieces, forms) {
    let weight = weight(piece, form.count)
    if weight > heaviest {
      heaviest = weight
      best = piece
    }
  }
  if let whole = best?.whole {
    name.literal = whole
    return name
  }
  guard let best, !(best.given.isEmpty && best.family.isEmpty) else {
    name.literal = forms.first?.text ?? pieces.first?.titles.joined(separator: " ")
    return name
  }
  let title = pieces.first { !$0.titles.isEmpty && !isOfSeveral($0.titles) }?
    .titles.map { recased($0, pieces) }.joined(separator: " ")
  if best.family.isEmpty {
    // Somebody known by one name, with the title that goes with it.
    let single = (best.given + [best.suffix].compactMap { $0 }).joined(separator: " ")
    name.literal = best.titles.isEmpty ? single : (best.titles + [single]).joined(separator: " ")
    return name
  }
  name.setFamily(best.family.map { recased($0, pieces) })
  if !best.given.isEmpty {
    name.given = best.given.map { recased($0, pieces) }.joined(separator: " ")
  }
  name.prefix = title
  name.suffix = best.suffix
  return name
}

private func isPlainWord(_ word: String) -> Bool {
  let folded = foldedWord(word.utf8)
  let facts = folded.withUnsafeBufferPointer { wordFacts($0) }
  if facts.given > 0 || word.contains(".") { return false }
  return facts.common > 0 || !facts.classes.isDisjoint(with: [.place, .placeHead, .function])
}

/// `DAVID`, `McCARGO`: capitals as in a heading, where the name may stand otherwise too.
private func isShouted(_ word: String) -> Bool {
  let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
  let small = letters.count { $0.properties.isLowercase }
  return letters.count > 2 && small < 3 && letters.count - small > 2
}

/// `KERSHAW` of a list in capitals as an index has it: as it stands elsewhere, else with small letters
/// behind the first of each part.
private func recased(_ word: String, _ pieces: [NamePieces]) -> String {
  let isShort =
    word.hasSuffix(".") && word.count { $0.isLetter } > 1 && word.count { $0 == "." } == 1
  guard isShouted(word) || isShort && word == word.uppercased() else { return word }
  let small = word.lowercased()
  let others = pieces.lazy.flatMap { $0.family + $0.given }
  if let other = others.first(where: { $0 != word && $0.lowercased() == small && !isShouted($0) }) {
    return other
  }
  var result = ""
  for letter in word {
    let opens = result.last.map { !$0.isLetter } ?? true
    let isBehindMac = result.hasSuffix("Mc") && result.count == 2
    result += opens || isBehindMac ? letter.uppercased() : letter.lowercased()
  }
  return result
}

/// `Generals`, `Messrs.`: a title that several share.
private func isOfSeveral(_ titles: [String]) -> Bool {
  titles.contains {
    let word = $0.lowercased()
    if word.hasPrefix("messrs") { return true }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && word != "mrs"
  }
}

/// A name that ran over the end of a line, on one.
func oneLine(_ text: String) -> String {
  guard text.utf8.contains(10) else { return text }
  return text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
}
