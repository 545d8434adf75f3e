import BookLanguage
package import BookModel

extension BookYAML {
  /// The names of all keys.
  static let keys = describedKeys.map(\.name)

  /// The names of the keys that may stand under one of them.
  static func keys(under name: String) -> [String] {
    switch describedKeys.first(where: { $0.name == name })?.value {
    case .group(let keys, _), .groups(let keys, _): keys.map(\.name)
    default: []
    }
  }

  /// The keys that hold nothing but keys, each with an example.
  static let groups: [(key: String, example: String)] = describedKeys.compactMap { key in
    guard case .group(_, orWords: false) = key.value else { return nil }
    return (key.name, key.example)
  }
  /// Those of them that `off` and `no` leave out of the book.
  static let mayBeOff: Set<String> = ["people", "chronology"]

  fileprivate static let contributor: [KeyDescription] = [
    .init("name", .words, "The name as the title page has it.", example: "Vincent van Gogh"),
    .init("given", .words, "Given names, where there is no `name`.", example: "Vincent"),
    .init("family", .words, "The family name, where there is no `name`.", example: "van Gogh"),
    .init("sort", .words, "How catalogues file it.", example: "van Gogh, Vincent"),
    .init(
      "role", .words, "What they did, as a code of three letters (MARC): aut, edt, ill, pht, trl.",
      example: "ill"),
  ]

