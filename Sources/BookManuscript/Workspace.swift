// BookManuscript: a folder of Markdown, YAML and pictures → a Book.
// In: a `Workspace`, the one door to files. Out: the book and what is wrong with it. It knows no
// output format.
package import BookDiagnostics

/// What stands under a path of the book's folder.
package enum EntryKind: Sendable, Equatable {
  case file
  case folder
  /// A socket, a device and the like.
  case other
  case missing
  /// A symbolic link that leads out of the book's folder.
  case linkOut
  /// A symbolic link that leads to itself.
  case linkLoop
}

/// A file that could not be read, and why.
package struct WorkspaceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The reason in a few words.
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// The files of a book: paths are relative to its folder, with `/` between the parts.
package protocol Workspace: Sendable {
  /// The name of the book's folder, for a book without a title.
  var name: String { get }
  /// What is there. Names are compared exactly, also where the disk itself would not.
  func kind(of path: String) -> EntryKind
  /// Names in a folder in the order of their bytes; none when it is not there.
  func names(in folder: String) -> [String]
  /// The bytes of a file.
  func read(_ path: String) throws(WorkspaceError) -> [UInt8]
}

extension SourceFiles {
  /// Reads a file and adds it; when it cannot be read, adds it empty and says why.
  mutating func add(
    _ path: String, from workspace: some Workspace
  ) -> (id: SourceID, problem: WorkspaceError?) {
    do throws(WorkspaceError) {
      return (add(path: path, bytes: try workspace.read(path)), nil)
    } catch {
      return (add(path: path, bytes: []), error)
    }
  }
}
