import BookLanguage
import BookModel
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test(
    "a tag finds the longest part of it that is known",
    arguments: [
      ("en", "en"), ("EN-gb", "en"), ("fr-CA", "fr"), ("fr-CH", "fr-ch"), ("de-CH-1996", "de-ch"),
      ("zh-Hant-TW", "zh-hant"), ("zh-TW", "zh-tw"), ("pt-BR", "pt"), ("pt-PT", "pt-pt"),
    ])
  func lookup(tag: String, known: String) { #expect(Language.of(tag).tag == known) }

  @Test("a language of which nothing is known has English words and supports nothing")
  func unknown() {
    let language = Language.of("tlh")
    #expect(language.supports == [])
    #expect(language.phrases[.contents] == "Contents")
    #expect(language.quotes.levels.first?.open == "“")
  }

  @Test("no tag is given twice, and every tag is in small letters")
  func tags() {
    let tags = Language.all.map(\.tag)
    #expect(Set(tags).count == tags.count)
    #expect(tags.allSatisfy { $0 == $0.lowercased() })
  }

  @Test("a language with phrases has all of them", arguments: ["en", "fr", "de", "es"])
  func phrases(tag: String) {
    let phrases = Language.of(tag).phrases
    for key in Phrasebook.Key.allCases {
      // ISBN is ISBN everywhere; a missing phrase would show its key.
      #expect(
        phrases[key] != key.rawValue || tag == "en"
          || ["notes", "index", "note"].contains(key.rawValue), "\(tag) \(key)")
      #expect(!phrases[key].isEmpty)
    }
  }
}
