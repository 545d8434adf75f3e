import BookDiagnostics
import BookLanguage
import BookModel

/// What is told of the files that are not read.
extension ChapterFinder {
  /// A chapter that a list names and that is not there.
  mutating func reportMissing(_ listed: ListedChapter, in workspace: some Workspace) {
    let names =
      markdownNames(in: Self.folder, of: workspace) + markdownNames(in: "", of: workspace)
    // What another program's list holds in a place is not only the file's name.
    let isOwnList = report.order == nil
    let near =
      isOwnList
      ? nearestWord(
        to: listed.file,
        among: names.filter { taken[$0] == nil && taken["\(Self.folder)/\($0)"] == nil }) : nil
    diagnostics.append(
      Diagnostic(
        .chapterMissing, "there is no chapter '\(listed.file)'", at: listed.span,
        notes: listed.file.contains("*")
          ? [
            DiagnosticNote(
              "the list names one file a line; without 'chapters:' all are read, in order")
          ] : [],
        fixIts: near.map { [FixIt("did you mean '\($0)'?", at: listed.span, with: $0)] } ?? []))
  }

  private func markdownNames(in folder: String, of workspace: some Workspace) -> [String] {
    workspace.names(in: folder).filter { !$0.hasPrefix(".") && hasMarkdownEnding($0) }
  }

  /// One warning for all files that are left out for one reason, at the first, with all their names.
  mutating func reportUnread(_ leftOut: [FolderContents.LeftOut]) {
    for reason in FolderContents.Reason.allCases {
      let files = leftOut.filter { left in
        // Of a folder that is too deep only what a list does not name is left out.
        left.reason == reason && taken[left.path] == nil
          && !taken.keys.contains { $0.hasPrefix(left.path + "/") }
      }
      guard let first = files.first else { continue }
      if reason == .anotherBook { hasOtherBook = true }
      tell(
        .fileNotRead, of: files.map(\.path), readingFirst: nil
      ) { isOne in "not read: \(first.why(isOne: isOne))" }
    }
  }

  /// Files that stand beside the listed ones but not in book.yaml's list: one warning for all of
  /// them, and one for each kind of file that is none of a chapter.
  mutating func reportUnlisted(in workspace: some Workspace) {
    let isFlat = taken.keys.contains { !$0.contains("/") }
    var contents = [FolderContents(Self.folder, in: workspace, language: language)]
    if isFlat {
      contents.append(FolderContents("", in: workspace, language: language, isBook: true))
    }
    report.others = contents.flatMap(\.others)
    let unlisted = contents.flatMap(\.files).map(\.path).filter { taken[$0] == nil }
    tell(
      .chapterNotListed, of: unlisted, readingFirst: workspace,
      mend: "nothing of it is printed: add it under 'chapters:', or move it out of the folder"
    ) { _ in "not in book.yaml's list of chapters" }
    reportUnread(contents.flatMap(\.leftOut))
  }

  /// Ditto for the list of another program, which looks into folders as deep as it likes.
  mutating func reportUnlisted(by order: ChapterOrder, in workspace: some Workspace) {
    let contents = FolderContents(
      order.folder, in: workspace, language: language, isBook: order.folder.isEmpty,
      deepest: Self.deepestOfLists)
    var unlisted = contents.files.map(\.path)
    report.others = contents.others
    report.accounted = order.others
    if !order.folder.isEmpty {
      let root = FolderContents(
        "", in: workspace, language: language, isBook: true, hasParts: false)
      unlisted += root.files.map(\.path)
    }
    unlisted.removeAll { taken[$0] != nil || order.others.contains($0) }
    tell(
      .chapterNotListed, of: unlisted, readingFirst: workspace
    ) { _ in "not in the order that '\(order.path)' gives" }
    reportUnread(contents.leftOut.filter { !order.others.contains($0.path) })
  }

