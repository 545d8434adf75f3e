package import BookFonts
package import BookModel

/// The sections of a book as they were set, to be taken again where nothing has changed.
///
/// What a section's lines and pages depend on is its draft, the design and the faces: words, their
/// dress, and how they follow each other. Where all of that is equal they are the same, so that a
/// book set with these is equal to one set from nothing.
package struct SetGalleys: Sendable {
  private var design: PageDesign?
  private var faces: [ObjectIdentifier] = []
  private var languages: [String] = []
  private var sections: [String: SetSection] = [:]
  /// How many sections of the last book were taken again.
  package private(set) var reused = 0
  /// How many were set.
  package private(set) var fresh = 0

  package init() {}

  /// What to begin the next book with; nothing where design or faces are others.
  func next(design: PageDesign, faces: [FontFace], languages: [String]) -> SetGalleys {
    var next = SetGalleys()
    next.design = design
    next.faces = faces.map { ObjectIdentifier($0) }
    next.languages = languages
    if next.design == self.design, next.faces == self.faces, languages == self.languages {
      next.sections = sections
    }
    return next
  }

  /// The section as it was set, with the draft and the words' numbers of now.
  func section(_ section: BookSection, numbers: [Int32]) -> SetSection? {
    guard let key = Self.key(section), var set = sections[key],
      set.section.isRecto == section.isRecto, set.section.chapter == section.chapter,
      set.galley.draft.blocks == section.draft.blocks,
      set.galley.draft.notes == section.draft.notes,
      set.galley.draft.store.isSame(as: section.draft.store)
    else { return nil }
    set.galley.draft = section.draft
    set.galley.numbers = numbers
    set.section = section
    set.section.draft = Draft(store: TokenStore(text: []))
    return set
  }

  /// Remembers sections for the next time.
  mutating func keep(_ all: [(set: SetSection, isFresh: Bool)]) {
    for item in all {
      if item.isFresh { fresh += 1 } else { reused += 1 }
      if let key = Self.key(item.set.section) { sections[key] = item.set }
    }
  }

  /// Only chapters are kept: generated matter is short.
  private static func key(_ section: BookSection) -> String? {
    section.chapter == nil || section.isColumnar ? nil : section.anchor
  }
}
