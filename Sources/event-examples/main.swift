import BookDiagnostics
import BookLanguage
import BookMarkup
import BookModel
import BookTime
import Foundation

// Writes to standard output what `Scripts/events` learns from, of every Markdown file it is given: a line
// for every clause that may be a row, or after `--words` a line for every word. A file is a chapter of its
// own.

var paths = Array(CommandLine.arguments.dropFirst())
let ofWords = paths.first == "--words"
if ofWords { paths.removeFirst() }
for path in paths {
  let bytes = Array(try Data(contentsOf: URL(filePath: path)))
  var sources = SourceFiles()
  let chapter = parseChapter(
    bytes, source: sources.add(path: path, bytes: bytes), header: ChapterHeader(),
    language: Language.english.tag)
  let examples = ofWords ? wordExamples(in: chapter.value) : eventExamples(in: chapter.value)
  for line in examples { print("\(path)\t\(line)") }
}
