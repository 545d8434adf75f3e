import BookModel
import Foundation

/// A picture of `Tests/Fixtures/pictures`.
func fixture(_ name: String) -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/pictures")
  return (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init) ?? []
}

/// Files in memory with a sign of when they change.
struct StampedFiles: Workspace {
  var name: String { "memory" }
  var files: [String: [UInt8]]
  var stamps: [String: String] = [:]

  func kind(of path: String) -> EntryKind { files[path] == nil ? .missing : .file }
  func names(in folder: String) -> [String] { files.keys.sorted() }
  func read(_ path: String) throws(WorkspaceError) -> [UInt8] {
    guard let bytes = files[path] else { throw WorkspaceError("there is no such file") }
    return bytes
  }
  func stamp(of path: String) -> String? { stamps[path] }
}