  /// Files that are read as chapters and whose names say that they are none: one message for all.
  mutating func reportNamedLikeDrafts(_ paths: [String]) {
    let stems = paths.map { path in
      path.lowercased().split(separator: "/").last?.prefix { $0 != "." } ?? ""
    }
    let all = Set(stems)
    let drafts = zip(paths, stems).filter { _, stem in
      let words = stem.split { !$0.isLetter && !$0.isNumber }
      return FolderContents.isNameOfDrafts(words)
        || words.last.map { isVersion(stem, endingWith: $0, among: all) } ?? false
    }.map(\.0)
    guard let first = drafts.first,
      let source = found.first(where: { sources[$0.source].path == first })
    else { return }
    let others = drafts.dropFirst()
    diagnostics.append(
      Diagnostic(
        .namedLikeDraft,
        "'\(first)' is read as a chapter, and its name is that of a draft or of notes"
          + (others.isEmpty
            ? "" : "; so \(others.count == 1 ? "is one" : "are \(others.count)") more"),
        at: SourceSpan(file: source.source, start: 0, end: 0),
        notes: (others.isEmpty ? [] : [DiagnosticNote("the others: \(names(of: others))")]) + [
          DiagnosticNote(
            "put what is not to be printed into a folder 'drafts'; list what is under 'chapters:'")
        ]))
  }

  /// `two_v1` beside `two_v2`, `two final` beside `two`.
  private func isVersion(
    _ stem: Substring, endingWith word: Substring, among stems: Set<Substring>
  ) -> Bool {
    let rest = stem.dropLast(word.count)
    if FolderContents.wordsOfVersions.contains(String(word)) {
      return stems.contains(rest.trimmingSuffix { " -_–".contains($0) })
    }
    guard word.first == "v", let version = Int(word.dropFirst()), version < Int.max else {
      return false
    }
    return stems.contains("\(rest)v\(version + 1)"[...])
  }

  /// So deep folders are looked into for files that another program's list does not name.
  private static let deepestOfLists = 6

  /// One message for all the paths, at the first, with the names of the others.
  private mutating func tell(
    _ code: DiagnosticCode, of paths: [String], readingFirst workspace: (any Workspace)?,
    mend: String? = nil, _ what: (_ isOne: Bool) -> String
  ) {
    let paths = paths.filter { !report.accounted.contains($0) }
    guard let first = paths.first else { return }
    report.accounted.formUnion(paths)
    let source = sources.add(path: first, bytes: workspace.flatMap { try? $0.read(first) } ?? [])
    let others = paths.dropFirst()
    diagnostics.append(
      Diagnostic(
        code,
        others.isEmpty
          ? "'\(first)' is \(what(true))"
          : "'\(first)' and \(others.count) more are \(what(false))",
        at: SourceSpan(file: source, start: 0, end: 0),
        notes: (others.isEmpty ? [] : [DiagnosticNote("the others: \(names(of: others))")])
          + (mend.map { [DiagnosticNote($0)] } ?? [])))
  }

  /// The paths; where there are very many, those of a folder as its name and their number.
  private func names(of paths: ArraySlice<String>) -> String {
    guard paths.count > Self.mostNames else {
      return paths.map { "'\($0)'" }.joined(separator: ", ")
    }
    var folders: [(name: String, count: Int)] = []
    for path in paths {
      let folder = folderOf(path)
      if let index = folders.firstIndex(where: { $0.name == folder }) {
        folders[index].count += 1
      } else {
        folders.append((folder, 1))
      }
    }
    return folders.map { folder in
      "\(folder.count) in \(folder.name.isEmpty ? "the book's folder" : "'\(folder.name)'")"
    }.joined(separator: ", ")
  }

  /// More names than that nobody reads one by one.
  private static let mostNames = 24
}

/// The folder that a path lies in; empty for the book's own.
func folderOf(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

extension Substring {
  /// Without the characters at its end that satisfy a condition.
  fileprivate func trimmingSuffix(_ isSpare: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isSpare(last) { rest.removeLast() }
    return rest
  }
}
