import BookModel

/// The files besides chapters that a book's folder has.
private let ownFiles = ["book.yaml", "people.yaml", "chronology.yaml"]

/// The file that is meant for one of bookc's own and is called otherwise: `book.yml`,
/// `People.yaml`, `book.yaml.txt`; nil where there is none.
func ownFile(_ file: String, calledOtherwiseIn workspace: some Workspace) -> String? {
  workspace.names(in: "").sorted().first { name in
    name != file && isMeant(name, for: file) && workspace.kind(of: name) == .file
  }
}

/// Whether a file's name is that of one of bookc's own, or was meant to be.
func isOwnFile(_ name: String) -> Bool { ownFiles.contains { isMeant(name, for: $0) } }

/// Whether a file's name is book.yaml's, or was meant to be.
func isBookYAML(_ name: String) -> Bool { isMeant(name, for: ownFiles[0]) }

private func isMeant(_ name: String, for file: String) -> Bool {
  let small = name.lowercased()
  let stem = small.prefix { $0 != "." }
  return file.prefix { $0 != "." } == stem
    && (small.contains(".yaml") || small.contains(".yml"))
}
