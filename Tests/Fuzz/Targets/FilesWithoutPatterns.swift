import BookDisk
import BookModel

/// The machine's files but for patterns of hyphenation: a written chapter's words are too short to
/// be divided, and to read the patterns takes longer than to set its pages.
struct FilesWithoutPatterns: Workspace {
  private let machine = DiskWorkspace.machine

  var name: String { machine.name }

  func kind(of path: String) -> EntryKind { machine.kind(of: path) }

  func names(in folder: String) -> [String] {
    machine.names(in: folder).filter { !$0.hasPrefix("hyph_") }
  }

  func read(_ path: String) throws(WorkspaceError) -> [UInt8] { try machine.read(path) }
}
