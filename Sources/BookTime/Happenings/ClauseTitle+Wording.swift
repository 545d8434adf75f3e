import BookLanguage
import BookWords

// A title put together from its words.
extension ClauseTitle {
  /// The words without their last part that can be spared, nil where nothing can.
  func shortened(_ kept: [Int], _ clause: Clause) -> [Int]? {
    let head = clause.group.head
    guard let start = kept.firstIndex(where: { $0 > head }) else { return nil }
    var at = kept.count - 1
    while at > start + 1 {
      let word = kept[at]
      if byte(word) == UInt8(ascii: ",") || isCoordinator(word) || opensSpare(word) {
        return Array(kept[..<at])
      }
      at -= 1
    }
    return nil
  }

  /// Takes off the end what is no part of what the verb says: "Died, the one", "Entered Rome the night".
  func dropScraps(_ kept: inout [Int], _ clause: Clause) {
    let head = clause.group.head
    guard let verb = kept.firstIndex(of: head) else { return }
    // A verb and a comma: what stands behind belongs to another.
    if verb + 1 < kept.count, byte(kept[verb + 1]) == UInt8(ascii: ",") {
      kept.removeSubrange((verb + 1)...)
      return
    }
    while let comma = kept.lastIndex(where: { byte($0) == UInt8(ascii: ",") }), comma > verb + 1 {
      let scrap = kept[(comma + 1)...]
      // "At Albion, Kansas", "my master, Dr. Irving"; but "ordered to march, Eliza following".
      let before = kept[comma - 1]
      let isName =
        (scrap.first.map { sentence.shapes[$0] == .capital } ?? false)
        && (sentence.shapes[before] == .capital || sentence.tagged.tags[before].isCommonNoun)
      // "Arrived at Savannah, Sherman": the subject of what follows.
      let isTied = scrap.contains { kept[..<comma].contains(sentence.heads[$0]) }
      guard !isTied || scrap.count <= (isName ? 0 : Self.scrap) else { break }
      kept.removeSubrange(comma...)
    }
    while kept.count > verb + 2, let last = kept.last, isOfTime(last),
      sentence.tagged.tags[kept[kept.count - 2]] == .determiner
    {
      let before = kept[max(verb, kept.count - 3)]
      if sentence.tagged.tags[before] == .preposition || sentence.tagged.tags[before] == .number {
        break
      }
      kept.removeLast(2)
    }
  }

  /// In words: less than this behind a comma says nothing.
  private static let scrap = 3

  /// Whether a title can be read without the sentences before it.
  func standsAlone(_ kept: [Int], _ clause: Clause, _ lead: String) -> Bool {
    let head = clause.group.head
    var hasNoun = false
    for word in kept where word > head {
      let tag = sentence.tagged.tags[word]
      if tag == .noun || tag == .nounPlural || tag == .name { hasNoun = true }
      if hasNoun { continue }
      let kinds = sentence.kinds[word]
      let isPossessive = tag == .possessivePronoun
      guard isPossessive || tag == .pronoun || word == head + 1 else { continue }
      if isPossessive, !lead.isEmpty || kinds.has(.narrators) { continue }
      if kinds.has(.pronounOfThing) && tag != .determiner && tag != .subordinator { return false }
      if isPossessive || kinds.has(.pronounOfMan) || kinds.has(.pronounOfWoman),
        !kinds.has(.narrators), substitute(word, lead) == nil
      {
        return false
      }
    }
    return true
  }

  /// The name that a pronoun stands for, where it can be said.
  private func substitute(_ word: Int, _ lead: String) -> String? {
    let kinds = sentence.kinds[word]
    let isPossessive = sentence.tagged.tags[word] == .possessivePronoun
    guard isPossessive ? lead.isEmpty : sentence.tagged.tags[word] == .pronoun,
      kinds.has(.pronounOfMan) || kinds.has(.pronounOfWoman),
      sentence.tagged.words[word].count < Self.reflexive
    else { return nil }
    guard let name = named(word, kinds.has(.pronounOfWoman)), name != lead else { return nil }
    return isPossessive ? name + "’s" : name
  }

  /// A name as it stands within a line: "my husband", where a sentence began with "My husband".
  private func within(_ name: String) -> String {
    let first = name.prefix { $0 != " " }.lowercased()
    return narrators.contains(first) ? first + name.dropFirst(first.count) : name
  }

  /// In bytes: "himself" and longer ones point at who does it.
  private static let reflexive = 6

  /// Whether a clause hangs within a title's words, which may not lose a part of it.
  func holdsClause(_ kept: [Int], _ clause: Clause) -> Bool {
    kept.contains { $0 > clause.group.head && sentence.tagged.tags[$0] == .subordinator }
  }

