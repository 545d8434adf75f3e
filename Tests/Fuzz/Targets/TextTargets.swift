import BookDiagnostics
import BookManuscript
import BookMarkup
import BookModel
import BookTestSupport

@testable import BookPeople
@testable import BookTime
@testable import BookTypesetting

/// The language that the first byte of an input chooses, and the rest.
private func language(_ bytes: [UInt8]) -> (tag: String, text: [UInt8]) {
  let tags = ["en", "en-GB", "de", "fr", "es", "it", "nl", "sv", "he", "zh", "xx"]
  guard let first = bytes.first else { return ("en", []) }
  return (tags[Int(first) % tags.count], Array(bytes.dropFirst()))
}

private func chapter(_ text: [UInt8], _ tag: String) -> ParsedChapter {
  parseChapter(text, source: SourceID(0), header: ChapterHeader(), language: tag).value
}

/// A chapter: every range that is handed on lies in the text, at the borders of characters.
let readsMarkdown: FuzzTarget = { bytes in
  let (tag, text) = language(bytes)
  let parsed = parseChapter(text, source: SourceID(0), header: ChapterHeader(), language: tag)
  let chapter = parsed.value
  if String(validating: chapter.text, as: UTF8.self) == nil { broken("prose is not UTF-8") }
  for leaf in chapter.prose {
    if leaf.text.upperBound > chapter.text.count { broken("a leaf lies outside the prose") }
    let span = chapter.span(leaf.text)
    if span.start < 0 || span.end > text.count || span.start > span.end {
      broken("a leaf came from outside the file")
    }
  }
  for diagnostic in parsed.diagnostics {
    if let span = diagnostic.span, span.start > span.end || span.end > text.count {
      broken("\(diagnostic.code.id) lies outside the file")
    }
  }
}

let readsYAML: FuzzTarget = { bytes in
  let read = readYAML(bytes, source: SourceID(0))
  if let node = read.value { _ = readRegistry(node) }
}

/// A book's own files, one after another, parted by a byte that no text has.
let readsDescription: FuzzTarget = { bytes in
  let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).map(Array.init)
  var workspace = MemoryWorkspace.soundBook()
  for (path, part) in zip(
    ["book.yaml", "people.yaml", "chronology.yaml", "chapters/01-one.md"], parts)
  { workspace.files[path] = part }
  let files = workspace
  waiting { _ = await readBook(in: files, sourceDateEpoch: 0, jobs: 1) }
}

/// What is a date is printed as one in every language, and read again is the same.
let readsEDTF: FuzzTarget = { bytes in
  let text = String(decoding: bytes, as: UTF8.self)
  guard let date = EDTF(text) else {
    _ = EDTF.complaint(about: text)
    return
  }
  guard EDTF(date.description)?.description == date.description else {
    broken("'\(text)' is read as '\(date)', which is read as another")
  }
  if let first = date.earliest, let last = date.latest, first > last {
    broken("'\(text)' ends before it begins")
  }
  for tag in ["en", "de", "fr", "es"] { _ = date.display(language: tag) }
}

let findsDates: FuzzTarget = { bytes in
  let (tag, text) = language(bytes)
  let read = chapter(text, tag)
  let found = waiting { await findDates(in: [read], language: tag) }
  for expression in found where expression.range.upperBound > read.text.count {
    broken("a date lies outside the prose")
  }
}

let findsNames: FuzzTarget = { bytes in
  let (tag, text) = language(bytes)
  let read = chapter(text, tag)
  let found = waiting { await discoverPeople(in: [read], jobs: 1) }
  for mention in found.mentions where mention.range.upperBound > read.text.count {
    broken("a name lies outside the prose")
  }
}

/// What is made of a family tree is a registry that is read without error.
let readsFamilyTree: FuzzTarget = { bytes in
  let tree = importGEDCOM(bytes, source: SourceID(0), year: 2020).value
  let yaml = tree.people.map(\.yaml).joined()
  let read = readYAML(Array(yaml.utf8), source: SourceID(0))
  let faults = read.diagnostics + readRegistry(read.value).diagnostics
  if let fault = faults.first(where: { $0.severity == .error && $0.code.id != "B0304" }) {
    broken("the registry made of a family tree: \(fault.code.id) \(fault.message)")
  }
}

let readsTheme: FuzzTarget = { bytes in
  let page = readYAML(bytes, source: SourceID(0)).value
  let theme = Theme(name: "t", bookCSS: bytes, previewCSS: [], page: page)
  _ = PageDesign.decode(theme, trim: page?["page"]?["trim"])
}
