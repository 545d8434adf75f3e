import BookDiagnostics
import BookLanguage
import BookModel

/// What book.yaml gave: the metadata and the list of chapters, if it has one.
struct BookYAML {
  var metadata: BookMetadata
  var chapters: [ListedChapter]?
  var diagnostics: [Diagnostic]

  /// Decodes book.yaml; `fallbackTitle` stands in for a title that is missing.
  init(_ node: YAMLNode, fallbackTitle: String) {
    var decoder = Decoder()
    let node = decoder.known(node, Self.keys, where: "book.yaml")
    decoder.checkGroups(of: node)
    let title = decoder.string(node["title"], "title")
    let isText = node["title"].map { if case .scalar = $0.content { true } else { false } } ?? true
    if title == nil, isText {
      let place = node["title"]?.span ?? node.span.part(0, 0)
      decoder.add(
        Diagnostic(
          .titleMissing, node["title"] == nil ? "the book has no title" : "the title is empty",
          at: place,
          // Of `title: # Nine` the note is the place; of `title:` and `title: ""` there is none.
          notes: node["title"]?.string != nil || place.range.isEmpty
            ? []
            : [DiagnosticNote("what stands behind a '#' is a note, unless it is in quotes")]))
    }
    metadata = BookMetadata(
      title: title ?? fallbackTitle, language: decoder.language(node["language"], in: node))
    metadata.titleSpan = node["title"]?.span ?? node.span.part(0, 0)
    metadata.subtitle = decoder.string(node["subtitle"], "subtitle")
    decoder.checkPrintedMarks(node)
    metadata.short = decoder.string(node["short"], "short")
    metadata.contributors =
      decoder.contributors(node["author"], role: "aut")
      + decoder.contributors(node["authors"], role: "aut")
      + decoder.contributors(node["contributors"], role: "ctb")
    if metadata.contributors.isEmpty {
      decoder.add(
        Diagnostic(
          .authorMissing, "the book names no author",
          at: node["author"]?.span ?? node.span.part(0, 0)))
    }
    metadata.date = decoder.date(node["date"]).map { WrittenDate($0) }
    metadata.publisher = decoder.string(node["publisher"], "publisher")
    metadata.rights = decoder.string(node["rights"], "rights")
    metadata.description = decoder.string(node["description"], "description")
    metadata.subjects = decoder.subjects(node["subjects"])
    metadata.series = decoder.series(node["series"])
    metadata.cover = decoder.cover(node["cover"])
    metadata.theme = decoder.string(node["theme"], "theme") ?? "classic"
    if decoder.string(node["trim"], "trim") != nil { metadata.trim = node["trim"] }
    metadata.formats = decoder.strings(node["formats"], "formats").map { $0.lowercased() }
    metadata.narrator = decoder.narrator(node["narrator"])
    metadata.people = decoder.peoplePolicy(node["people"])
    metadata.chronology = decoder.chronologyPolicy(node["chronology"])
    metadata.print = decoder.printPolicy(node["print"])
    metadata.accessibility = decoder.accessibility(node["accessibility"])
    metadata.wordGoal = decoder.count(node["goal"], "goal")
    metadata.hasColophon = decoder.boolean(node["colophon"], "colophon") ?? true
    metadata.isbn = decoder.isbn(node["isbn"])
    metadata.identifier = identifier(
      of: metadata, given: decoder.identifier(node["identifier"]))
    chapters = decoder.chapterList(node["chapters"])
    diagnostics = decoder.diagnostics
  }
}

/// One entry of `chapters:`.
struct ListedChapter {
  var file: String
  var span: SourceSpan
  var header: ChapterHeader
}

extension Decoder {
  private static let languageNote =
    "a language is two letters, and a region where it matters: en, en-GB, de, fr"

