package import BookDiagnostics
import BookModel
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
  _ bytes: [UInt8], named name: String, changes: ChangeTreatment = .accept
) throws(ImportRefusal) -> ImportedBook {
  let document = try readTyped(bytes, named: name, changes: changes, depth: 0)
  var manuscript = Manuscript(document)
  manuscript.understand(named: titleOfFile(name))
  return manuscript.assembled()
}

/// Reads a file as what somebody typed, by the kind that its bytes are.
func readTyped(
  _ bytes: [UInt8], named name: String, changes: ChangeTreatment, depth: Int
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
  throw ImportRefusal("it is no file that bookc knows how to import")
}

/// Reads a format that is an archive, by what lies in it.
private func readArchive(
  _ bytes: [UInt8], changes: ChangeTreatment, depth: Int
) throws(ImportRefusal) -> TypedDocument {
  do throws(ZipFault) {
    let package = try WordPackage(bytes)
    if let main = package.mainPart() {
      let nested = NestedReader { bytes, ending in
        guard depth < 2 else { return nil }
        return try? readTyped(bytes, named: "part." + ending, changes: changes, depth: depth + 1)
      }
      return WordReader(package, mainPart: main, changes: changes, nested: nested).read()
    }
  } catch {
    throw ImportRefusal(error.wordsForAuthor)
  }
  throw ImportRefusal("it is an archive, but no document of Word lies in it")
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
