import BookDiagnostics

/// What all renderings of a report say in the same words.
struct RevisionWording {
  let diff: RevisionDiff

  /// `3 people`, `1 person`.
  static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(grouped(n)) \(n == 1 ? one : many)"
  }

  /// `HEAD (3f2a91c, 2026-05-01)`.
  static func name(_ side: RevisionDiff.Side) -> String {
    let revision = side.revision.map { String($0) }
    let parts = [revision == side.label ? nil : revision, side.date].compactMap { $0 }
    return parts.isEmpty ? side.label : "\(side.label) (\(parts.joined(separator: ", ")))"
  }

  /// The changes in plain sentences, for a reader who wants to know and not to count.
  var sentences: [String] {
    if diff.isEmpty { return ["Nothing has changed: both revisions read the same."] }
    return [words, chapters, people, events, other].compactMap { $0 }
  }

  private var words: String {
    let (gained, lost) = (Self.count(diff.gained, "word", "words"), grouped(diff.lost))
    let length = "the book now has \(Self.count(diff.new.words, "word", "words"))"
    let before =
      diff.new.words == diff.old.words ? "as before" : "it had \(grouped(diff.old.words))"
    switch (diff.gained, diff.lost) {
    case (0, 0): return "Not a word of the text was added or taken away; \(length)."
    case (_, 0):
      return
        "\(gained) \(diff.gained == 1 ? "was" : "were") added and none taken away; \(length), \(before)."
    case (0, _):
      return
        "\(Self.count(diff.lost, "word", "words")) \(diff.lost == 1 ? "was" : "were") taken away and none added; \(length), \(before)."
    default:
      return
        "\(gained) \(diff.gained == 1 ? "was" : "were") added and \(lost) taken away; \(length), \(before)."
    }
  }

  private var chapters: String? {
    func names(_ chapters: [ChapterDiff]) -> String {
      Self.list(chapters.map { "“\(($0.new ?? $0.old)?.title ?? "")”" })
    }
    func verb(_ n: Int) -> String { n == 1 ? "is" : "are" }
    let come = diff.chapters.filter { $0.old == nil }
    let gone = diff.chapters.filter { $0.new == nil }
    let edited = diff.chapters.filter { $0.old != nil && $0.new != nil && $0.isChanged }
    var parts: [String] = []
    if !edited.isEmpty {
      parts.append(
        "\(Self.count(edited.count, "chapter has", "chapters have")) changes: \(names(edited))")
    }
    if !come.isEmpty { parts.append("new \(verb(come.count)) \(names(come))") }
    if !gone.isEmpty { parts.append("gone \(verb(gone.count)) \(names(gone))") }
    return parts.isEmpty ? nil : Self.sentence(parts)
  }

  private var people: String? {
    func names(_ fate: (PersonChange) -> Bool) -> [String] {
      diff.people.filter(fate).map(\.heading)
    }
    let come = names { $0.fate == .added }
    let gone = names { $0.fate == .gone }
    let renamed = diff.people.filter { if case .renamed = $0.fate { true } else { false } }
    let elsewhere = names { $0.fate == .kept }
    var parts: [String] = []
    if !come.isEmpty { parts.append("new among the people: \(Self.list(come, by: "; "))") }
    if !gone.isEmpty { parts.append("no longer among them: \(Self.list(gone, by: "; "))") }
    if !renamed.isEmpty {
      parts.append("called otherwise: \(Self.list(renamed.map(\.heading), by: "; "))")
    }
    if !elsewhere.isEmpty {
      parts.append("named in other places than before: \(Self.list(elsewhere, by: "; "))")
    }
    return parts.isEmpty ? nil : Self.sentence(parts)
  }

  private var events: String? {
    func some(_ fate: EventChange.Fate) -> Int { diff.events.count { $0.fate == fate } }
    let parts = [
      some(.added) > 0 ? "\(some(.added)) new" : nil,
      some(.gone) > 0 ? "\(some(.gone)) gone" : nil,
      some(.redated) > 0 ? "\(some(.redated)) with another date" : nil,
      some(.retitled) > 0 ? "\(some(.retitled)) told otherwise" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "Events of the chronology: \(parts.joined(separator: ", "))."
  }

  private var other: String? {
    var parts: [String] = []
    if !diff.pictures.isEmpty {
      parts.append("\(Self.count(diff.pictures.count, "picture", "pictures")) changed")
    }
    if !diff.book.isEmpty {
      parts.append(
        "the description of the book changed (\(diff.book.map(\.name).joined(separator: ", ")))")
    }
    if !diff.messagesCome.isEmpty {
      parts.append("bookc has \(Self.count(diff.messagesCome.count, "new remark", "new remarks"))")
    }
    if !diff.messagesGone.isEmpty {
      parts.append("\(Self.count(diff.messagesGone.count, "remark", "remarks")) settled")
    }
    return parts.isEmpty ? nil : Self.sentence(parts)
  }

  /// The first few of many, then how many more.
  static func list(_ items: [String], most: Int = 6, by separator: String = ", ") -> String {
    if items.count <= most + 1 {
      return items.count < 2
        ? items.joined()
        : items.dropLast().joined(separator: separator) + " and " + (items.last ?? "")
    }
    return items.prefix(most).joined(separator: separator) + " and \(items.count - most) more"
  }

  private static func sentence(_ parts: [String]) -> String {
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// `“The Gate”, paragraph 4`.
  static func place(_ place: PersonChange.Place) -> String {
    "“\(place.chapter)”, paragraph \(place.paragraph)"
      + (place.count > 1 ? ", \(place.count) times" : "")
  }

  /// One line on a chapter: `edited`, `new`, `gone`, `moved, formerly chapters/02.md`.
  static func fate(_ chapter: ChapterDiff) -> String {
    guard let old = chapter.old else { return "new" }
    guard let new = chapter.new else { return "gone" }
    var parts: [String] = []
    if chapter.isMoved { parts.append("moved") }
    if old.file != new.file { parts.append("formerly \(old.file)") }
    let isEdited = chapter.steps.contains { if case .kept = $0 { false } else { true } }
    if isEdited || !chapter.fields.isEmpty { parts.append("edited") }
    return parts.isEmpty ? "as before" : parts.joined(separator: ", ")
  }

  /// What was done to the mark-up, in one line.
  static func markup(_ change: MarkupChange) -> String {
    if change.words.isEmpty { return change.what }
    return "\(change.what) \(change.isNew ? "put on" : "taken off") “\(change.words)”"
  }

  /// What a passage is called: `paragraph`, `heading`, `list item in: note`.
  static func name(_ shape: Passage.Shape) -> String {
    shape.setting.isEmpty ? shape.kind.rawValue : "\(shape.kind.rawValue), \(shape.setting)"
  }
}