  /// Whether a clause that hangs within a title's words has lost its verb.
  func isBroken(_ kept: [Int], _ clause: Clause) -> Bool {
    sentence.clauses.contains { other in
      guard other.governor == clause.group.head, let subject = other.subject,
        subject > clause.group.head, other.kind == .complement
      else { return false }
      return kept.contains(subject) && !kept.contains(other.group.head)
    }
  }

  /// Subject and predicate as one line, names in the place of pronouns; nil where too little is left.
  func worded(_ lead: String, _ kept: [Int], _ clause: Clause, least: Int) -> String? {
    var kept = kept
    trimEnd(&kept, clause)
    guard !kept.isEmpty, !lead.isEmpty || kept.count >= least else { return nil }
    var line = lead
    var at = kept.startIndex
    var hasNoun = false
    while at < kept.endIndex {
      let tag = sentence.tagged.tags[kept[at]]
      hasNoun =
        hasNoun
        || kept[at] > clause.group.head && (tag == .noun || tag == .nounPlural || tag == .name)
      let name =
        hasNoun || kept[at] <= clause.group.head
        ? nil : substitute(kept[at], lead).map { line.isEmpty ? $0 : within($0) }
      let range = sentence.tagged.words[kept[at]]
      let isApart =
        at == kept.startIndex || kept[at] != kept[at - 1] + 1
        || range.lowerBound > sentence.tagged.words[kept[at - 1]].upperBound
      if !line.isEmpty, isApart, byte(kept[at]) != UInt8(ascii: ",") { line += " " }
      line += name ?? plain(kept[at]...kept[at])
      at += 1
    }
    return line.isEmpty ? nil : capitalised(line)
  }

  /// A line as a row begins.
  func capitalised(_ line: String) -> String { line.prefix(1).uppercased() + line.dropFirst() }

  /// Takes off the end what is left of something that was cut off behind it.
  func trimEnd(_ kept: inout [Int], _ clause: Clause) {
    while let last = kept.last,
      isDangling(last) || kept.count > Self.fewest && isStub(last)
        || isBereft(last, clause, behind: kept.dropLast().last)
    {
      kept.removeLast()
    }
    // "Won a prize for it"
    if kept.count > Self.fewest, let last = kept.last, sentence.kinds[last].has(.pronounOfThing),
      sentence.tagged.tags[kept[kept.count - 2]] == .preposition
    {
      kept.removeLast(2)
    }
    // "In the month of May 1844", which stands beside the row.
    if kept.count > Self.fewest + 1, let last = kept.last, isOfTime(last),
      sentence.tagged.tags[kept[kept.count - 2]] == .determiner,
      sentence.tagged.tags[kept[kept.count - 3]] == .preposition,
      (last + 1...last + 2).contains(where: { word in
        word < sentence.count && dates.contains { $0.overlaps(sentence.tagged.words[word]) }
      })
    {
      kept.removeLast(3)
    }
  }

  private static let fewest = 3

  /// What is left of something that was cut off behind it.
  private func isStub(_ word: Int) -> Bool {
    switch sentence.tagged.tags[word] {
    case .relative, .relativeAdverb, .subordinator, .verbIng, .modal, .to, .not: true
    case .verbParticiple: sentence.tagged.relations[word] == .nounClause
    default: sentence.kinds[word].has(.narrator) || sentence.kinds[word].has(.others)
    }
  }

  /// The bytes of some words on one line.
  func plain(_ words: ClosedRange<Int>) -> String {
    var bytes: [UInt8] = []
    for at in sentence.bytes(words) {
      if text[at] > 0x20 {
        bytes.append(text[at])
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What no editor would print.
  func isPrintable(_ title: String) -> Bool {
    let words = title.split(separator: " ")
    guard title.utf8.count > 7, words.count > 2 || words.last?.first?.isUppercase == true,
      words.count > 1
    else { return false }
    if title.hasPlainCharacters { return Self.hasPairedMarks(title.utf8) }
    func count(_ mark: Character) -> Int { title.count { $0 == mark } }
    return count("“") == count("”") && count("(") == count(")") && count("\"") % 2 == 0
      && !title.contains("…") && !title.contains("...")
  }

  /// The same of marks, asked of the bytes of a title of plain characters.
  private static func hasPairedMarks(_ title: String.UTF8View) -> Bool {
    var (opened, closed, brackets, straight) = (0, 0, 0, 0)
    var (points, last) = (0, UInt8(0))
    for byte in title {
      points = byte == UInt8(ascii: ".") ? points + 1 : 0
      if points == 3 { return false }
      switch byte {
      case UInt8(ascii: "("): brackets += 1
      case UInt8(ascii: ")"): brackets -= 1
      case UInt8(ascii: "\""): straight += 1
      // Of U+201C, U+201D and U+2026, whose first bytes are one.
      case 0x9C where last == 0x80: opened += 1
      case 0x9D where last == 0x80: closed += 1
      case 0xA6 where last == 0x80: return false
      default: break
      }
      last = byte
    }
    return opened == closed && brackets == 0 && straight % 2 == 0
  }
}
