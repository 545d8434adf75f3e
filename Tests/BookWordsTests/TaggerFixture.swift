@testable import BookWords
import Foundation
import Testing

/// A sentence of the fixture that Scripts/tagger/train.py writes: its words and what the reference says.
struct ReferenceSentence: CustomTestStringConvertible {
  var words: [String]
  var tags: [String]
  var arcs: [String]
  var clauses: [String]
  var testDescription: String { words.prefix(6).joined(separator: " ") }

  static let all: [ReferenceSentence] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/words/tagged-sentences.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n\n").dropFirst().map { part in
      let lines = part.split(separator: "\n").map(String.init)
      return ReferenceSentence(
        words: lines[0].components(separatedBy: " "), tags: lines[1].components(separatedBy: " "),
        arcs: lines[2].components(separatedBy: " "), clauses: Array(lines.dropFirst(3)))
    }
  }()
}

extension SentenceTagger {
  /// Tags words that stand one space apart.
  func tagged(_ words: [String]) -> TaggedSentence {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for word in words {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      ranges.append(bytes.count..<bytes.count + word.utf8.count)
      bytes += Array(word.utf8)
    }
    return bytes.withUnsafeBufferPointer { tagged(words: ranges, in: $0) }
  }
}

extension PartOfSpeech {
  /// The names that the tables use, in the order of the classes.
  static let names =
    """
    NN NNS NNP PRP PRP$ EX DT WDT WRB JJ RB NOT CD IN SUB CC TO RP \
    MD VB VBD VBP VBZ VBG VBN POS UH STOP COMMA QUOTE X
    """.components(separatedBy: " ")
  var name: String { Self.names[Int(rawValue)] }
}

extension Relation {
  static let names =
    """
    root nsubj obj iobj comp xcomp advcl acl relcl conj cc mark aux cop case det mod nmod poss obl \
    advmod neg prt appos parataxis expl punct other
    """.components(separatedBy: " ")
  var name: String { Self.names[Int(rawValue)] }
}

extension VerbGroup {
  /// Perfect, negated and so on, as the tables write them.
  var flags: String {
    let all = [
      ("perfect", isPerfect), ("progressive", isProgressive), ("passive", isPassive),
      ("negated", isNegated), ("habitual", isHabitual),
    ].filter(\.1).map(\.0)
    return all.isEmpty ? "-" : all.joined(separator: "+")
  }
}

extension Clause {
  /// The line that the reference writes.
  var line: String {
    func place(_ word: Int?) -> String { String(word ?? -1) }
    return [
      String(group.head), group.tense.rawValue, group.flags, kind.rawValue, place(governor),
      place(marker), embedding?.rawValue ?? "none", place(subject), place(object),
      "\(span.lowerBound)-\(span.upperBound)",
    ].joined(separator: " ")
  }
}
