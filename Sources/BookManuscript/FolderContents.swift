import BookLanguage
import BookModel

/// Whether a file's name says that it is Markdown; Quarto and R Markdown have endings of their own.
package func hasMarkdownEnding(_ name: String) -> Bool {
  let small = name.lowercased()
  return [".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".qmd", ".rmd"]
    .contains(where: small.hasSuffix)
}

/// Whether a file's name is that of a word processor's text, of which `bookc import` makes chapters.
package func isImported(_ name: String) -> Bool {
  FolderContents.importedEndings.contains(where: name.lowercased().hasSuffix)
}

/// What a folder of chapters holds: the files to read, in order, and those to leave out, with why.
struct FolderContents {
  /// A chapter's file, and the title of the part whose folder it stands in.
  struct File: Equatable {
    var path: String
    var part: String?
  }

  /// Why a file is not read.
  enum Reason: Hashable, CaseIterable {
    case wordProcessor, otherWordProcessor, plainText, twoEndings, notDownloaded, copy, tooDeep
    case beside, anotherBook, misplaced, otherDocument, withoutEnding
  }

  /// A file that is not read.
  struct LeftOut: Equatable {
    var path: String
    var reason: Reason
    /// The file that it is a copy of.
    var original: String?

    /// Why, and what to do, where it alone is left out for the reason or several are.
    func why(isOne: Bool) -> String {
      let (it, its) = isOne ? ("it is", "its name") : ("they are", "their names")
      return switch reason {
      case .wordProcessor:
        "\(it) no Markdown; `bookc import '\(path)' --into .` in the book's folder makes chapters of "
          + "it, then take it out of there"
      case .otherWordProcessor:
        "\(it) no Markdown; save it as .docx, then `bookc import` makes chapters of it"
      case .plainText:
        "\(its) must end in .md; call it '\(renamed)', or let "
          + "`bookc import '\(path)' --into .` in the book's folder read it"
      case .twoEndings:
        "\(its) must end in .md; call it '\(renamed)'"
      case .notDownloaded:
        FolderContents.downloading
      case .copy:
        "by its name it is a copy of '\(original ?? "")'; give it a name of its own if it is another chapter"
      case .tooDeep:
        "chapters stand in one folder or in a folder for each part, no deeper; move it up"
      case .anotherBook:
        "it is a book of its own; give its folder, as in `bookc build '\(path)'`"
      case .misplaced:
        "\(isOne ? "it belongs" : "they belong") beside the folder of chapters, not in it; move it there"
      case .otherDocument:
        "\(it) no Markdown; open it in a word processor, save it as .docx, then `bookc import` makes "
          + "chapters of it"
      case .withoutEnding:
        "\(its) must end in .md; call it '\(path.split(separator: "/").last ?? "").md' if it is a chapter"
      case .beside:
        "there is a folder 'chapters', and only what is in it is read; move it there"
      }
    }

    /// The file's name with the ending of a chapter.
    private var renamed: String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let stem = name.dropLast(name.hasSuffix(".text") ? 5 : 4)
      return stem.hasSuffix(".md") ? String(stem) : stem + ".md"
    }
  }

  private(set) var files: [File] = []
  private(set) var leftOut: [LeftOut] = []
  /// Files beside the chapters that are of no kind that a chapter has.
  private(set) var others: [String] = []

  private let order: FileOrder
  private let workspace: any Workspace
  private let isBook: Bool

  /// Looks into a folder and into those in it.
  ///
  /// - Parameters:
  ///   - isBook: it is the book's own folder, where much else may stand: only Markdown counts there
  ///     unless a chapter stands beside it, and the folder `chapters` is not looked into
  ///   - hasParts: the folders in it are parts; else they are left alone
  ///   - deepest: how deep folders are looked into; without it, one level for the parts and one to
  ///     name what is too deep
  init(
    _ folder: String, in workspace: some Workspace, language: Language, isBook: Bool = false,
    hasParts: Bool = true, deepest: Int? = nil
  ) {
    order = FileOrder(language)
    self.workspace = workspace
    self.isBook = isBook
    self.deepest = hasParts ? deepest ?? Self.belowParts : 0
    look(into: folder, part: nil, depth: 0)
    // The book's own folder holds much that is no concern of its chapters.
    // A book of one part has none.
    if isBook, let part = files.first?.part, files.allSatisfy({ $0.part == part }) {
      for index in files.indices { files[index].part = nil }
    }
    let homes = Set(files.map { folderOf($0.path) })
    others.removeAll { path in
      isBook && !(path.contains("/") && homes.contains(folderOf(path)))
    }
    if isBook, !files.contains(where: { $0.part == nil }) {
      leftOut.removeAll { !$0.path.contains("/") && $0.reason != .anotherBook }
    }
  }

  private let deepest: Int
  /// The folders in a part are looked into to name what is too deep, and no further: links may lead
  /// from folder to folder without end.
  private static let belowParts = 2

  private mutating func look(into folder: String, part: String?, depth: Int) {
    let names = workspace.names(in: folder)
    for name in order.sorted(names) {
      let path = folder.isEmpty ? name : folder + "/" + name
      if workspace.kind(of: path) == .folder, !hasMarkdownEnding(name) {
        if isBook && path == "chapters" { continue }
        if isSetAside(name) { continue }
        if isBook, workspace.names(in: path).contains(where: isBookYAML) {
          leftOut.append(LeftOut(path: path, reason: .anotherBook))
          continue
        }
        if depth < deepest {
          look(into: path, part: part ?? partTitle(ofFolder: name), depth: depth + 1)
        } else if depth == deepest, deepest > 0, !workspace.names(in: path).isEmpty {
          leftOut.append(LeftOut(path: path, reason: .tooDeep))
        }
      } else if isNoChapter(name) || isBook && folder.isEmpty && isOwnFile(name) {
        continue
      } else if depth == deepest, deepest > 0, hasMarkdownEnding(name) {
        leftOut.append(LeftOut(path: path, reason: .tooDeep))
      } else {
        take(path, name, among: names, part: part)
      }
    }
  }

  private mutating func take(_ path: String, _ name: String, among names: [String], part: String?) {
    let small = name.lowercased()
    if let original = original(of: name, among: names) {
      leftOut.append(LeftOut(path: path, reason: .copy, original: original))
    } else if isOwnFile(name), !isBook, !folderOf(path).contains("/") {
      leftOut.append(LeftOut(path: path, reason: .misplaced))
    } else if hasMarkdownEnding(name) {
      files.append(File(path: path, part: part))
    } else if small.hasSuffix(".md.txt") || small.hasSuffix(".markdown.txt") {
      leftOut.append(LeftOut(path: path, reason: .twoEndings))
    } else if small.hasSuffix(".md.icloud") {
      leftOut.append(LeftOut(path: path, reason: .notDownloaded))
    } else if Self.wordEndings.contains(where: small.hasSuffix) {
      leftOut.append(
        LeftOut(path: path, reason: isImported(name) ? .wordProcessor : .otherWordProcessor))
    } else if Self.textEndings.contains(where: small.hasSuffix) {
      leftOut.append(LeftOut(path: path, reason: .plainText))
    } else if !isBook, Self.otherDocuments.contains(where: small.hasSuffix) {
      leftOut.append(LeftOut(path: path, reason: .otherDocument))
    } else if !isBook, !name.contains(".") {
      leftOut.append(LeftOut(path: path, reason: .withoutEnding))
    } else if !Self.isPicture(name) {
      others.append(path)
    }
  }

  /// What to do where a file stands for one that is elsewhere.
  static let downloading = "it is in iCloud only; open it once so that it comes onto this computer"

  /// Of the word processors whose files `bookc import` reads.
  static let importedEndings = [".docx", ".docm", ".odt", ".rtf", ".html", ".htm"]
  static let wordEndings = importedEndings + [".doc", ".pages", ".wpd", ".gdoc"]
  static let textEndings = [".txt", ".text"]
  /// Documents that no word processor has as its own.
  static let otherDocuments = [".pdf", ".wps", ".epub", ".mobi", ".xps", ".pptx"]
  /// Pictures may stand beside the chapters that show them.
  private static let pictureEndings = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".heif", ".avif", ".tif", ".tiff",
    ".bmp",
  ]
  /// Whether a file's name ends as those of pictures do.
  static func isPicture(_ name: String) -> Bool {
    let small = name.lowercased()
    return pictureEndings.contains(where: small.hasSuffix)
  }
  /// Folders that hold no text of anybody's.
  static let noPlacesForText: Set<String> = ["images", "dist", "node_modules"]
  /// Files that tell of a folder, by the name before their ending.
  private static let aboutTheFolder: Set<String> = [
    "readme", "license", "licence", "changelog", "contributing", "todo", "security",
  ]
  /// Folders in which people put aside what is not to be read.
  private static let setAside = Set(Language.all.flatMap(\.foldersSetAside))

  /// Words that tell one version of a file from another, behind its name.
  static let wordsOfVersions: Set<String> = [
    "final", "new", "revised", "rev", "edited", "edit", "backup", "bak", "version",
  ]

  /// Whether the words of a file's name, without what counts it, say that it is no chapter, as those of
  /// a folder would: "03 notes", "not for print", "draft of two"; "the old house" is one.
  static func isNameOfDrafts(_ words: [Substring]) -> Bool {
    let words = words.filter { Int($0) == nil }
    let name = words.joined(separator: " ")
    // As Dropbox calls what it could not bring together.
    if setAside.contains(name) || name.contains("conflicted copy") { return true }
    return words.contains { word in
      draftWords.contains(String(word))
        || words.count <= longestNameOfDrafts && wordsSetAside.contains(String(word))
    }
  }

  private static let wordsSetAside = Set(Language.all.flatMap(\.wordsSetAside))
  private static let draftWords = Set(Language.all.flatMap(\.draftWords))
  private static let longestNameOfDrafts = 3

  /// Whether a name says that its file is about the folder, or hidden.
  private func isNoChapter(_ name: String) -> Bool {
    let small = name.lowercased()
    // `~$life.docx` is Word's sign that a file is open, `~life.md` other programs' that it is a copy.
    if small.hasPrefix("~") { return true }
    if small.hasPrefix("."), !small.hasSuffix(".md.icloud") { return true }
    return Self.aboutTheFolder.contains(String(small.prefix { $0 != "." }))
  }

  /// A folder's name in small letters, without the number before it and the signs between its words.
  private static func plainName(_ name: String) -> String {
    name.lowercased().split { " -_".contains($0) }
      .drop { Int($0) != nil }.joined(separator: " ")
  }

  private func isSetAside(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_") || Self.setAside.contains(Self.plainName(name))
      || Self.noPlacesForText.contains(name.lowercased())
  }

  /// The file that a copy was made from, where both stand in the folder: `two copy.md`,
  /// `two (1).md`, `Copy of two.md`.
  private func original(of name: String, among names: [String]) -> String? {
    guard hasMarkdownEnding(name), let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[dot...]
    var stem = String(name[..<dot])
    stem = withoutNumber(stem)
    let small = stem.lowercased()
    var candidates = stem + ending == name ? [] : [stem]
    for marks in Language.all.map(\.copyMarks) {
      for mark in marks.after where small.hasSuffix(" " + mark) {
        var rest = stem.dropLast(mark.count + 1)
        while let last = rest.last, " -–_".contains(last) { rest.removeLast() }
        candidates.append(String(rest))
      }
      for mark in marks.before where small.hasPrefix(mark + " ") {
        candidates.append(String(stem.dropFirst(mark.count + 1)))
      }
    }
    return candidates.lazy.map { $0 + ending }.first { $0 != name && names.contains($0) }
  }

  /// A name without the number that a system gives a copy: ` (1)`, ` 2` behind the word for a copy.
  private func withoutNumber(_ stem: String) -> String {
    if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
      Int(stem[stem.index(after: open)..<stem.index(before: stem.endIndex)]) != nil
    {
      return String(stem[..<open].reversed().drop { $0 == " " }.reversed())
    }
    let figures = stem.reversed().prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropLast(figures.count)
    guard !figures.isEmpty, rest.hasSuffix(" ") else { return stem }
    let words = rest.dropLast()
    let isCopy = Language.all.contains { language in
      language.copyMarks.after.contains { words.lowercased().hasSuffix(" " + $0) }
    }
    return isCopy ? String(words) : stem
  }
}
