import BookDiagnostics
import BookDisk
import BookManuscript
import BookModel

/// Why no command can work on the book at a path, in words that say what to type instead; nil where
/// one can.
///
/// A folder without a book in it is no such reason: reading it says what it lacks.
package func whyNoBook(at path: String) -> String? {
  switch DiskWorkspace.kindOnDisk(path) {
  case .file:
    let (folder, name) = folderAndName(of: path)
    let book = bookAround(folder) ?? folder
    if isImported(name) {
      return "it is no book yet; `bookc import \(shellQuoted(path))` makes one of it"
    }
    return name.lowercased().hasSuffix(".epub")
      ? "it is a finished book; `bookc check \(shellQuoted(path))` says what is wrong with it"
      : "it is a file, and a book is a folder: give \(shellQuoted(book)) instead"
  case .folder:
    if let why = DiskWorkspace.whyNoFolder(path) { return why }
    guard let book = bookAround(path), book != path else { return nil }
    return "it is a folder within a book: give \(shellQuoted(book)) instead"
  case .missing, .forbidden, .other, .linkOut, .linkLoop:
    return DiskWorkspace.whyNoFolder(path).map { why in
      folderMeant(by: path).map { "\(why); did you mean \(shellQuoted($0))?" } ?? why
    }
  }
}

/// The folder beside the one that is named whose name is the same but for capitals, or nearly.
private func folderMeant(by path: String) -> String? {
  let (around, name) = folderAndName(of: path)
  let folders = DiskWorkspace(root: around).names(in: "").filter {
    !$0.hasPrefix(".") && DiskWorkspace.isFolder("\(around)/\($0)")
  }
  let near =
    folders.first { $0.lowercased() == name.lowercased() } ?? nearestWord(to: name, among: folders)
  return near.map { around == "." ? $0 : "\(around)/\($0)" }
}

/// The book that a folder is or, as `chapters`, `images` and the folder of a part do, lies in.
private func bookAround(_ folder: String) -> String? {
  if isBook(folder) { return folder }
  let whole = folder == "." ? Machine.currentFolder : folder
  let trimmed = whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  let (around, name) = folderAndName(of: trimmed)
  if ["chapters", "images"].contains(name), isBook(around) { return around }
  let (above, inner) = folderAndName(of: around)
  return inner == "chapters" && isBook(above) ? above : nil
}

private func isBook(_ folder: String) -> Bool {
  DiskWorkspace.kindOnDisk(folder + "/book.yaml") == .file
}

/// A path as a terminal takes it.
package func shellQuoted(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
      || "/._-~+,=@".utf8.contains(byte)
  }
  return isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
}
