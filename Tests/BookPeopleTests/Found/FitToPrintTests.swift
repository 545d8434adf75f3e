import BookModel
import BookTestSupport
import Testing

@testable import BookPeople

/// What an editor would strike out of an index of people found.
@Suite("People found are fit to print") struct FitToPrintTests {
  private func index(_ text: String) async throws -> [String: Set<String>] {
    let named = try await NamedBook(
      people: nil, ["# One\n\n" + text], yaml: "people: { found: print }\n")
    let found = await annotatePeople(in: named.book, jobs: 1).value
    let chapter = named.book.chapters[0]
    var index: [String: Set<String>] = [:]
    for mention in found.mentions {
      index[found.people[mention.person].heading, default: []].insert(
        chapter.string(mention.range))
    }
    return index
  }

  @Test("initials that begin otherwise are another's; a title's letter is none of a name's")
  func initials() async throws {
    let wallaces = try await index(
      """
      General Lew Wallace came late. General W. H. L. Wallace fell at dusk. Lew Wallace wrote to \
      General Grant that W. H. L. Wallace had held. Brigadier-General Don Carlos Buell crossed. \
      D. C. Buell said so himself.
      """)
    #expect(wallaces["Wallace, Lew"] == ["General Lew Wallace", "Lew Wallace"])
    #expect(
      wallaces["Wallace, W. H. L."] == ["General W. H. L. Wallace", "W. H. L. Wallace"])
    #expect(wallaces.keys.filter { $0.hasPrefix("Buell") }.count == 1)
  }

  @Test("a word that opens the sentence is no given name")
  func opening() async throws {
    let found = try await index(
      """
      He met Matthew Arnold. Imagine Matthew Arnold there! They fought Hood. Then Hood turned, and \
      Hood wept. Attack Hood, said the general, wherever Hood stands.
      """)
    #expect(found.keys.filter { $0.contains("Arnold") } == ["Arnold, Matthew"])
    #expect(found["Arnold, Matthew"] == ["Matthew Arnold"])
    #expect(found.values.allSatisfy { !$0.contains { $0.hasPrefix("Attack") } })
  }

  @Test("a list in capitals gives no heading in capitals")
  func capitals() async throws {
    let found = try await index(
      """
      GEN. J. B. KERSHAW led one division and MAJ. H. MCCARGO another. Kershaw said that McCargo \
      was ill.
      """)
    #expect(found.keys.allSatisfy { $0 != $0.uppercased() })
  }

  @Test("offices, coasts and islands are nobody")
  func nobody() async throws {
    let found = try await index(
      """
      Mr. Speaker, said Mr. Harlan, the Lord Rectors agree. They sailed from Puerto Rico past Loch \
      Laggan and saw Forts Wagner and Sumter. They rode on by Xochimilco, and Xochimilco was still.
      """)
    #expect(found.keys.sorted() == ["Harlan, Mr."])
  }

  @Test("a given name cut short ends with its stop, and the name goes on")
  func cutShort() async throws {
    let found = try await index(
      "Col. Geo. H. Chapman came with Wm. M. Dunn. Chapman spoke, and Dunn answered him.")
    #expect(found["Chapman, Geo. H."] == ["Col. Geo. H. Chapman", "Chapman"])
    #expect(found["Dunn, Wm. M."] == ["Wm. M. Dunn", "Dunn"])
  }

  @Test("a stop behind a title cut short stops nothing else")
  func stops() async throws {
    let found = try await index(
      """
      Gov'r. Thomas came. Gov'r Denny came. Sgt'r. Thomas came. Capt'n Denny came. Captain Denny \
      sat. Capt'n. Bligh too.
      """)
    #expect(found.keys.contains { $0.contains("Denny") })
  }
}
