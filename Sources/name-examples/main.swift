import BookDiagnostics
import BookMarkup
import BookModel
import BookPeople
import Foundation

// Writes FILE.ex beside each plain text it is given: the features of every stretch that may be a
// name, each text a book of its own. `Scripts/names/train.py` learns from them.

for path in CommandLine.arguments.dropFirst() {
  let bytes = Array(try Data(contentsOf: URL(filePath: path)))
  var sources = SourceFiles()
  let chapter = parsePlainText(bytes, source: sources.add(path: path, bytes: bytes))
  try spanExamples(in: [chapter]).write(toFile: path + ".ex", atomically: true, encoding: .utf8)
}