  /// The book's language, `en` when it is missing or malformed.
  mutating func language(_ node: YAMLNode?, in book: YAMLNode) -> String {
    guard let text = string(node, "language"), let node else {
      add(
        Diagnostic(
          .languageMissing, "the book does not say its language",
          at: node?.span ?? book.span.part(0, 0),
          notes: [DiagnosticNote("for English: language: en")]))
      return Language.unstated
    }
    let primary = text.prefix { $0 != "-" }.lowercased()
    let isTag = isWellFormedLanguage(text)
    let isRegistered =
      isTag && (primary == "x" || primary == "i" || isRegisteredLanguage(primary))
    // ISO 3166-1 keeps UK, which is no region of BCP 47.
    let isName = !isRegistered && !text.contains { "_“”‘’„«»'\"".contains($0) }
    if isName || text.lowercased().hasSuffix("-uk"), let tag = Language.tag(called: text) {
      let what = isRegistered ? "has no region of BCP 47" : "is the name of a language"
      add(
        Diagnostic(
          .languageUnregistered, "'\(text)' \(what); it is read as '\(tag)'",
          at: node.span, fixIts: [FixIt("write '\(tag)'", at: node.span, with: tag)]))
      return tag
    }
    guard isTag else {
      let mended = text.filter { !"“”‘’„«»'\"".contains($0) }.replacing("_", with: "-")
      add(
        Diagnostic(
          .languageMalformed, "'\(text)' is not a language tag", at: node.span,
          notes: [DiagnosticNote(Self.languageNote)],
          fixIts: isWellFormedLanguage(mended)
            ? [FixIt("write '\(mended)'", at: node.span, with: mended)] : []))
      return Language.unstated
    }
    if !isRegistered {
      add(
        Diagnostic(
          .languageUnregistered, "'\(primary)' is not a registered language", at: node.span,
          notes: [DiagnosticNote(Self.languageNote)]))
    }
    return text
  }

