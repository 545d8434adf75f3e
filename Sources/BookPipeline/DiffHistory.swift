import BookDiagnostics
import BookDisk
import BookLanguage
import BookMarkup
import BookManuscript
import BookModel
import BookReports

/// The book's length at up to `most` revisions on the way to `commit`, oldest first.
///
/// The last commit of a day stands for the day where there are many. Every version of a chapter is
/// read and counted once.
func progress(to commit: String, ofBookAt folder: String, jobs: Int, most: Int = 60) async
  -> [ProgressPoint]
{
  guard let git = try? Git.open(folder) else { return [] }
  let (objects, prefix) = (GitObjects(git), git.prefix)
  let commits = sampled(git.history(to: commit), most: most)
  let trees = objects.trees(
    commits.flatMap { ["\($0.id):\(prefix)chapters", "\($0.id):\(prefix)"] })
  let books = commits.indices.map { index in
    chapterFiles(inFolder: trees[2 * index], beside: trees[2 * index + 1])
  }
  let blobs = objects.blobs(books.flatMap { $0 }).sorted { $0.key < $1.key }
  let counts = await blobs.mapInOrder(jobs: jobs) { _, blob in
    parseChapter(
      blob.value, source: SourceID(0), header: ChapterHeader(), language: Language.unstated
    ).value.wordCount
  }
  let words = Dictionary(zip(blobs.map(\.key), counts)) { first, _ in first }
  return zip(commits, books).map { commit, chapters in
    ProgressPoint(
      revision: commit.revision, date: commit.date, day: commit.time / 86_400,
      words: chapters.reduce(0) { $0 + (words[$1] ?? 0) })
  }
}

/// The blobs of the Markdown files that a book without a list of chapters consists of.
private func chapterFiles(inFolder: [String: String]?, beside: [String: String]?) -> [String] {
  func markdown(_ files: [String: String]?) -> [String] {
    (files ?? [:]).filter { name, _ in
      let name = name.lowercased()
      return !name.hasPrefix(".") && name != "readme.md"
        && hasMarkdownEnding(name)
    }.map(\.value)
  }
  let chapters = markdown(inFolder)
  return chapters.isEmpty ? markdown(beside) : chapters
}

/// The last commit of each day; of too many days an even choice with both ends.
private func sampled(_ commits: [Commit], most: Int) -> [Commit] {
  guard commits.count > most else { return commits }
  var daily: [Commit] = commits.first.map { [$0] } ?? []
  for (index, commit) in commits.enumerated().dropFirst() {
    let isLast =
      index + 1 == commits.count || commits[index + 1].time / 86_400 != commit.time / 86_400
    if isLast { daily.append(commit) }
  }
  guard daily.count > most else { return daily }
  return (0..<most).map { daily[$0 * (daily.count - 1) / (most - 1)] }
}
