import BookDisk
import BookManuscript
package import BookModel

/// Writes the beginning of a book into a new folder and returns the files made, in order.
package func newBook(in folder: String) throws(BuildFailure) -> [String] {
  if DiskWorkspace.exists(folder) {
    guard DiskWorkspace.isFolder(folder), DiskWorkspace(root: folder).isEmpty else {
      throw .usage("'\(folder)' is there already; name a folder that is not, or an empty one")
    }
  }
  let files: [(String, String)] = [
    ("book.yaml", newBookYAML), ("chapters/01-beginning.md", newFirstChapter),
    ("chapters/02-going-on.md", newSecondChapter), ("people.yaml", newPeople),
    (".github/workflows/book.yml", bookWorkflow), (".gitignore", "dist/\n"),
  ]
  try AtomicOutput(folder: folder).write(
    files.map { Artifact(path: $0.0, bytes: Array($0.1.utf8)) })
  return files.map(\.0)
}

private let newBookYAML = """
  # What the book is. Lines that begin with # are notes to yourself.
  title: My Memoir
  author: Your Name
  language: en
  date: 2026-01-01
  # subtitle: A Life in Two Villages
  # publisher: The Family
  # rights: © 2026 Your Name
  # narrator: { born: 1950 }

  """

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
