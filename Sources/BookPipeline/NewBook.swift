import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// What is known of a book before there is one.
package struct NewBook: Sendable {
  /// The folder to make.
  package var folder: String
  /// Nil: the name of the folder.
  package var title: String?
  /// Nil: the line of book.yaml waits for it.
  package var author: String?

  package init(folder: String, title: String? = nil, author: String? = nil) {
    self.folder = folder
    self.title = title
    self.author = author
  }

  var yaml: String {
    let year = DayNumber(Machine.now / 86_400).civil.year
    let name = author.map { "author: \(YAMLText.scalar($0))" } ?? "# author: Your Name"
    return """
      # What the book is. Lines that begin with # are notes to yourself.
      title: \(YAMLText.scalar(title ?? titleOfFolder(folder)))
      \(name)
      language: en
      date: \(year)
      # subtitle: A Life in Two Villages
      # publisher: The Family
      # narrator: { born: 1950 }

      """
  }
}

/// Writes the beginning of a book into a new folder and returns the files made, in order.
package func begin(_ book: NewBook) throws(BuildFailure) -> [String] {
  let folder = book.folder
  // What is put back here was never the author's: a new book has nothing to replace.
  _ = restore([folder])
  if DiskWorkspace.exists(folder) {
    guard DiskWorkspace.isFolder(folder) else {
      throw .usage(
        "'\(folder)' is a file: a book is a folder, so give a name that is not there yet")
    }
    guard DiskWorkspace(root: folder).holdsNoFile else {
      throw .usage(
        "'\(folder)' is there already and not empty; name a new folder, or say "
          + "`bookc init \(shellQuoted(folder))` to make a book of what lies in it")
    }
  }
  var files: [(String, String)] = [
    ("book.yaml", book.yaml), ("chapters/01-beginning.md", newFirstChapter),
    ("chapters/02-going-on.md", newSecondChapter), ("people.yaml", newPeople),
  ]
  if isInRepository(folder) {
    files += [(".github/workflows/book.yml", bookWorkflow), (".gitignore", "dist/\n")]
  }
  try AtomicOutput(folder: folder).write(
    files.map { Artifact(path: $0.0, bytes: Array($0.1.utf8)) })
  return files.map(\.0)
}

/// Writes a book.yaml into a folder of chapters and says what was made of them.
package func initialise(
  _ book: NewBook, in surroundings: Surroundings
) async throws(BuildFailure) -> CheckOutcome {
  let folder = book.folder
  if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
  if DiskWorkspace.exists(folder + "/book.yaml") {
    throw .usage("'\(folder)' is a book already: `bookc build \(shellQuoted(folder))` makes it")
  }
  let read = await readBook(
    in: DiskWorkspace(root: folder), sourceDateEpoch: surroundings.sourceDateEpoch,
    jobs: surroundings.jobs)
  guard let found = read.book, !found.chapters.isEmpty else {
    throw .usage(
      "there are no chapters in '\(folder)': files that end in .md, there or in its folder "
        + "'chapters'; `bookc new` begins a book in a folder of its own")
  }
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write([
    Artifact(path: "book.yaml", bytes: Array(book.yaml.utf8))
  ])
  return CheckOutcome(
    diagnostics: DiagnosticList([], sources: read.sources), chapters: chapterTallies(found),
    order: read.folder.order, setAside: setAside(by: read.folder, in: DiskWorkspace(root: folder)))
}

/// `My Memoir` for `books/my-memoir`.
private func titleOfFolder(_ folder: String) -> String {
  let path = folder == "." ? Machine.currentFolder : folder
  guard let name = path.split(separator: "/").last else { return "My Memoir" }
  let words = name.split { "-_ ".contains($0) }
  return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
}

private let newFirstChapter = """
  # Beginning

  I was born in 1950, in the house behind the school. Write as you would tell it: a new
  paragraph begins after an empty line.

  My aunt *Ruth Berg* kept the lamp lit.[^lamp] When Ruth told a story, nobody looked at the
  clock.

  * * *

  A line of three stars sets a scene apart from the next.

  [^lamp]: A paraffin lamp. This is a footnote.

  """

private let newSecondChapter = """
  # Going On

  In the summer of 1962 we left the village.

  ::: letter Sunday, in the evening
  Dear all,

  we have arrived.

  Ruth
  :::

  """

private let newPeople = """
  # Everyone in the book. `bookc scan people --write` finds them for you.
  - id: ruth-berg
    name: { given: Ruth, family: Berg }
    relation: aunt
    roles: [keeper of the lamp]

  """
