import BookDiagnostics
import BookEPUB
import BookImport
import BookMarkup
import BookModel
import BookTestSupport
import BookXML
import BookZip

@testable import BookPDF
@testable import BookPictures

let readsArchive: FuzzTarget = { bytes in
  _ = checkEPUB(bytes, name: "b.epub")
  _ = try? readManuscript(bytes, named: "m.docx")
}

/// The files of a sound EPUB, those that the input names laid over them: a letter for the file, then
/// what is in it, up to a byte that no text has.
let checksEPUB: FuzzTarget = { bytes in
  var files = soundEPUB.map { (path: $0.path, bytes: Array($0.text.utf8)) }
  for part in bytes.split(separator: 0xFF) {
    guard let letter = part.first else { continue }
    let index = Int(letter) % (files.count + 1)
    let contents = Array(part.dropFirst())
    if index < files.count {
      files[index].bytes = contents
    } else {
      files.append((path: "EPUB/more\(files.count).xhtml", bytes: contents))
    }
  }
  do {
    var writer = try ZipWriter(modified: 0)
    for file in files { try writer.add(PackedEntry(storing: file.bytes, as: file.path)) }
    let archive = try writer.finish()
    _ = checkEPUB(archive, name: "b.epub")
    _ = try? readManuscript(archive, named: "b.epub")
  } catch { broken("an archive of ours: \(error)") }
}

/// Rich text, a web page or plain words: what is made of it is sound Markdown.
let readsManuscript: FuzzTarget = { bytes in
  let names = ["m.rtf", "m.html", "m.txt"]
  guard let first = bytes.first,
    let book = try? readManuscript(Array(bytes.dropFirst()), named: names[Int(first) % names.count])
  else { return }
  for file in book.files(source: "m") where file.path.hasSuffix(".md") {
    let read = parseChapter(
      file.bytes, source: SourceID(0), header: ChapterHeader(), language: "en")
    if let fault = read.diagnostics.first(where: { $0.severity == .error }) {
      broken("\(file.path) of an import: \(fault.code.id) \(fault.message)")
    }
  }
}

/// What is taken as a picture is no larger than it was, but for what is written anew.
let examinesPicture: FuzzTarget = { bytes in
  let picture = examinePicture(bytes)
  if !picture.isRefused {
    // What is published is read like the picture itself.
    let again = examinePicture(picture.published)
    if again.isRefused || again.width != picture.width || again.height != picture.height {
      broken("what is published is another picture")
    }
  }
  _ = readPNG(bytes)
  _ = readJPEG(bytes)
}

/// A drawing that is taken holds no program when it is published, and is drawn.
let drawsSVG: FuzzTarget = { bytes in
  let picture = examinePicture(Array("<svg xmlns='http://www.w3.org/2000/svg'>".utf8) + bytes)
  let whole = examinePicture(bytes)
  for found in [picture, whole] where found.kind == .svg && !found.isRefused {
    let again = examinePicture(found.published)
    if again.isRefused { broken("a published drawing is refused") }
    if let root = XMLElement.read(found.published, names: .svg).0 {
      _ = DrawingBuilder(root) { _, _ in nil }
    }
  }
}
