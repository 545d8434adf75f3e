import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// Stores the chapters that are in an older encoding anew as UTF-8, their text the same, and returns
/// their paths within the book.
package func convertChapters(
  ofBookAt folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> [String] {
  if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
  let read = await readBook(
    in: DiskWorkspace(root: folder), sourceDateEpoch: surroundings.sourceDateEpoch,
    jobs: surroundings.jobs)
  let files = read.diagnostics.filter { $0.code == .olderEncoding }
    .compactMap { $0.span.map { read.sources[$0.file] } }
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write(
    files.map { Artifact(path: $0.path, bytes: $0.bytes) })
  return files.map(\.path)
}
