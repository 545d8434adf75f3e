package import BookDiagnostics

/// What a range of prose is, beyond its words.
package struct Mark: Sendable, Equatable {
  /// What it is.
  package var kind: Kind
  /// Range of `ParsedChapter.text`; empty for images and note references.
  package var range: Range<Int>
  /// The whole mark in the file, with its signs.
  package var span: SourceSpan

  package init(_ kind: Kind, _ range: Range<Int>, span: SourceSpan) {
    self.kind = kind
    self.range = range
    self.span = span
  }

  /// The kinds of mark.
  package indirect enum Kind: Sendable, Equatable {
    case emphasis
    case strong
    case code
    /// A link that leaves the words as they are.
    case link(destination: String, title: String?)
    /// An image within a line; a lone one becomes a `Figure` instead.
    case image(Image)
    /// A hard line end; covers the LF in the text.
    case lineBreak
    /// Refers to a note, by index into `ParsedChapter.notes`; covers nothing.
    case noteReference(Int)
    /// Raw HTML that passed normalising: an inline element.
    case element(HTMLElement)
    /// `[words](person:ID "note")`; `none` says: no person.
    case person(id: String, note: String?)
    /// `[words](date:EDTF)`.
    case date(WrittenDate)
    /// `[words](event:ID "EDTF; people=a,b")`.
    case event(id: String, EventDescription)
  }
}

/// An image of the manuscript, by its path as written.
package struct Image: Sendable, Equatable {
  /// As in the Markdown, percent signs decoded.
  package var path: String
  /// Alternative text, empty when the author gave none.
  package var alternative: String
  /// The image in the Markdown.
  package var span: SourceSpan
  /// How wide it is to stand at most, as in `{width=50%}`; nil for as wide as it may.
  package var width: PictureWidth?
  /// Who is in it besides those whom its caption names, by their identifiers, as in
  /// `{people="anna, karl"}`.
  package var people: [String]
  /// Where it leads, for one that is all a link holds.
  package var link: String?
  /// What links to it name, as in `{#mill}`.
  package var id: String?

  package init(
    path: String, alternative: String, span: SourceSpan, width: PictureWidth? = nil,
    people: [String] = []
  ) {
    self.path = path
    self.alternative = alternative
    self.span = span
    self.width = width
    self.people = people
  }
}

/// An element of raw HTML after normalising: lower-case name, attributes in source order.
package struct HTMLElement: Sendable, Equatable {
  /// Lower-case local name.
  package var name: String
  /// Names in lower case, values with entities decoded.
  package var attributes: [HTMLAttribute]

  package init(name: String, attributes: [HTMLAttribute] = []) {
    self.name = name
    self.attributes = attributes
  }
  /// What links to it name: the values of `id`.
  package var identifiers: [String] { attributes.filter { $0.name == "id" }.map(\.value) }
}

/// One attribute of raw HTML.
package struct HTMLAttribute: Sendable, Equatable {
  /// Lower case.
  package var name: String
  /// Decoded.
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
