import BookDiagnostics
import BookModel

/// Messages that are new and messages that are no more.
///
/// A message is the same when its code and wording are, in the same chapter; else when the words
/// it points at are. Lines may have shifted.
func messageChanges(
  _ old: RevisionInput, _ new: RevisionInput, _ links: PassageLinks
) -> (come: [Message], gone: [Message]) {
  let was = MessageTable(old)
  let now = MessageTable(new)
  var formerFile: [String: String] = [:]
  for (j, i) in links.match.enumerated() {
    guard let i else { continue }
    let (a, b) = (old.annotated.book, new.annotated.book)
    formerFile[b.sources[b.chapters[j].source].path] = a.sources[a.chapters[i].source].path
  }
  var isGone = [Bool](repeating: true, count: was.entries.count)
  var isNew = [Bool](repeating: true, count: now.entries.count)
  func pair(_ words: (MessageTable.Entry) -> String) {
    var waiting: [[String]: [Int]] = [:]
    for (index, entry) in was.entries.enumerated().reversed() where isGone[index] {
      waiting[[entry.code, entry.file, words(entry)], default: []].append(index)
    }
    for (index, entry) in now.entries.enumerated() where isNew[index] {
      let file = formerFile[entry.file] ?? entry.file
      if let other = waiting[[entry.code, file, words(entry)]]?.popLast() {
        isGone[other] = false
        isNew[index] = false
      }
    }
  }
  pair { $0.message + "\u{0}" + $0.excerpt }
  pair(\.message)
  pair(\.excerpt)
  return (
    zip(now.entries, isNew).compactMap { $1 ? now.message($0) : nil },
    zip(was.entries, isGone).compactMap { $1 ? was.message($0) : nil }
  )
}

private struct MessageTable {
  struct Entry {
    var code: String
    var severity: String
    var message: String
    var file: String
    /// The words it points at.
    var excerpt: String
    var span: SourceSpan?
  }
  var entries: [Entry] = []
  private let list: DiagnosticList

  init(_ input: RevisionInput) {
    let sources = input.annotated.book.sources
    list = DiagnosticList(input.diagnostics, sources: sources)
    for diagnostic in list.diagnostics {
      let file = diagnostic.span.map { sources[$0.file] }
      var excerpt = ""
      if let span = diagnostic.span, let file, !span.range.isEmpty {
        let range = (Int(span.start)..<min(Int(span.end), Int(span.start) + 200))
          .clamped(to: 0..<file.bytes.count)
        excerpt = String(decoding: file.bytes[range], as: UTF8.self)
      }
      entries.append(
        Entry(
          code: diagnostic.code.id, severity: diagnostic.severity.rawValue,
          message: diagnostic.message, file: file?.path ?? "", excerpt: excerpt,
          span: diagnostic.span))
    }
  }

  func message(_ entry: Entry) -> Message {
    Message(
      code: entry.code, severity: entry.severity, message: entry.message,
      place: entry.span.map { "\(entry.file):\(list.place($0).start.line)" })
  }
}
