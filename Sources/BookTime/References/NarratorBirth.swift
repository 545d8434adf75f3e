import BookDiagnostics
import BookModel

/// The narrator's birth: as book.yaml or the registry has it, else as the prose tells it.
func birth(
  _ references: DateReferences, _ chapters: [ParsedChapter], _ read: [[LeafPhrases]]
) -> References.Birth? {
  if let edtf = references.narratorBorn?.edtf, let date = edtf.date {
    return References.Birth(edtf: edtf, date: date, source: "")
  }
  for (chapter, leaves) in zip(chapters, read) {
    for leaf in leaves where leaf.namesBirth {
      if let told = toldBirth(leaf, chapter, references.narratorNames) { return told }
    }
  }
  // "During 1835 I was about seventeen": the year before which so many had passed.
  for (chapter, leaves) in zip(chapters, read) {
    for leaf in leaves {
      if let implied = impliedBirth(leaf, chapter) { return implied }
    }
  }
  return nil
}

/// The birth that an age of the narrator's and the year beside it imply.
private func impliedBirth(_ leaf: LeafPhrases, _ chapter: ParsedChapter) -> References.Birth? {
  for (first, second) in zip(leaf.phrases, leaf.phrases.dropFirst()) {
    let words: CalendarWords
    let age: Age
    switch (first.phrase.meaning, second.phrase.meaning) {
    case (.calendar(let said), .age(let told)), (.age(let told), .calendar(let said)):
      (words, age) = (said, told)
    default: continue
    }
    guard let year = words.year, words.omitted == 0, !words.isTwoDigit, age.isNarrators == true,
      !age.isLimit, age.years.count == 1
    else { continue }
    let between = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
    guard between.count < longestBetween, !chapter.text[between].contains(UInt8(ascii: "."))
    else { continue }
    let date = EDTFDate(year: year - age.years.lowerBound)
    return References.Birth(
      edtf: EDTF(date.approximated), date: date, source: ", as an age and its year say")
  }
  return nil
}

/// How many bytes may stand between an age and the year that it belongs to.
private let longestBetween = 30

/// `I was born … in 1817`, or in a note `Franklin was born on … 1706` of the author's name.
private func toldBirth(
  _ leaf: LeafPhrases, _ chapter: ParsedChapter, _ names: [String]
) -> References.Birth? {
  for (index, placed) in leaf.phrases.enumerated() {
    let words: CalendarWords
    var last: Int?
    switch placed.phrase.meaning {
    case .calendar(let said): words = said
    case .either(let a, let b):
      words = a
      last = b.isBareYear && a.isBareYear ? b.year : nil
      if last == nil { continue }
    default: continue
    }
    guard let year = words.year, words.omitted == 0, !words.isTwoDigit else { continue }
    let start = max(chapter.prose[leaf.prose].text.lowerBound, placed.range.lowerBound - 120)
    var before = chapter.text[start..<placed.range.lowerBound]
    if let stop = before.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ";") }),
      before[stop...].count > 3
    {
      before = before[(stop + 1)...]
    }
    let text = String(decoding: before, as: UTF8.self)
    let isOwn =
      text.contains("I was born") && !text.contains("before I was born")
      && !text.contains("after I was born")
    // Only a date that follows at once: "born on", "born in Boston, in".
    let isNamed = names.contains { text.hasSuffixTelling(birthOf: $0) }
    guard isOwn || isNamed, index == 0 || leaf.phrases[index - 1].range.upperBound <= start + 120
    else { continue }
    let date = EDTFDate(
      year: EDTFDate.Year(year), month: (words.month ?? words.season).map { EDTFDate.Field($0) },
      day: words.day.map { EDTFDate.Field($0) })
    var edtf = EDTF(date)
    if words.isOldStyle, let month = words.month, let day = words.day {
      edtf = EDTF(JulianDate(year: year, month: month, day: day).dayNumber)
    }
    if let last, last > year {
      edtf = EDTF(value: .set(.oneOf, [.range(date, EDTFDate(year: last))]), level: 2)
    }
    return References.Birth(
      edtf: words.isApproximate ? EDTF(date.approximated) : edtf, date: date,
      source: ", as the text tells")
  }
  return nil
}

extension String {
  /// `NAME was born` and few words behind it.
  fileprivate func hasSuffixTelling(birthOf name: String) -> Bool {
    guard !name.isEmpty, let place = range(ofBytes: name + " was born") else { return false }
    return self[place...].utf8.count < 60
  }

  private func range(ofBytes needle: String) -> Index? {
    let hay = Array(utf8)
    let pin = Array(needle.utf8)
    guard hay.count >= pin.count else { return nil }
    for i in 0...(hay.count - pin.count) where hay[i..<(i + pin.count)].elementsEqual(pin) {
      return utf8.index(startIndex, offsetBy: i)
    }
    return nil
  }
}
