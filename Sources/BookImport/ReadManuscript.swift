package import BookDiagnostics
package import BookModel
import BookXML
import BookZip

/// A file that cannot be imported, and why in words for its author.
package struct ImportRefusal: Error, Sendable, Equatable {
  /// One phrase.
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// Reads a file of a word processor as a book.
///
/// - Parameters:
///   - name: of the file, which says its format where the bytes do not
/// - Throws: when nothing of it can be read
package func readManuscript(
  _ bytes: [UInt8], named name: String, changes: TrackedChanges = .accept
) throws(ImportRefusal) -> ImportedBook {
  let document = try readTyped(bytes, named: name, changes: changes, depth: 0)
  var manuscript = Manuscript(document)
  manuscript.understand(named: titleOfFile(name))
  return manuscript.assembled()
}

/// Reads a file as what somebody typed, by the kind that its bytes are.
func readTyped(
  _ bytes: [UInt8], named name: String, changes: TrackedChanges, depth: Int
) throws(ImportRefusal) -> TypedDocument {
  guard !bytes.isEmpty else { throw ImportRefusal("the file is empty") }
  guard bytes.count <= ImportLimits.fileBytes else {
    throw ImportRefusal("the file is larger than any manuscript")
  }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    throw ImportRefusal(
      "it is a document of Word 97 to 2003 or locked with a password; open it and save it as .docx")
  }
  if bytes.starts(with: [0x50, 0x4B]) {
    return try readArchive(bytes, changes: changes, depth: depth)
  }
  if bytes.starts(with: Array("{\\rtf".utf8)) {
    return RichTextReader(bytes, changes: changes).read()
  }
  let ending = name.split(separator: ".").last?.lowercased() ?? ""
  if ["html", "htm", "xhtml", "mht"].contains(ending) || looksLikeHTML(bytes) {
    guard let root = XMLElement.readHTML(bytes) else { throw ImportRefusal("it is empty") }
    var reader = HTMLReader(changes: changes)
    reader.read(root)
    return reader.finish()
  }
  if ["txt", "text", "md", "markdown"].contains(ending) {
    if bytes.prefix(4096).contains(0), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    {
      throw ImportRefusal("it is no text, whatever its name says")
    }
    return ending.hasPrefix("m") ? MarkdownReader(bytes).read() : PlainTextReader(bytes).read()
  }
  throw ImportRefusal(
    "it is no file that bookc can import; those are .docx, .odt, .rtf, .html, .epub, .md and .txt")
}

/// Whether a file begins as HTML does, whatever it is called.
private func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
  let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
  return head.contains("<html") || head.contains("<!doctype html")
}

/// Reads a format that is an archive, by what lies in it.
private func readArchive(
  _ bytes: [UInt8], changes: TrackedChanges, depth: Int
) throws(ImportRefusal) -> TypedDocument {
  do throws(ZipFault) {
    let package = try DocumentPackage(bytes)
    if let main = package.mainPart() {
      let nested = NestedReader { bytes, ending in
        guard depth < 2 else { return nil }
        return try? readTyped(bytes, named: "part." + ending, changes: changes, depth: depth + 1)
      }
      return DocxReader(package, mainPart: main, changes: changes, nested: nested).read()
    }
    if package.has("META-INF/container.xml") {
      if let document = EPUBReader.read(package) { return document }
      throw ZipFault.damaged("it names no document")
    }
    if package.has("content.xml") {
      if let document = OpenDocumentReader(package, changes: changes).read() { return document }
      throw ZipFault.damaged("it is no text document")
    }
    // What Google Docs gives as a web page: one document and its pictures.
    let pages = package.names(beginning: "").filter {
      $0.hasSuffix(".html") || $0.hasSuffix(".htm")
    }
    if let page = pages.first, let bytes = package.part(page), let root = XMLElement.readHTML(bytes)
    {
      let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
      let pictures = pictures(of: package)
      var reader = HTMLReader(changes: changes) {
        pictures[EPUBReader.resolved($0, in: folder).lowercased()]
      }
      reader.read(root)
      return reader.finish()
    }
  } catch {
    throw ImportRefusal(error.wordsForAuthor)
  }
  throw ImportRefusal("it is an archive, but no document lies in it")
}

/// The pictures of an archive by their names.
private func pictures(of package: borrowing DocumentPackage) -> [String: [UInt8]] {
  var pictures: [String: [UInt8]] = [:]
  for name in package.names(beginning: "")
  where [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"].contains(where: name.hasSuffix) {
    pictures[name] = package.part(name, atMost: ImportLimits.pictureBytes)
  }
  return pictures
}

extension ZipFault {
  /// Why an archive is not read.
  fileprivate var wordsForAuthor: String {
    switch self {
    case .empty, .notAnArchive: "it is no document of Word"
    case .damaged(let words): "it is damaged: \(words)"
    case .damagedEntry(let name, _), .sizeLies(let name): "its part '\(name)' is damaged"
    case .tooManyEntries(let count): "it is an archive of \(count) files, which no document is"
    case .duplicate(let name, _): "its part '\(name)' is there twice"
    case .unsafePath(let name), .symbolicLink(let name): "its part '\(name)' leads out of the file"
    case .encrypted: "it is locked with a password"
    case .tooLarge(let name, _): "its part '\(name)' is larger than any manuscript"
    case .bomb(let name, let times):
      "its part '\(name)' grows to \(times) times its size, as no text does"
    }
  }
}

/// `my memoir` for `My_Memoir-final.docx`: words for a title where there is no other.
func titleOfFile(_ name: String) -> String {
  let file = name.split(separator: "/").last.map(String.init) ?? name
  let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  let words = stem.split { "-_ ".contains($0) }
  return words.isEmpty
    ? stem : words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
}
