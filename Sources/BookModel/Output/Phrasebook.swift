/// The words bookc itself puts into a book, in the book's language.
package struct Phrasebook: Sendable {
  private let phrases: [Key: String]
  private let clauseSign: String

  /// The phrases of a language, with the sign that parts clauses of a headnote.
  package init(_ phrases: [Key: String], clauseSign: String = "; ") {
    self.phrases = phrases
    self.clauseSign = clauseSign
  }

  /// The phrase under a key.
  package subscript(key: Key) -> String { phrases[key] ?? key.rawValue }

  /// The phrase as it begins a sentence.
  package func opening(_ key: Key) -> String {
    let phrase = self[key]
    return phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  /// The note at the head of an index: what its numbers are and which signs stand beside them.
  package func headnote(_ numbers: Key, _ signs: [Key]) -> String {
    ([numbers] + signs).map { self[$0] }.joined(separator: clauseSign) + "."
  }

  /// The phrases there are.
  package enum Key: String, Sendable, CaseIterable {
    case contents, cover, titlePage, halfTitle, copyrightPage, people, peopleHeadnote, cast
    case pagesHeadnote, headnoteNote, headnoteCaption, headnotePassing
    case chronology, notes, colophon, chapter, paragraph, note, see, seeAlso, continued
    case backToText, by, published, startReading, pageList, index, landmarks, aged, before, after
    case between, and, circa, spring, summer, autumn, winter
    case chapterTitle, dedication, epigraph, foreword, preface, introduction, afterword
    case acknowledgments, appendix, isbn, revision, coverOf, timeline, presence, skipToText
    case changes, changeNew, changeEdited, changeMoved, changeGone
    case previous, next, edition, accessText, accessImages, accessNoImages
  }
}

extension ChapterRole {
  /// What such a chapter is called that has no title.
  package var phrase: Phrasebook.Key {
    switch self {
    case .dedication: .dedication
    case .epigraph: .epigraph
    case .foreword: .foreword
    case .preface: .preface
    case .introduction: .introduction
    case .afterword: .afterword
    case .acknowledgments: .acknowledgments
    case .appendix: .appendix
    case .colophon: .colophon
    }
  }
}

extension ProseChange.Kind {
  /// What the book's language calls it.
  package var phrase: Phrasebook.Key {
    switch self {
    case .added: .changeNew
    case .edited: .changeEdited
    case .moved: .changeMoved
    case .gone: .changeGone
    }
  }
}
