import BookDiagnostics
package import BookModel

/// A book's folder as it was at one revision, read from git's objects.
///
/// The work tree is not touched, nor looked at. Text is read at once, pictures when asked for.
package struct GitFolder: Workspace {
  /// The folder's name.
  package let name: String
  /// The last commit up to then that touched the folder, shortened to twelve digits.
  package let revision: String
  /// When it was committed, `YYYY-MM-DD`.
  package let date: String
  /// The whole commit id.
  package let commit: String
  private let objects: GitObjects
  private let files: [String: GitObjects.Entry]
  private let folders: [String: [String]]
  private let texts: [String: [UInt8]]
  private static let largest = 1 << 30

  /// Opens the book in `folder` as it was at `revision`.
  package init(_ revision: String, ofBookAt folder: String) throws(BuildFailure) {
    let git = try Git.open(folder)
    objects = GitObjects(git)
    let prefix = git.prefix
    commit = try Self.commit(revision, git)
    // As in a build, the revision is the last commit that touched the book.
    let last = git.history(to: commit, most: 1).last
    self.revision = last?.revision ?? shortened(commit)
    date = last?.date ?? ""
    name = DiskWorkspace(root: folder).name
    let path = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    guard let entries = objects.entries(of: "\(commit):\(path)") else {
      throw .usage(
        "revision '\(revision)' has no folder '\(path)': the book was not there yet, or elsewhere")
    }
    var files: [String: GitObjects.Entry] = [:]
    var folders: [String: Set<String>] = ["": []]
    for entry in entries {
      files[entry.path] = entry
      var below = Substring(entry.path)
      while true {
        let slash = below.lastIndex(of: "/")
        let parent = slash.map { below[..<$0] } ?? ""
        let name = slash.map { below[below.index(after: $0)...] } ?? below
        let isKnown = !folders[String(parent), default: []].insert(String(name)).inserted
        if isKnown || slash == nil { break }
        below = parent
      }
    }
    self.files = files
    self.folders = folders.mapValues {
      $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    texts = objects.blobs(
      entries.filter { $0.isBlob && (Self.isText($0.path) || $0.isLink) && $0.size <= Self.largest }
        .map(\.id))
  }

  private static func isText(_ path: String) -> Bool {
    let path = path.lowercased()
    return [".md", ".markdown", ".qmd", ".rmd", ".yaml", ".yml", "book.txt"].contains {
      path.hasSuffix($0)
    }
  }

  // MARK: Workspace

  package func kind(of path: String) -> EntryKind {
    switch resolve(path) {
    case .file: .file
    case .folder: .folder
    case .other: .other
    case .missing: .missing
    case .linkOut: .linkOut
    case .linkLoop: .linkLoop
    }
  }

  package func names(in folder: String) -> [String] {
    if case .folder(let real) = resolve(folder) { return folders[real] ?? [] }
    return []
  }

  package func read(_ path: String) throws(WorkspaceError) -> [UInt8] {
    switch resolve(path) {
    case .file(let entry):
      if let bytes = texts[entry.id] { return bytes }
      guard entry.size <= Self.largest else { throw WorkspaceError("it is larger than 1 GiB") }
      guard let bytes = objects.blobs([entry.id])[entry.id] else {
        throw WorkspaceError("git does not have its contents")
      }
      return bytes
    case .folder: throw WorkspaceError("it is a folder")
    case .other: throw WorkspaceError("it is not a file")
    case .missing: throw WorkspaceError("there is no such file")
    case .linkOut: throw WorkspaceError("it is a link out of the book's folder")
    case .linkLoop: throw WorkspaceError("it is a link that leads to itself")
    }
  }

  private enum Found {
    case file(GitObjects.Entry)
    case folder(String)
    case other, missing, linkOut, linkLoop
  }

  /// Follows a path part by part, symbolic links too.
  private func resolve(_ path: String) -> Found {
    var rest = path.split(separator: "/").map(String.init)
    var at: [String] = []
    var links = 0
    while !rest.isEmpty {
      let part = rest.removeFirst()
      if part == "." { continue }
      if part == ".." {
        if at.isEmpty { return .linkOut }
        at.removeLast()
        continue
      }
      let here = (at + [part]).joined(separator: "/")
      guard let entry = files[here] else {
        guard folders[here] != nil else { return .missing }
        at.append(part)
        continue
      }
      if !entry.isLink {
        if !rest.isEmpty { return .missing }
        return entry.isBlob ? .file(entry) : .other
      }
      links += 1
      if links > 40 { return .linkLoop }
      let target = String(decoding: texts[entry.id] ?? [], as: UTF8.self)
      if target.isEmpty || target.hasPrefix("/") { return .linkOut }
      rest = target.split(separator: "/").map(String.init) + rest
    }
    return .folder(at.joined(separator: "/"))
  }

  // MARK: Finding the revision

  private static func commit(
    _ revision: String, _ git: Git
  ) throws(BuildFailure) -> String {
    let query = ["--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    if let commit = git.line(.parseRevision, query), !commit.isEmpty { return commit }
    if git.line(.parseRevision, ["--is-shallow-repository"]) == "true" {
      throw .usage(
        "revision '\(revision)' is not here: this is a shallow clone, which holds only the last "
          + "commits; get the rest with `git fetch --unshallow` (in a workflow: fetch-depth: 0)")
    }
    if git.line(.parseRevision, ["--verify", "--quiet", "HEAD"]) == nil {
      throw .usage("there is no revision '\(revision)': nothing has been committed yet")
    }
    let list = git.run(.forEachRef, ["--format=%(refname:short)"]) ?? []
    let names = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
    let near = nearestWord(to: revision, among: names)
    throw .usage(
      "there is no revision '\(revision)' in this repository"
        + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
