import BookDiagnostics
import BookMarkup
import BookModel
import Foundation
import Testing

@testable import BookPeople

/// What the program and `Scripts/names/train.py` must agree on.
@Suite("The learned weights")
struct SpanWeightsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func story() throws -> ParsedChapter {
    parsePlainText(Array(try text("Tests/Fixtures/names/story.txt").utf8), source: SourceID(0))
  }

  @Test("the groups of features are numbered as in the table that train.py reads")
  func featuresAreNumberedAlike() throws {
    var first: [String: Int] = [:]
    var count = 0
    for line in try Self.text("Scripts/names/features.txt").split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(separator: " ")
      guard words.count == 2 else { continue }
      first[String(words[0])] = count
      count += try #require(Int(words[1]))
    }
    first["end"] = count
    let ours = FeatureBase.allCases.map { ("\($0)", $0.rawValue) }
    #expect(first == Dictionary(uniqueKeysWithValues: ours))
  }

  @Test("a story has the features that name-examples wrote of it")
  func examplesAreTheSame() throws {
    #expect(
      spanExamples(in: [try Self.story()]) == (try Self.text("Tests/Fixtures/names/story.txt.ex")))
  }

  @Test("train.py finds the same names in the story, as likely")
  func namesAreTheSame() async throws {
    let scan = await findNames(in: [try Self.story()], jobs: 1)
    let expected = try Self.text("Tests/Fixtures/names/story.txt.names").split(separator: "\n")
      .map { $0.split(separator: " ") }
    #expect(expected.count > 20)
    #expect(scan.names.count == expected.count)
    for (name, line) in zip(scan.names, expected) {
      let tokens = scan.chapters[0].tokens
      let start = tokens[name.tokens.lowerBound].start
      let end = tokens[name.tokens.upperBound - 1].end
      #expect(["\(start)", "\(end)"] == line[..<2].map(String.init))
      // The program's logarithm is a polynomial.
      let likelihood = try #require(Float(line[2]))
      #expect(abs(name.confidence - likelihood) < 0.005, "\(line)")
    }
  }

  @Test("weights of other features, or cut short, are refused")
  func strangeWeightsAreRefused() {
    let count = UInt32(FeatureBase.end.rawValue)
    func file(_ magic: String, _ features: UInt32, _ bytes: Int) -> [UInt8] {
      Array(magic.utf8) + withUnsafeBytes(of: features.littleEndian) { Array($0) }
        + [UInt8](repeating: 0, count: 4 + bytes)
    }
    let size = Int(count) * 4
    let cases: [([UInt8], Bool)] = [
      (file("BNW1", count, size), true), (file("BNW2", count, size), false),
      (file("BNW1", count + 1, size), false), (file("BNW1", count, size - 2), false), ([], false),
    ]
    for (bytes, isTaken) in cases {
      #expect(bytes.withUnsafeBufferPointer { SpanWeights($0) != nil } == isTaken)
    }
  }
}
