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
  return nil
}

/// `I was born … in 1817`, or in a note `Franklin was born on … 1706` of the author's name.
private func toldBirth(
  _ leaf: LeafPhrases, _ chapter: ParsedChapter, _ names: [String]
) -> References.Birth? {
  for (index, placed) in leaf.phrases.enumerated() {
    guard case .calendar(let words) = placed.phrase.meaning, let year = words.year,
      words.omitted == 0, !words.isTwoDigit
    else { continue }
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
