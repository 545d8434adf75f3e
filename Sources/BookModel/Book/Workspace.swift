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
  /// It may be there, but this account may not look.
  case forbidden
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
  /// What changes whenever the file does, without its being read; nil where there is no such sign.
  func stamp(of path: String) -> String?
}

extension Workspace {
  /// Files that are not on a disk have no stamp.
  package func stamp(of path: String) -> String? { nil }
}
