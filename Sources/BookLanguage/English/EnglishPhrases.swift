import BookModel

extension Language {
  static let englishPhrases = Phrasebook(
    [
      .changes: "Changes", .changeNew: "new", .changeEdited: "changed", .changeMoved: "moved",
      .changeGone: "taken out",
      .contents: "Contents", .cover: "Cover", .titlePage: "Title page", .halfTitle: "Half title",
      .copyrightPage: "Copyright", .people: "People",
      .peopleHeadnote: "Numbers are those of chapter and paragraph",
      .pagesHeadnote: "Numbers are those of pages", .headnoteNote: "n marks a note",
      .headnoteCaption: "those in italic, of captions",
      .headnotePassing: "lighter figures a mention in passing",
      .cast: "People in this book", .chronology: "Chronology", .notes: "Notes",
      .colophon: "Colophon", .chapter: "chapter", .paragraph: "paragraph", .note: "note",
      .see: "see", .seeAlso: "see also", .continued: "continued", .backToText: "back to the text",
      .by: "by", .published: "Published by", .startReading: "Start of the text",
      .pageList: "Pages", .index: "Index", .landmarks: "Landmarks", .aged: "aged",
      .before: "before", .after: "after", .between: "between", .and: "and", .circa: "c.",
      .spring: "spring", .summer: "summer", .autumn: "autumn", .winter: "winter",
      .chapterTitle: "Chapter", .dedication: "Dedication", .epigraph: "Epigraph",
      .foreword: "Foreword", .preface: "Preface", .introduction: "Introduction",
      .afterword: "Afterword", .acknowledgments: "Acknowledgments", .appendix: "Appendix",
      .isbn: "ISBN", .revision: "Revision", .coverOf: "Cover of", .timeline: "Time line",
      .presence: "Who is in which chapter", .skipToText: "Skip to the text",
      .previous: "Previous", .next: "Next", .edition: "This edition was made with bookc.",
      .accessText:
        "All text can be read aloud and set to any size and colour; headings, contents and reading order are marked.",
      .accessImages: "Every picture has a description.",
      .accessNoImages: "Some pictures have no description.",
    ])
}
