@testable import BookWords
import Testing

@Suite("The tagger of English") struct SentenceTaggerTests {
  static let tagger = SentenceTagger.english()!

  @Test("the fixture is whole") func fixture() {
    #expect(ReferenceSentence.all.count == 200)
    #expect(PartOfSpeech.names.count == PartOfSpeech.allCases.count)
    #expect(Relation.names.count == Relation.allCases.count)
  }

  @Test("tags, arcs and clauses are those of the reference", arguments: ReferenceSentence.all)
  func agreesWithReference(_ reference: ReferenceSentence) {
    let found = Self.tagger.tagged(reference.words)
    #expect(found.tags.map(\.name) == reference.tags)
    #expect(zip(found.heads, found.relations).map { "\($0):\($1.name)" } == reference.arcs)
    #expect(found.clauses().map(\.line) == reference.clauses)
  }

  @Test("a model that was cut off, or is something else, is refused")
  func badModels() {
    let whole = EmbeddedData.englishTagger()
    #expect(SentenceTagger(model: []) == nil)
    #expect(SentenceTagger(model: Array("BWT1".utf8)) == nil)
    #expect(SentenceTagger(model: Array(whole.dropLast())) == nil)
    #expect(SentenceTagger(model: [0] + whole.dropFirst()) == nil)
    #expect(SentenceTagger(model: whole) != nil)
  }

  @Test("no words, one word, and a sentence too long for arcs")
  func extremes() {
    #expect(Self.tagger.tagged([]).clauses().isEmpty)
    #expect(Self.tagger.tagged(["Ran"]).heads == [1])
    let long = Self.tagger.tagged(Array(repeating: "word", count: ArcState.longest + 1))
    #expect(long.tags.count == ArcState.longest + 1)
    #expect(Set(long.heads) == [ArcState.longest + 1])
  }
}
