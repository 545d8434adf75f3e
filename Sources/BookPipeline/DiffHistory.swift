import BookDiagnostics
import BookMarkup
import BookModel
import BookReports

/// The book's length at up to `most` revisions on the way to `commit`, oldest first.
///
/// The last commit of a day stands for the day where there are many. Every version of a chapter is
/// read and counted once.
func progress(to commit: String, ofBookAt folder: String, jobs: Int, most: Int = 60) async
  -> [ProgressPoint]
{
  let objects = GitObjects(folder: folder)
  guard let prefix = objects.line(["rev-parse", "--show-prefix"]),
    let log = objects.run([
      "log", "--reverse", "--date-order", "--abbrev=12", "--format=%H %h %ct %cs", commit, "--",
      ".",
    ])
  else { return [] }
  let commits = sampled(log.split(separator: 0x0A).compactMap(HistoricCommit.init), most: most)
  let trees = objects.trees(
    commits.flatMap { ["\($0.id):\(prefix)chapters", "\($0.id):\(prefix)"] })
  let books = commits.indices.map { index in
    chapterFiles(inFolder: trees[2 * index], beside: trees[2 * index + 1])
  }
  let blobs = objects.blobs(books.flatMap { $0 }).sorted { $0.key < $1.key }
  let counts = await blobs.mapInOrder(jobs: jobs) { _, blob in
    parseChapter(
      blob.value, source: SourceID(0), header: ChapterHeader(), language: "en"
    ).value.wordCount
  }
  let words = Dictionary(zip(blobs.map(\.key), counts)) { first, _ in first }
  return zip(commits, books).map { commit, chapters in
    ProgressPoint(
      revision: commit.revision, date: commit.date, day: commit.time / 86_400,
      words: chapters.reduce(0) { $0 + (words[$1] ?? 0) })
  }
}

/// A commit that touched the book.
private struct HistoricCommit {
  var id: String
  var revision: String
  var date: String
  var time: Int

  init?(_ line: ArraySlice<UInt8>) {
    let parts = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
    guard parts.count == 4, let time = Int(parts[2]) else { return nil }
    (id, revision, date, self.time) = (parts[0], parts[1], parts[3], time)
  }
}

/// The blobs of the Markdown files that a book without a list of chapters consists of.
private func chapterFiles(inFolder: [String: String]?, beside: [String: String]?) -> [String] {
  func markdown(_ files: [String: String]?) -> [String] {
    (files ?? [:]).filter { name, _ in
      let name = name.lowercased()
      return !name.hasPrefix(".") && name != "readme.md"
        && (name.hasSuffix(".md") || name.hasSuffix(".markdown"))
    }.map(\.value)
  }
  let chapters = markdown(inFolder)
  return chapters.isEmpty ? markdown(beside) : chapters
}

/// The last commit of each day; of too many days an even choice with both ends.
private func sampled(_ commits: [HistoricCommit], most: Int) -> [HistoricCommit] {
  guard commits.count > most else { return commits }
  var daily: [HistoricCommit] = commits.first.map { [$0] } ?? []
  for (index, commit) in commits.enumerated().dropFirst() {
    let isLast =
      index + 1 == commits.count || commits[index + 1].time / 86_400 != commit.time / 86_400
    if isLast { daily.append(commit) }
  }
  guard daily.count > most else { return daily }
  return (0..<most).map { daily[$0 * (daily.count - 1) / (most - 1)] }
}
