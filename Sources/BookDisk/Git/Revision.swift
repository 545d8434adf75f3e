import BookDiagnostics
package import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A commit that touched a folder.
package struct Commit: Sendable, Equatable {
  /// The whole id.
  package var id: String
  /// When it was committed, seconds since 1970.
  package var time: Int
  /// The same as `YYYY-MM-DD`, where it was committed.
  package var date: String

  /// The id as a book names it.
  package var revision: String { shortened(id) }
}

/// The first digits of a commit's id, enough to tell it from others of any book.
func shortened(_ commit: String) -> String { String(commit.prefix(12)) }

extension Git {
  /// The commits on the way to a revision that touched the folder, oldest first, at most as many of
  /// the last ones as asked for.
  package func history(to revision: String, most: Int? = nil) -> [Commit] {
    let limit = most.map { ["-n", "\($0)"] } ?? []
    let format = ["--reverse", "--date-order", "--format=%H %ct %cs"]
    let list = run(.listRevisions, limit + format + [revision, "--", "."]) ?? []
    return list.split(separator: 0x0A).compactMap { line in
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
      // Between them stand lines `commit ID`.
      guard parts.count == 3, let time = Int(parts[1]) else { return nil }
      return Commit(id: parts[0], time: time, date: parts[2])
    }
  }

  /// The folder's path from the top of the repository, with a `/` at its end, or nothing.
  package var prefix: String { line(.parseRevision, ["--show-prefix"]) ?? "" }
}

/// What git says of the revision of a folder.
package struct FolderRevision: Sendable, Equatable {
  /// The last commit that touched it, `-dirty` when it has changes; nil outside git, and where git
  /// is not installed.
  package var name: String?
  /// Why git does not read the repository, though there is one.
  package var refusal: String?

  package init(name: String? = nil, refusal: String? = nil) {
    (self.name, self.refusal) = (name, refusal)
  }
}

/// The revision of a book's folder.
package func revision(ofFolder folder: String) -> FolderRevision {
  guard var git = Git(folder: folder) else { return FolderRevision() }
  switch git.state() {
  case .none: return FolderRevision()
  case .refused(let top): return FolderRevision(refusal: Git.refusal(of: top))
  case .trustedByThePerson(let trusting): git = trusting
  case .readable: break
  }
  guard let commit = git.history(to: "HEAD", most: 1).last else { return FolderRevision() }
  let isChanged = WorkTree(git)?.isChanged ?? true
  return FolderRevision(name: commit.revision + (isChanged ? "-dirty" : ""))
}

/// Why git does not read the repository that a folder lies in; nil where it does, or there is none.
///
/// git is started only where it may refuse: where something of the repository is somebody else's.
package func refusal(ofFolder folder: String) -> String? {
  guard mayBeRefused(folder), let git = Git(folder: folder), case .refused(let top) = git.state()
  else { return nil }
  return Git.refusal(of: top)
}

/// Whether the top of the nearest repository above a folder, or what it keeps there, has another
/// owner than this process has.
private func mayBeRefused(_ folder: String) -> Bool {
  guard let top = realPath(folder).flatMap(topOfRepository) else { return false }
  return [top, joined(top, ".git")].contains { owner(of: $0) != geteuid() }
}

/// Whether a folder, which need not be there yet, lies in a repository.
package func isInRepository(_ folder: String) -> Bool {
  var path = folder
  while realPath(path) == nil, path != "/", path != "." { path = parent(of: path) }
  return realPath(path).flatMap(topOfRepository) != nil
}

/// The nearest folder, from a real path upwards, in which a `.git` lies.
private func topOfRepository(_ path: String) -> String? {
  var top = path
  while owner(of: joined(top, ".git")) == nil {
    if top == "/" { return nil }
    top = parent(of: top)
  }
  return top
}

private func owner(of path: String) -> UInt32? {
  var status = stat()
  return lstat(path, &status) == 0 ? status.st_uid : nil
}
