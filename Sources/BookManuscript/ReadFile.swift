// BookManuscript: a folder of Markdown, YAML and pictures → a Book.
// In: a `Workspace`, the one door to files. Out: the book and what is wrong with it. It knows no
// output format.
import BookDiagnostics
import BookModel

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
