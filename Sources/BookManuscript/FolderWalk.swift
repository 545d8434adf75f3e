import BookModel

/// Goes through the folders of a book, each after the files beside it.
struct FolderWalk<Files: Workspace> {
  let workspace: Files
  /// How many folders lie in one another: links may lead from folder to folder without end.
  let deepest: Int
  /// Whether a folder of that name is looked into.
  let enters: (String) -> Bool

  /// Visits all that is no folder, with its name, its path and what it is.
  func visit(_ body: (_ name: String, _ path: String, _ kind: EntryKind) -> Void) {
    visit("", depth: 0, body)
  }

  private func visit(
    _ folder: String, depth: Int, _ body: (String, String, EntryKind) -> Void
  ) {
    for name in workspace.names(in: folder) {
      let path = joined(folder, name)
      let kind = workspace.kind(of: path)
      if kind != .folder {
        body(name, path, kind)
      } else if depth < deepest, enters(name) {
        visit(path, depth: depth + 1, body)
      }
    }
  }
}
