import BookDiagnostics
import BookEPUB
import BookManuscript
import BookModel
import BookOutline
import BookPreview
import BookTestSupport
import BookTypesetting
import BookXML
import BookZip
import PDFReading

@testable import BookFonts
@testable import BookPDF
@testable import BookPipeline

private let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)

/// A book of one chapter that an input spells out.
private func workspace(_ chapter: WrittenChapter) -> MemoryWorkspace {
  MemoryWorkspace([
    "book.yaml": "title: T\nauthor: A\nlanguage: en\ndate: 2020-05-01\n",
    "chapters/01-one.md": chapter.text,
  ])
}

/// Makes the bytes of a book, with that many jobs.
private typealias Maker = @Sendable (Outline, Int) async -> [UInt8]?

private let makeEPUB: Maker = { outline, jobs in
  await EPUBFormat().render(outline, theme: theme, pageStarts: [], jobs: jobs)
    .value.artifacts.first?.bytes
}

/// The fonts of this machine; a machine without any sets no page, and no oracle would see it.
private func openFonts() -> FontLibrary {
  switch FontLibrary.system(FilesWithoutPatterns()) {
  case .success(let library): return library
  case .failure(let missing): broken(missing.reason)
  }
}

// To look for fonts and open them takes longer than to set a page.
private let openedFonts = openFonts()

private func makePDF(with fonts: FontLibrary) -> Maker {
  { outline, jobs in
    var galleys = SetGalleys()
    let made = await PDFFormat(files: fonts.files).render(
      outline, theme: theme, jobs: jobs, fonts, reusing: &galleys)
    return made.value.rendering.artifacts.first?.bytes
  }
}

/// The book as one format makes it; nil where it has errors, which are its author's to mend.
private func made(_ chapter: WrittenChapter, by make: @escaping Maker, jobs: Int = 1) -> [UInt8]? {
  let files = workspace(chapter)
  return waiting {
    let found = await compile(files, prefix: "", sourceDateEpoch: 0, jobs: jobs)
    guard let annotated = found.annotated, !found.hasErrors else { return nil }
    return await make(outline(of: annotated), jobs)
  }
}

/// Stops at a word of the chapter that the text has not.
private func expect(_ chapter: WrittenChapter, in text: String, of what: String) {
  // What is set in small capitals or by a letter's capital is the same word.
  let letters = Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
  for word in chapter.words where !letters.contains(word.lowercased()) {
    // A sign may have joined it to another.
    if text.lowercased().contains(word.lowercased()) { continue }
    broken("\(what) has lost '\(word)' of:\n\(chapter.text)")
  }
}

private func text(of element: XMLElement) -> String {
  var found = ""
  for child in element.children {
    switch child {
    case .text(let words): found += words
    case .element(let inner): found += text(of: inner)
    }
  }
  return ["em", "strong", "a", "span", "b", "i", "q", "sup", "del", "code", "time"]
    .contains(element.name) ? found : " \(found) "
}

/// Every word of the chapter is in the EPUB, and our own check has nothing to say of it.
let keepsWordsInEPUB: FuzzTarget = { bytes in
  let chapter = WrittenChapter(bytes)
  guard let book = made(chapter, by: makeEPUB) else { return }
  if let fault = checkEPUB(book, name: "b.epub").diagnostics.first(where: { $0.severity == .error })
  {
    broken("our own EPUB: \(fault.code.id) \(fault.message)\n\(chapter.text)")
  }
  var words = ""
  do {
    let archive = try ZipReader(book)
    // The contents have the headings' words too.
    for entry in archive.entries
    where entry.name.hasSuffix(".xhtml") && !entry.name.hasSuffix("nav.xhtml") {
      if let root = XMLElement.readHTML(try archive.read(entry)) { words += text(of: root) }
    }
  } catch { broken("our own EPUB: \(error)") }
  expect(chapter, in: words, of: "the EPUB")
}

/// Every word of the chapter stands on a page.
let keepsWordsInPDF: FuzzTarget = { bytes in
  let chapter = WrittenChapter(bytes)
  guard let book = made(chapter, by: makePDF(with: openedFonts)) else { return }
  guard let file = try? PDFReader(book) else { broken("our own PDF cannot be read") }
  var words = ""
  for number in file.pages {
    let page = file.dictionary(.reference(number))
    let fonts = file.dictionary(file.dictionary(page["Resources"])["Font"])
    let maps = fonts.mapValues { font in
      readToUnicode(file.streams[file.dictionary(font)["ToUnicode"]?.reference ?? -1]?.data ?? [])
    }
    let contents = file.streams[page["Contents"]?.reference ?? -1]?.data ?? []
    let reading = PageReading(contents, maps: maps)
    if let fault = reading.faults.first { broken("a page: \(fault)\n\(chapter.text)") }
    // A word may go on where another sequence begins.
    words += reading.sequences.sorted { $0.key < $1.key }.map(\.value).joined() + " "
  }
  expect(chapter, in: words, of: "the PDF")
}

/// Made on one core and on two, with fonts that set other books before and with fresh ones, the
/// book is the same bytes.
let isMadeTwice: FuzzTarget = { bytes in
  let chapter = WrittenChapter(bytes)
  let ways = [(makeEPUB, makeEPUB), (makePDF(with: openedFonts), makePDF(with: openFonts()))]
  for (first, second) in ways
  where made(chapter, by: first) != made(chapter, by: second, jobs: 2) {
    broken("two books of one manuscript differ:\n\(chapter.text)")
  }
}

/// Edited from one chapter to another and back, the live book is the one from nothing.
let equalsFromNothing: FuzzTarget = { bytes in
  let half = bytes.count / 2
  let states = [Array(bytes[..<half]), Array(bytes[half...]), Array(bytes[..<half])]
    .map { workspace(WrittenChapter($0)) }
  waiting {
    var incremental = IncrementalBook()
    for state in states {
      var fresh = IncrementalBook()
      guard let now = await shown(&incremental, state), let nothing = await shown(&fresh, state)
      else { continue }
      if now.isStale || nothing.isStale { continue }
      if now.paths != nothing.paths { broken("pages of an edited book: \(now.paths)") }
      for path in now.paths where content(now, path) != content(nothing, path) {
        broken("\(path) of an edited book is another than from nothing")
      }
    }
  }
}

private func shown(_ book: inout IncrementalBook, _ files: MemoryWorkspace) async -> LiveBook? {
  try? await book.update(from: files, prefix: "b", sourceDateEpoch: 0, jobs: 1) { _, _ in
    Diagnosed(theme)
  }
}

/// A page without the count of its state.
private func content(_ book: LiveBook, _ path: String) -> [UInt8] {
  var page = book.page(path)?.bytes ?? []
  // A pattern would take longer than the page.
  let count = Array(" data-version=\"".utf8)
  guard let start = page.indices.first(where: { page[$0...].starts(with: count) }),
    let end = page[(start + count.count)...].firstIndex(of: UInt8(ascii: "\""))
  else { return page }
  page.removeSubrange(start...end)
  return page
}
