import BookDiagnostics
import BookMarkup
import BookModel
import BookReports

/// The book's length at up to `most` revisions on the way to `commit`, oldest first.
///
/// One run of git tells which files each commit changed; only the chapters of the commits that are
/// kept are read, each version of a file once. The last commit of a day stands for the day.
func progress(to commit: String, ofBookAt folder: String, jobs: Int, most: Int = 60) async
  -> [ProgressPoint]
{
  let objects = GitObjects(folder: folder)
  guard
    let log = objects.run([
      "log", "--reverse", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev",
      "--relative", "--format=%x01%H %h %ct %cs", "--abbrev=12", commit, "--", ".",
    ])
  else { return [] }
  let points = sampled(history(log), most: most)
  let ids = Set(points.flatMap { $0.chapters.values })
  let blobs = objects.blobs(Array(ids)).sorted { $0.key < $1.key }
  let counts = await blobs.mapInOrder(jobs: jobs) { _, blob in
    parseChapter(
      blob.value, source: SourceID(0), header: ChapterHeader(), language: "en"
    ).value.wordCount
  }
  let words = Dictionary(zip(blobs.map(\.key), counts)) { first, _ in first }
  return points.map { point in
    ProgressPoint(
      revision: point.revision, date: point.date, day: point.time / 86_400,
      words: point.chapters.values.reduce(0) { $0 + (words[$1] ?? 0) })
  }
}

/// A commit and the chapters it holds, as path and blob.
private struct HistoricBook {
  var revision: String
  var date: String
  var time: Int
  var chapters: [String: String]
}

/// Every commit with its chapters, oldest first.
private func history(_ log: [UInt8]) -> [HistoricBook] {
  var result: [HistoricBook] = []
  var files: [String: String] = [:]
  var change: String?
  for field in log.split(separator: 0) {
    var field = field
    while field.first == 0x0A { field = field.dropFirst() }
    if field.first == 0x01 {
      let parts = String(decoding: field.dropFirst(), as: UTF8.self).split {
        $0 == " " || $0 == "\n"
      }
      guard parts.count >= 4 else { continue }
      result.append(
        HistoricBook(
          revision: String(parts[1]), date: String(parts[3]), time: Int(parts[2]) ?? 0,
          chapters: files))
    } else if field.first == UInt8(ascii: ":") {
      // `:100644 100644 OLD NEW M`, then the path as the next field.
      let parts = field.split(separator: 0x20)
      change = parts.count >= 5 ? String(decoding: parts[3], as: UTF8.self) : nil
    } else if let id = change {
      let path = String(decoding: field, as: UTF8.self)
      files[path] = id.allSatisfy({ $0 == "0" }) ? nil : id
      change = nil
      if !result.isEmpty { result[result.count - 1].chapters = files }
    }
  }
  return result.map { book in
    var book = book
    book.chapters = chapterFiles(book.chapters)
    return book
  }
}

/// The Markdown files that a book without a list of chapters consists of.
private func chapterFiles(_ files: [String: String]) -> [String: String] {
  let markdown = files.filter { path, _ in
    let path = path.lowercased()
    return (path.hasSuffix(".md") || path.hasSuffix(".markdown")) && !path.hasSuffix("readme.md")
  }
  let inFolder = markdown.filter { $0.key.hasPrefix("chapters/") && $0.key.split(separator: "/").count == 2 }
  return inFolder.isEmpty ? markdown.filter { !$0.key.contains("/") } : inFolder
}

/// The last commit of each day; of too many days an even choice with both ends.
private func sampled(_ books: [HistoricBook], most: Int) -> [HistoricBook] {
  guard books.count > most else { return books }
  var daily: [HistoricBook] = books.first.map { [$0] } ?? []
  for (index, book) in books.enumerated().dropFirst() {
    let isLast = index + 1 == books.count || books[index + 1].time / 86_400 != book.time / 86_400
    if isLast { daily.append(book) }
  }
  guard daily.count > most else { return daily }
  return (0..<most).map { daily[$0 * (daily.count - 1) / (most - 1)] }
}
