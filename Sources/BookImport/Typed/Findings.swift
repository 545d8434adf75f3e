/// Something that is not in the book, with its words.
package struct LeftOut: Sendable, Equatable {
  /// What it was.
  package enum Kind: String, Sendable, CaseIterable {
    case hidden = "hidden text"
    case deleted = "deleted text (tracked change)"
    case inserted = "inserted text (tracked change)"
    case comment = "comments"
    case header = "headers and footers"
    case contents = "lists of contents and index that the word processor made"
    case placeholder = "fields left to be filled in"
    case titlePage = "the title page"
    case picture = "pictures"
    case drawing = "drawings, charts and diagrams"
    case embedded = "embedded files"
    case equation = "equations"
    case symbol = "signs of fonts of symbols"
    case note = "notes that nothing refers to"
    case field = "page numbers and other fields"
    case nested = "parts too deep in one another"
    case damaged = "parts that could not be read"
  }
  /// What it was.
  package var kind: Kind
  /// Its words, or what it is in words of ours.
  package var text: String
  /// The paragraph it stood in or behind, nil where it has no place.
  package var place: Int?

  package init(_ kind: Kind, _ text: String, place: Int? = nil) {
    self.kind = kind
    self.text = text
    self.place = place
  }
}

/// Something that was read in one way and could have been meant in another.
package struct Guess: Sendable, Equatable {
  /// What it was taken for.
  package enum Kind: String, Sendable, CaseIterable {
    case titlePage = "title page"
    case properties = "properties of the file"
    case chapter = "chapters"
    case part = "parts"
    case matter = "front and back matter"
    case sceneBreak = "scene breaks"
    case joined = "paragraphs cut by a return, joined"
    case letter = "letters"
    case verse = "verse"
    case epigraph = "epigraphs"
    case quotation = "block quotations"
    case list = "typed lists"
    case caption = "captions"
    case box = "text boxes, set behind the paragraph they stand at"
    case underline = "underlined words, set in italics"
    case change = "tracked changes accepted"
    case moved = "words moved (tracked change)"
    case dash = "hyphens typed for a dash"
    case quotes = "typewriter quotation marks, which the book prints as printed ones"
    case blanks = "blanks and tabs"
    case table = "tables"
    case capitals = "words in small capitals"
    case bookLanguage = "language of the book"
    case language = "words in another language"
    case field = "fields"
  }
  /// What it was taken for.
  package var kind: Kind
  /// What was done, in words for the author.
  package var words: String
  /// The paragraph, nil where it has no single place.
  package var place: Int?

  package init(_ kind: Kind, _ words: String, place: Int? = nil) {
    self.kind = kind
    self.words = words
    self.place = place
  }
}
