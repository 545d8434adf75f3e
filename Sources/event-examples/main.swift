import BookDiagnostics
import BookLanguage
import BookMarkup
import BookModel
import BookTime
import Foundation

// Writes to standard output a line for every clause that may be a row, of every Markdown file it is
// given: what `Scripts/events` learns from. A file is a chapter of its own.

for path in CommandLine.arguments.dropFirst() {
  let bytes = Array(try Data(contentsOf: URL(filePath: path)))
  var sources = SourceFiles()
  let chapter = parseChapter(
    bytes, source: sources.add(path: path, bytes: bytes), header: ChapterHeader(),
    language: Language.english.tag)
  for line in eventExamples(in: chapter.value) { print("\(path)\t\(line)") }
}
