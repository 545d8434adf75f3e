import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel

/// Stores the chapters that are in an older encoding anew as UTF-8, their text the same.
///
/// Returns their paths within the book, and a sentence for each earlier run that was stopped and had
/// left something half done.
package func convertChapters(
  ofBookAt folder: String, in surroundings: Surroundings
) async throws(BuildFailure) -> (paths: [String], restored: [String]) {
  let restored = restore([folder])
  if let why = whyNoBook(at: folder) { throw .unreadable(path: folder, reason: why) }
  let read = await readBook(
    in: DiskWorkspace(root: folder), sourceDateEpoch: surroundings.sourceDateEpoch,
    jobs: surroundings.jobs)
  let files = read.diagnostics.filter { $0.code == .olderEncoding }
    .compactMap { $0.span.map { read.sources[$0.file] } }
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write(
    files.map { Artifact(path: $0.path, bytes: $0.bytes) })
  return (files.map(\.path), restored)
}
