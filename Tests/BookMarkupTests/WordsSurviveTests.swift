import BookDiagnostics
import BookMarkup
import BookModel
import Foundation
import Testing

private let corpus: URL = {
  var folder = URL(fileURLWithPath: #filePath)
  for _ in 0..<(ProcessInfo.processInfo.environment["MK"] == nil ? 4 : 99) {
    if folder.path == "/" { break }; folder.deleteLastPathComponent()
  }
  return folder.appendingPathComponent(
    ProcessInfo.processInfo.environment["MK"] == nil ? "shared/corpus" : "work/shared/corpus")
}()

/// The same text for cmark, which has no footnotes: labels out, notes as paragraphs.
private func withoutNotes(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = String(line)
    if line.hasPrefix("[^"), let end = line.range(of: "]:") {
      line = String(line[end.upperBound...]).trimmingCharacters(in: .whitespaces)
    } else if line.hasPrefix("    ") {
      line = line.trimmingCharacters(in: .whitespaces)
    }
    return line.replacing(/\[\^[^\]\s]+\]/, with: "")
  }.joined(separator: "\n")
}

@Suite struct WordsSurviveTests {
  static let chapters: [URL] = {
    guard let all = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
    else { return [] }
    return all.compactMap { $0 as? URL }
      .filter {
        $0.pathExtension == "md" && !$0.path.contains("/gold/")
          && $0.lastPathComponent.first?.isNumber == true
      }
      .sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !chapters.isEmpty, "the corpus is not beside the project"))
  func everyWordOfTheCorpusSurvives() throws {
    for url in Self.chapters {
      let bytes = Array(try Data(contentsOf: url))
      let result = parseChapter(
        bytes, source: SourceID(0), header: ChapterHeader(), language: "en")
      let ours = normalised(plainWords(of: result.value))
      let text = withoutNotes(String(decoding: bytes, as: UTF8.self))
      let theirs = normalised(normalisedReference(wordsOfHTML(Array(text.utf8))))
      if ours != theirs {
        let at =
          zip(ours, theirs).enumerated().first { $0.element.0 != $0.element.1 }?.offset
          ?? min(ours.count, theirs.count)
        Issue.record(
          "\(url.lastPathComponent): '\(ours[max(0, at - 3)..<min(ours.count, at + 4)])' for '\(theirs[max(0, at - 3)..<min(theirs.count, at + 4)])'"
        )
      }
      #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty, "\(url.path)")
    }
  }

  private func normalisedReference(_ text: String) -> String { text }

  @Test(.enabled(if: !chapters.isEmpty, "the corpus is not beside the project"))
  func everyWordOfTheCorpusKnowsItsPlace() throws {
    for url in Self.chapters {
      let bytes = Array(try Data(contentsOf: url))
      let chapter = parseChapter(
        bytes, source: SourceID(0), header: ChapterHeader(), language: "en"
      ).value
      expectSoundPlaces(chapter, bytes, url.lastPathComponent)
    }
  }
}

/// Holds that every byte of the text is the byte of the file it claims to be, and that nothing
/// lost its place.
func expectSoundPlaces(_ chapter: ParsedChapter, _ bytes: [UInt8], _ name: String) {
  let leafStarts = Set(chapter.prose.map { $0.text.lowerBound })
  for (index, segment) in chapter.segments.enumerated() {
    let start = Int(segment.text)
    let end =
      index + 1 < chapter.segments.count
      ? Int(chapter.segments[index + 1].text) : chapter.text.count
    if segment.replacedLength < 0 {
      let source = Int(segment.source)
      guard source >= 0, source + end - start <= bytes.count,
        chapter.text[start..<end].elementsEqual(bytes[source..<source + end - start])
      else {
        Issue.record("\(name): '\(chapter.string(start..<end))' is not at byte \(source)")
        return
      }
    } else if segment.replacedLength == 0, !leafStarts.contains(end) {
      Issue.record("\(name): '\(chapter.string(start..<end))' lost its place")
      return
    }
  }
  var last = -1
  for mark in chapter.marks {
    #expect(mark.range.lowerBound >= last || mark.range.isEmpty, "\(name): marks out of order")
    last = max(last, mark.range.lowerBound)
    #expect(mark.span.start >= 0 && Int(mark.span.end) <= bytes.count)
    #expect(mark.range.upperBound <= chapter.text.count)
  }
}