  /// Names, or mappings of name, sort and role.
  mutating func contributors(_ node: YAMLNode?, role: String) -> [Contributor] {
    guard let node else { return [] }
    var result: [Contributor] = []
    for item in node.items {
      if case .mapping = item.content {
        let item = known(item, BookYAML.keys(under: "author"), where: "an author")
        let parts = [string(item["given"], "given"), string(item["family"], "family")]
        let joined = parts.compactMap { $0 }.joined(separator: " ")
        guard let name = string(item["name"], "name") ?? (joined.isEmpty ? nil : joined) else {
          add(Diagnostic(.wrongValue, "an author needs a 'name'", at: item.span))
          continue
        }
        let inverted = parts.reversed().compactMap { $0 }.joined(separator: ", ")
        let given = string(item["role"], "role") ?? role
        if given.utf8.count != 3 || !given.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
          add(
            Diagnostic(
              .wrongValue,
              "'\(given)' is not a MARC relator code such as aut, edt, ill, pht or trl",
              at: item["role"]?.span ?? item.span))
        }
        result.append(
          Contributor(
            name: name,
            sort: string(item["sort"], "sort") ?? (name == joined ? inverted : sortedName(name)),
            role: given))
      } else if let names = string(item, "author") {
        for name in Self.names(in: names) {
          result.append(Contributor(name: name, sort: sortedName(name), role: role))
        }
      }
    }
    return result
  }

  /// `Ann Example; Ben Example` and `Ann Example & Ben Example` are two.
  private static func names(in text: String) -> [String] {
    // `Ann Example and Ben Example`, in the languages whose phrases are known.
    let joined = Set(Language.all.map { $0.phrases[.and] }).sorted().reduce(text) { text, and in
      let sides = text.split(separator: " \(and) ", omittingEmptySubsequences: false)
      return sides.count > 1 && sides.allSatisfy { $0.contains(" ") }
        ? sides.joined(separator: ";") : text
    }
    let parts = joined.split { $0 == ";" || $0 == "&" }.map { trimmingWhiteSpace(String($0)) }
      .filter { !$0.isEmpty }
    let areWhole = joined.contains(";") || parts.allSatisfy { $0.contains(" ") }
    return areWhole ? parts : [text]
  }

  /// W3C date: YYYY, YYYY-MM or YYYY-MM-DD that exists.
  mutating func date(_ node: YAMLNode?) -> String? {
    guard let written = string(node, "date"), let node else { return nil }
    let text = writtenDay(written) ?? written
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    var numbers: [Int] = []
    for (part, length) in zip(parts, lengths)
    where part.utf8.count == length && part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      numbers.append(Int(part) ?? 0)
    }
    guard numbers.count == parts.count, !numbers.isEmpty else {
      add(
        Diagnostic(
          .dateMalformed, "'\(text)' is not a date such as 2024, 2024-05 or 2024-05-01",
          at: node.span,
          notes: text.contains("/")
            ? [DiagnosticNote("nobody can tell which number is the month")] : []))
      return nil
    }
    let month = numbers.count > 1 ? numbers[1] : 1
    let day = numbers.count > 2 ? numbers[2] : 1
    let back =
      (1...12).contains(month) && (1...31).contains(day)
      ? DayNumber(year: numbers[0], month: month, day: day).civil : (0, 0, 0)
    guard back == (numbers[0], month, day) else {
      add(Diagnostic(.dateMalformed, "there is no day \(text)", at: node.span))
      return nil
    }
    return text
  }

  mutating func subjects(_ node: YAMLNode?) -> [Subject] {
    guard let node else { return [] }
    if let words = node.string {
      // `subjects: Family, War` is meant for two.
      return words.split(separator: ",").map { Subject(name: trimmingWhiteSpace(String($0))) }
        .filter { !$0.name.isEmpty }
    }
    return node.items.compactMap { item in
      guard case .mapping = item.content else {
        return string(item, "subjects").map { Subject(name: $0) }
      }
      checkKeys(of: item, known: BookYAML.keys(under: "subjects"), where: "a subject")
      return string(item["name"], "name").map {
        Subject(
          name: $0, authority: string(item["authority"], "authority"),
          term: string(item["term"], "term"))
      }
    }
  }

  mutating func series(_ node: YAMLNode?) -> Series? {
    guard let node else { return nil }
    guard case .mapping = node.content else {
      return string(node, "series").map { Series(name: $0, position: nil) }
    }
    checkKeys(of: node, known: BookYAML.keys(under: "series"), where: "series")
    return string(node["name"], "name").map {
      Series(name: $0, position: string(node["position"], "position"))
    }
  }

  mutating func cover(_ node: YAMLNode?) -> Image? {
    guard let node else { return nil }
    guard case .mapping = node.content else {
      return string(node, "cover").map { Image(path: $0, alternative: "", span: node.span) }
    }
    checkKeys(of: node, known: BookYAML.keys(under: "cover"), where: "cover")
    return string(node["image"], "image").map {
      Image(
        path: $0, alternative: string(node["alt"], "alt") ?? "",
        span: node["image"]?.span ?? node.span)
    }
  }

  mutating func narrator(_ node: YAMLNode?) -> Narrator? {
    guard let node else { return nil }
    guard case .mapping = node.content else {
      return string(node, "narrator").map { Narrator(person: $0, born: nil, span: node.span) }
    }
    checkKeys(of: node, known: BookYAML.keys(under: "narrator"), where: "narrator")
    return Narrator(
      person: string(node["person"], "person"),
      born: string(node["born"], "born").map { WrittenDate($0) }, span: node["person"]?.span)
  }

  mutating func peoplePolicy(_ node: YAMLNode?) -> PeoplePolicy {
    var policy = PeoplePolicy()
    guard let node else { return policy }
    if isOff(node) {
      (policy.found, policy.index, policy.cast) = (.off, false, false)
      return policy
    }
    checkKeys(
      of: node, known: BookYAML.keys(under: "people"),
      where: "people")
    policy.found = word(node["found"], "found", PeoplePolicy.Found.self) ?? policy.found
    policy.passing =
      word(node["passing"], "passing", PeoplePolicy.Passing.self) ?? policy.passing
    policy.collation =
      word(node["collation"], "collation", PeoplePolicy.Collation.self) ?? policy.collation
    policy.ranges = word(node["ranges"], "ranges", PeoplePolicy.Ranges.self) ?? policy.ranges
    policy.cast = boolean(node["cast"], "cast") ?? policy.cast
    policy.index = boolean(node["index"], "index") ?? policy.index
    return policy
  }

  mutating func chronologyPolicy(_ node: YAMLNode?) -> ChronologyPolicy {
    var policy = ChronologyPolicy()
    guard let node else { return policy }
    if isOff(node) {
      (policy.found, policy.isPrinted) = (.off, false)
      return policy
    }
    checkKeys(
      of: node, known: BookYAML.keys(under: "chronology"),
      where: "chronology")
    switch word(node["include"], "include", IncludedEvents.self) {
    case .high: policy.found = .print
    case .confirmed: policy.found = .ask
    case .some(.none): policy.isPrinted = false
    case nil: break
    }
    policy.found = word(node["found"], "found", ChronologyPolicy.Found.self) ?? policy.found
    policy.asksForFound =
      policy.found == .print && (node["found"] != nil || node["include"] != nil)
    policy.rows = chronologyRows(node["rows"]) ?? policy.rows
    policy.ages = boolean(node["ages"], "ages") ?? policy.ages
    policy.timeline = boolean(node["timeline"], "timeline") ?? policy.timeline
    policy.presence = boolean(node["presence"], "presence") ?? policy.presence
    policy.world = boolean(node["world"], "world") ?? policy.world
    return policy
  }

  /// `people: off`, `chronology: no`: the author wants none of it.
  fileprivate func isOff(_ node: YAMLNode) -> Bool {
    guard case .scalar = node.content, let word = node.string?.lowercased() else { return false }
    return ["off", "no", "false", "none", "hidden"].contains(word)
  }

  /// Tells of keys of book.yaml that hold something else than the keys under them.
  fileprivate mutating func checkGroups(of node: YAMLNode) {
    for (key, example) in BookYAML.groups {
      guard let value = node[key], !(BookYAML.mayBeOff.contains(key) && isOff(value)) else {
        continue
      }
      if case .mapping = value.content { continue }
      if value.string?.isEmpty ?? false { continue }
      add(
        Diagnostic(
          .wrongValue, "'\(key)' holds keys of its own, as in '\(key): \(example)'", at: value.span)
      )
    }
  }

  /// `auto`, `all`, or how many rows the chronology has at most.
  private mutating func chronologyRows(_ node: YAMLNode?) -> ChronologyPolicy.Rows? {
    guard let node, let text = string(node, "rows") else { return nil }
    switch text {
    case "auto": return .auto
    case "all": return .all
    default:
      if let count = Int(text), count >= 0 { return .most(count) }
      add(
        Diagnostic(
          .wrongValue, "'rows' cannot be '\(text)': it is auto, all, or a number", at: node.span))
      return nil
    }
  }

  mutating func printPolicy(_ node: YAMLNode?) -> PrintPolicy {
    var policy = PrintPolicy()
    guard let node else { return policy }
    checkKeys(of: node, known: BookYAML.keys(under: "print"), where: "print")
    policy.interior = word(node["interior"], "interior", PrintPolicy.Interior.self) ?? .colour
    policy.bleed = word(node["bleed"], "bleed", PrintPolicy.Bleed.self) ?? .none
    policy.condition = string(node["condition"], "condition")
    policy.paper = word(node["paper"], "paper", PrintPolicy.Paper.self)
    return policy
  }

  mutating func accessibility(_ node: YAMLNode?) -> AccessibilityClaim? {
    guard let node else { return nil }
    checkKeys(of: node, known: BookYAML.keys(under: "accessibility"), where: "accessibility")
    return string(node["conformsTo"], "conformsTo").map {
      AccessibilityClaim(
        conformsTo: $0, certifiedBy: string(node["certifiedBy"], "certifiedBy"))
    }
  }

  mutating func isbn(_ node: YAMLNode?) -> String? {
    guard let text = string(node, "isbn"), let node else { return nil }
    return isbn(text, shown: text, at: node)
  }

  /// The author's own identifier; one that is an ISBN has to be right.
  mutating func identifier(_ node: YAMLNode?) -> String? {
    guard let text = string(node, "identifier"), let node else { return nil }
    let scheme = "urn:isbn:"
    guard text.lowercased().hasPrefix(scheme) else { return text }
    return isbn(text.dropFirst(scheme.count), shown: text, at: node) == nil ? nil : text
  }

  private mutating func isbn(
    _ number: some StringProtocol, shown: String, at node: YAMLNode
  ) -> String? {
    do throws(ISBN.Fault) {
      return try ISBN(number).digits
    } catch {
      let words =
        switch error {
        case .malformed: "'\(shown)' is not an ISBN: it needs 13 digits"
        case .checkDigit(nil): "the check digit of ISBN '\(shown)' is wrong"
        case .checkDigit(let right?):
          "the check digit of ISBN '\(shown)' is wrong: \(right) would fit"
        }
      add(Diagnostic(.isbnWrong, words, at: node.span))
      return nil
    }
  }
}

/// `include:` of a chronology, as it was written before there was `found:`.
private enum IncludedEvents: String, CaseIterable { case confirmed, high, none }
