package import Foundation

/// A new folder of files on disk, with a folder `chapters`; whoever asks for it removes it.
package func temporaryBook(_ files: [String: String]) throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(
    at: folder.appending(path: "chapters"), withIntermediateDirectories: true)
  for (path, text) in files { try Data(text.utf8).write(to: folder.appending(path: path)) }
  return folder
}
