import BookDiagnostics
import BookLanguage
import BookModel

/// Messages about dates in mark-up that cannot be read.
func datesThatAreNoEDTF(in book: Book) -> [Diagnostic] {
  book.chapters.flatMap { chapter in
    chapter.marks.compactMap { mark -> Diagnostic? in
      guard case .date(let date) = mark.kind, date.edtf == nil else { return nil }
      return notEDTF(date.text, at: mark.span, in: book.sources)
    }
  }
}

/// A message about a string that is no EDTF, with what was most likely meant.
func notEDTF(_ text: String, at span: SourceSpan, in sources: SourceFiles) -> Diagnostic {
  guard let meant = nearestEDTF(text) else {
    return Diagnostic(
      .notEDTF, "'\(text)' is not a date in EDTF, such as 1953, 1953-06, 1953-06-02 or 1953~",
      at: span)
  }
  let bytes = sources[span.file].bytes
  let needle = Array(text.utf8)
  var fixIts: [FixIt] = []
  // Only where the text stands in the file as it is, once.
  let range = span.range.clamped(to: 0..<bytes.count)
  let places =
    needle.isEmpty
    ? []
    : range.filter { i in
      i + needle.count <= range.upperBound && bytes[i..<(i + needle.count)].elementsEqual(needle)
    }
  if places.count == 1 {
    let at = SourceSpan(file: span.file, start: places[0], end: places[0] + needle.count)
    fixIts = [FixIt("write '\(meant)'", at: at, with: meant.description)]
  }
  return Diagnostic(
    .notEDTF, "'\(text)' is not a date in EDTF; '\(meant)' is \(meant.inMessages)",
    at: span, fixIts: fixIts)
}

/// What a date written in another way most likely means: in words, with slashes, with one digit.
func nearestEDTF(_ text: String) -> EDTF? {
  let plain = text.trimmed
  if plain.isEmpty || plain.utf8.count > 80 { return nil }
  if let edtf = EDTF(plain) { return edtf }
  // `2014-6-3`, `2014/06/03`: the parts are right, their form is not.
  let parts = plain.split { "-/.".contains($0) }.map(String.init)
  let numbers = parts.compactMap { Int($0) }
  func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
  if numbers.count == parts.count, (2...3).contains(parts.count), parts[0].utf8.count == 4 {
    let joined = ([parts[0]] + numbers.dropFirst().map(two)).joined(separator: "-")
    if let edtf = EDTF(joined) { return edtf }
  }
  // `05/1953`, as a month of a year is written by hand.
  if numbers.count == 2, parts.count == 2, parts[1].utf8.count == 4, (1...12).contains(numbers[0]) {
    return EDTF(parts[1] + "-" + two(numbers[0]))
  }
  // Words: read as the prose is, in English, else in any language that bookc reads dates of.
  let languages = Language.all.filter { $0.supports.contains(.dates) }
  return languages.lazy.compactMap { edtf(ofWords: plain, in: $0) }.first
}

/// The date that all of the words are together.
///
/// "Before 1953" is none, and "3. Mai 1953" no year alone.
private func edtf(ofWords plain: String, in language: Language) -> EDTF? {
  for opening in ["in ", ""] {
    let words = opening + plain
    guard let placed = readPhrases(of: words, language: language.tag).first,
      case .calendar(let date) = placed.phrase.meaning, date.year != nil, !date.isTwoDigit,
      !date.isAmbiguousOrder, placed.range.lowerBound <= opening.utf8.count,
      placed.range.upperBound == words.utf8.count
    else { continue }
    let resolver = Resolver(references: References(language: language))
    return resolver.resolve(placed.phrase, placed.setting).edtf
  }
  return nil
}

/// A message about an id of `people=` that the registry does not have.
func unknownPerson(_ id: String, at span: SourceSpan, among ids: [String]) -> Diagnostic {
  let near = nearestWord(to: id, among: ids)
  return Diagnostic(
    .unknownPerson, "person '\(id)' is not in the registry", at: span,
    notes: near.map { [DiagnosticNote("did you mean '\($0)'?")] } ?? [])
}

/// A message about a key of chronology.yaml that means nothing.
func unknownKey(_ entry: YAMLNode.Entry, known: [String]) -> Diagnostic {
  if EDTF(entry.key) != nil, let title = entry.value.string {
    return Diagnostic(
      .unknownChronologyKey, "the date '\(entry.key)' stands where a key should", at: entry.keySpan,
      notes: [
        DiagnosticNote(
          "an event is two lines: '- date: \(entry.key)', and below it '  title: \(title)'")
      ])
  }
  let near = nearestWord(to: entry.key, among: known)
  return Diagnostic(
    .unknownChronologyKey, "chronology.yaml knows no key '\(entry.key)'", at: entry.keySpan,
    notes: near.map { [DiagnosticNote("did you mean '\($0)'?")] } ?? [])
}
