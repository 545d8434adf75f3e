/// Words by which a typed manuscript shows what its lines are, all in small letters.
package struct ManuscriptWords: Sendable {
  /// Before or behind a chapter's number.
  package var chapter: Set<String> = []
  /// Before or behind a part's number.
  package var part: Set<String> = []
  /// Numbers in words, counted and ordered.
  package var numbers: Set<String> = []
  /// What the list of contents is called.
  package var contents: Set<String> = []
  /// What stands before the author's name.
  package var author: [String] = []
  /// How a dedication begins.
  package var dedication: [String] = []
  /// How a letter begins.
  package var salutation: [String] = []
  /// How a letter ends, before the name.
  package var closing: [String] = []
  /// How what was added below the name begins.
  package var postscript: [String] = []
  /// What stands before the number of a picture.
  package var caption: Set<String> = []
  /// How the lines of a copyright page begin.
  package var rights: [String] = []
  /// What a book of a life calls itself below its title.
  package var genre: Set<String> = []
  /// What stands before the number of a page.
  package var page: Set<String> = []
  /// What bookc's own page of the book would repeat.
  package var matter: Set<String> = []

  package init() {}

  /// The words of every language: a manuscript seldom says truly which it is in.
  package static let ofAllLanguages: ManuscriptWords = {
    var all = ManuscriptWords()
    for language in Language.all {
      guard let words = language.manuscript else { continue }
      all.chapter.formUnion(words.chapter)
      all.part.formUnion(words.part)
      all.numbers.formUnion(words.numbers)
      all.contents.formUnion(words.contents)
      all.author += words.author
      all.dedication += words.dedication
      all.salutation += words.salutation
      all.closing += words.closing
      all.postscript += words.postscript
      all.caption.formUnion(words.caption)
      all.rights += words.rights
      all.genre.formUnion(words.genre)
      all.page.formUnion(words.page)
      all.matter.formUnion(language.openingMatter)
      all.matter.formUnion(language.closingMatter)
    }
    return all
  }()
}
