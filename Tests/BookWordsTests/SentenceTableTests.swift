@testable import BookWords
import Foundation
import Testing

/// A sentence of Fixtures/words/sentences.txt with what must be read in it.
struct TableSentence: CustomTestStringConvertible {
  var text: String
  var verbs: [(verb: String, wanted: Set<String>, isRead: Bool)]
  var testDescription: String { text }

  static let all: [TableSentence] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/words/sentences.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let lines = text.components(separatedBy: "\n").filter { !$0.hasPrefix("#") }
    return lines.split(separator: "").map { part in
      TableSentence(
        text: part.first ?? "",
        verbs: part.dropFirst().map { line in
          let halves = line.trimmingCharacters(in: .whitespaces).components(separatedBy: ": ")
          return (
            halves[0].replacingOccurrences(of: "not yet ", with: ""),
            Set(halves.dropFirst().joined().components(separatedBy: " ")),
            !halves[0].hasPrefix("not yet ")
          )
        })
    }
  }()

  /// The words: letters and figures, contractions apart, every other sign alone.
  var words: [String] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    for index in bytes.indices where bytes[index] != UInt8(ascii: " ") {
      let isLetter = Self.isLetter(bytes[index])
      if let last = ranges.last, last.upperBound == index, isLetter, Self.isLetter(bytes[index - 1])
      {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return bytes.withUnsafeBufferPointer { text in
      ContractionSplit().split(ranges, in: text).map { String(decoding: text[$0], as: UTF8.self) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || (0x30...0x39).contains(byte)
  }
}

@Suite("Sentences and what must be read in them") struct SentenceTableTests {
  static let flags: Set<String> = ["perfect", "progressive", "passive", "negated", "habitual"]

  @Test("the table is there") func tableIsThere() {
    #expect(TableSentence.all.count >= 20)
    #expect(TableSentence.all.allSatisfy { !$0.verbs.isEmpty })
  }

  @Test("read as the table says", arguments: TableSentence.all)
  func reads(_ sentence: TableSentence) throws {
    let words = sentence.words
    let clauses = SentenceTaggerTests.tagger.tagged(words).clauses()
    for (verb, wanted, isRead) in sentence.verbs {
      if isRead {
        try expect(wanted, of: verb, in: clauses, words)
      } else {
        withKnownIssue { try expect(wanted, of: verb, in: clauses, words) }
      }
    }
  }

  private func expect(
    _ wanted: Set<String>, of verb: String, in clauses: [Clause], _ words: [String]
  ) throws {
    let clause = try #require(
      clauses.first { words[$0.group.head] == verb }, "no clause at \(verb)")
    let flags = Set(clause.group.flags.components(separatedBy: "+")).subtracting(["-"])
    var seen = flags.union([
      clause.group.tense.rawValue, clause.kind.rawValue, clause.embedding?.rawValue ?? "told",
    ])
    if let subject = clause.subject { seen.insert("who=\(words[subject])") }
    if let object = clause.object { seen.insert("what=\(words[object])") }
    #expect(wanted.subtracting(seen) == [], "\(verb): \(clause.line)")
    #expect(flags == wanted.intersection(Self.flags), "\(verb)")
  }
}
