import BookDiagnostics
import BookManuscript
import BookModel
import BookPeople
import BookTestSupport
import Foundation
import Testing

@Suite("The example book") struct BookMentionsTests {
  /// The files of `Book/`, images aside.
  static func files() -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Book")
    var files: [String: String] = [:]
    for name in ["book.yaml", "people.yaml", "chronology.yaml"] {
      files[name] = try? String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
    let chapters = root.appending(path: "chapters")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: chapters.path)) ?? []
    where name.hasSuffix(".md") {
      files["chapters/\(name)"] = try? String(
        contentsOf: chapters.appending(path: name), encoding: .utf8)
    }
    return files
  }

  @Test("every mention leads to the right person, and nothing is asked or said")
  func mentions() async throws {
    let read = await readBook(in: MemoryWorkspace(Self.files()), sourceDateEpoch: nil, jobs: 2)
    let book = try #require(read.book)
    let found = await annotatePeople(in: book, jobs: 2)
    var lines: [String] = []
    var last = -1
    for mention in found.value.mentions {
      if mention.chapter != last {
        last = mention.chapter
        let path = book.sources[book.chapters[last].source].path
        lines.append(String(path.dropFirst("chapters/".count).prefix(2)))
      }
      let words = book.chapters[mention.chapter].string(mention.range)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("\(words) = \(found.value.people[mention.person].id)")
    }
    #expect(lines == Self.expected.split(separator: "\n").map(String.init))
    #expect(found.value.ambiguous.isEmpty)
    #expect(messages(found, in: book).isEmpty)
  }

  // Checked by hand against the chapters: the chapter's number, then its names in order.
  static let expected = """
    03
    Dave Smith = dave-smith
    Dizzy = dave-smith
    Dizzy = dave-smith
    Jared Morrow = jared-morrow
    06
    Roger Faulkner = roger-faulkner
    Faulkner = roger-faulkner
    Faulkner = roger-faulkner
    Roger Faulkner = roger-faulkner
    Roger Faulkner = roger-faulkner
    07
    Bryan Cantrill = bryan-cantrill
    Cantrill = bryan-cantrill
    Elliott Organick = elliott-organick
    Richard Stevens = richard-stevens
    Organick = elliott-organick
    W. Richard Stevens = richard-stevens
    Stevens = richard-stevens
    Organick = elliott-organick
    Stevens = richard-stevens
    Cantrill = bryan-cantrill
    Garrett D’Amore = garrett-damore
    Jacob Loveless = jake-loveless
    D’Amore = garrett-damore
    Jacob Loveless = jake-loveless
    Jake = jake-loveless
    Elliott I. Organick = elliott-organick
    08
    Jake = jake-loveless
    Dan McDonald = dan-mcdonald
    McDonald = dan-mcdonald
    Dan = dan-mcdonald
    10
    Albert Lee = albert-lee
    Nahum Shalman = nahum-shalman
    George Wilson = george-wilson
    Andrew Hume = andrew-hume
    Hume = andrew-hume
    Dennis Ritchie = dennis-ritchie
    Ken Thompson = ken-thompson
    Ritchie = dennis-ritchie
    Thompson = ken-thompson
    Ritchie = dennis-ritchie
    Andrew Hume = andrew-hume
    Ken = ken-thompson
    Dennis = dennis-ritchie
    11
    Robert Mustacchi = robert-mustacchi
    Patrick Mooney = patrick-mooney
    Mustacchi = robert-mustacchi
    Mooney = patrick-mooney
    12
    Dizzy = dave-smith
    Dave Smith = dave-smith
    Bryan Cantrill = bryan-cantrill
    Cantrill = bryan-cantrill
    Bryan = bryan-cantrill
    Cantrill = bryan-cantrill
    Jeff Bonwick = jeff-bonwick
    Bonwick = jeff-bonwick
    13
    Jared Morrow = jared-morrow
    Morrow = jared-morrow
    Bryan Cantrill = bryan-cantrill
    Jared = jared-morrow
    Dizzy = dave-smith
    14
    Roger Faulkner = roger-faulkner
    D’Amore = garrett-damore
    Jake Loveless = jake-loveless
    Dan = dan-mcdonald
    Albert = albert-lee
    Nahum = nahum-shalman
    George = george-wilson
    Stevens = richard-stevens
    Bryan Cantrill = bryan-cantrill
    Robert Mustacchi = robert-mustacchi
    Patrick Mooney = patrick-mooney
    Josh Clulow = josh-clulow
    Jerry Jelinek = jerry-jelinek
    Max Bruning = max-bruning
    Clulow = josh-clulow
    Jelinek = jerry-jelinek
    Bruning = max-bruning
    """
}