  fileprivate static let describedKeys: [KeyDescription] = [
    .init("title", .words, "The title.", example: "The House on Mill Lane"),
    .init(
      "language", .words,
      "The language as a tag (BCP 47). It decides quotation marks, hyphenation and how dates are "
        + "read and printed.", example: Language.unstated),
    .init("subtitle", .words, "The subtitle.", example: "A Childhood"),
    .init(
      "short", .words, "What running heads call it, where its title is long.",
      example: "Mill Lane"),
    .init(
      "author", .groups(contributor, orWords: true), "Who wrote it: one name, or a list.",
      example: "Ann Example"),
    .init(
      "authors", .groups(contributor, orWords: true), "The same as `author`.",
      example: "[Ann Example, Ben Example]"),
    .init(
      "contributors", .groups(contributor, orWords: true), "Who else had a part in it.",
      example: "[{ name: Ruth Berg, role: pht }]"),
    .init(
      "identifier", .words,
      "What tells this book from all others; without it one is made of title, author and language, "
        + "the same at every build.", example: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8"),
    .init("isbn", .words, "The ISBN, of 13 digits or 10.", example: "978-3-16-148410-0"),
    .init("date", .date, "When it is published.", example: "2026-03-05"),
    .init("publisher", .words, "Who publishes it.", example: "The Family"),
    .init(
      "rights", .words, "The line about rights on the copyright page.",
      example: "© 2026 Ann Example"),
    .init("description", .words, "What shops print beside it.", example: "Life above a shop."),
    .init(
      "subjects",
      .groups(
        [
          .init("name", .words, "In words.", example: "Family"),
          .init("authority", .words, "Whose list of subjects it is from.", example: "LCSH"),
          .init("term", .words, "Its number there.", example: "sh85046980"),
        ], orWords: true), "What it is about.", example: "[Family, Wales]"),
    .init(
      "series",
      .group(
        [
          .init("name", .words, "What the series is called.", example: "Lives"),
          .init("position", .words, "Which volume this is.", example: "2"),
        ], orWords: true), "The series it belongs to.", example: "{ name: Lives, position: 2 }"),
    .init(
      "cover",
      .group(
        [
          .init("image", .words, "The picture's file.", example: "images/cover.jpg"),
          .init(
            "alt", .words, "What it shows, for those who cannot see it.",
            example: "A house by a river"),
        ], orWords: true),
      "The picture on the cover; without it bookc draws one of the title.",
      example: "{ image: images/cover.jpg, alt: A house by a river }"),
    .init("theme", .words, "What it looks like: a theme in `Styles`.", example: "large-print"),
    .init(
      "trim", .words, "The size of the printed page: A5, 6 x 9 in, 140 x 216 mm.",
      example: "6 x 9 in"),
    .init("formats", .list, "What `bookc build` makes: epub, pdf, html.", example: "[epub, pdf]"),
    .init(
      "narrator",
      .group(
        [
          .init("person", .words, "Who says \"I\": an id of people.yaml.", example: "ann"),
          .init("born", .date, "When, so that \"I was nine\" is a date.", example: "1950"),
        ], orWords: true), "Whose life is told.", example: "{ person: ann, born: 1950 }"),
    .init(
      "people",
      .group(
        [
          .init(
            "found", .oneOf(PeoplePolicy.Found.allCases.map(\.rawValue)),
            "Whether people whom bookc finds in the prose stand in the index, are asked about "
              + "first, or are not looked for.", example: "ask"),
          .init(
            "passing", .oneOf(PeoplePolicy.Passing.allCases.map(\.rawValue)),
            "What becomes of mentions in passing: kept, set light, left out.", example: "light"),
          .init(
            "collation", .oneOf(PeoplePolicy.Collation.allCases.map(\.rawValue)),
            "Whether the index is filed word by word or letter by letter.", example: "letter"),
          .init(
            "ranges", .oneOf(PeoplePolicy.Ranges.allCases.map(\.rawValue)),
            "How page ranges are shortened: 321–28, 321–328, 321–8.", example: "full"),
          .init(
            "cast", .yesOrNo, "Whether a list of the people stands before the first chapter.",
            example: "yes"),
          .init("index", .yesOrNo, "Whether there is an index of people.", example: "no"),
        ], orWords: false), "The index of people.", example: "{ found: ask, cast: yes }"),
    .init(
      "chronology",
      .group(
        [
          .init(
            "found", .oneOf(ChronologyPolicy.Found.allCases.map(\.rawValue)),
            "Whether events that bookc finds in the prose are printed, are asked about first, or "
              + "are not looked for.", example: "ask"),
          .init("rows", .words, "How many of them: auto, all, or a number.", example: "40"),
          .init(
            "include", .oneOf(["confirmed", "high", "none"]),
            "An older way to say `found`; `none` prints no chronology.", example: "high"),
          .init("ages", .yesOrNo, "Whether the narrator's age stands beside.", example: "yes"),
          .init("timeline", .yesOrNo, "Whether a time line is drawn.", example: "yes"),
          .init(
            "presence", .yesOrNo, "Whether a chart shows who is in which chapter.", example: "yes"),
          .init(
            "world", .yesOrNo, "Whether public events of chronology.yaml stand among the others.",
            example: "no"),
        ], orWords: false), "The chronology.", example: "{ found: ask, ages: yes }"),
    .init(
      "print",
      .group(
        [
          .init(
            "interior", .oneOf(PrintPolicy.Interior.allCases.map(\.rawValue)),
            "Whether the inside is printed in colour or in greys.", example: "grey"),
          .init(
            "bleed", .oneOf(PrintPolicy.Bleed.allCases.map(\.rawValue)),
            "Whether the sheet is larger than the page, by an eighth of an inch above, below and "
              + "outside: only for books whose pictures run to the edge.", example: "outside"),
          .init(
            "condition", .words,
            "The press it is printed on, by its name in the ICC's registry.", example: "FOGRA39"),
          .init(
            "paper", .oneOf(PrintPolicy.Paper.allCases.map(\.rawValue)),
            "The paper; with it the build says how thick the spine becomes.", example: "cream"),
        ], orWords: false), "The pages for a printer (`--pdf-profile print`).",
      example: "{ interior: grey }"),
    .init(
      "accessibility",
      .group(
        [
          .init(
            "conformsTo", .words, "The standard that somebody found it to meet.",
            example: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
          .init("certifiedBy", .words, "Who found so.", example: "The Library of the Blind"),
        ], orWords: false), "What may be claimed of its accessibility.",
      example: "{ conformsTo: EPUB Accessibility 1.1 - WCAG 2.2 Level AA }"),
    .init(
      "chapters", .groups(Decoder.listedKeys, orWords: true),
      "The chapters in order, one file each; without it all files of `chapters` are read, in the "
        + "order of their names.", example: "[01-one.md, 02-two.md]"),
    .init("goal", .number, "How many words you want to write.", example: "80000"),
    .init(
      "colophon", .yesOrNo, "Whether a last page says how the book was made.", example: "no"),
  ]
}

extension Decoder {
  /// The names of the keys of a chapter's header.
  static let headerKeys = describedHeaderKeys.map(\.name)

  fileprivate static let listedKeys: [KeyDescription] =
    [.init("file", .words, "The chapter's file.", example: "01-one.md")] + describedHeaderKeys

  fileprivate static let describedHeaderKeys: [KeyDescription] = [
    .init("title", .words, "What it is called, where that is not its heading.", example: "Home"),
    .init(
      "short", .words, "What running heads, contents and index call it, where its title is long.",
      example: "Home"),
    .init(
      "matter", .oneOf(Matter.allCases.map(\.rawValue)), "In which part of the book it stands.",
      example: "front"),
    .init(
      "role", .oneOf(ChapterRole.allCases.map(\.rawValue)), "What it is, if no plain chapter.",
      example: "preface"),
    .init(
      "ordinal", .words, "Its number as it is printed, where it is not counted.", example: "IV"),
    .init("part", .words, "The part of the book that begins with it.", example: "The War"),
    .init("volume", .words, "The volume that begins with it.", example: "Volume Two"),
    .init(
      "date", .date, "The day it was written, so that \"four weeks ago\" means something.",
      example: "2016-08-05"),
    .init("draft", .yesOrNo, "Whether it is not in the book yet.", example: "yes"),
  ]
}

/// book.yaml: what the book is.
package let bookYAMLDescription = YAMLFileDescription(
  name: "book.yaml", meaning: "What the book is. Only `title` and `language` are needed.",
  keys: BookYAML.describedKeys)

/// The lines between two rows of dashes at the head of a chapter.
package let chapterHeaderDescription = YAMLFileDescription(
  name: "chapter", meaning: "What a chapter may say of itself, between two rows of `---`.",
  keys: Decoder.describedHeaderKeys)
