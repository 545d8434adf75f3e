package import ArgumentParser
import BookDiagnostics
import BookModel
import BookPipeline

/// `bookc init`: a book of a folder of chapters.
package struct Init: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a book of a folder of Markdown files: write its book.yaml.",
    discussion: """
      EXAMPLES
        bookc init my-chapters --title "The House on Mill Lane" --author "Ruth Berg"
        bookc init                           the current folder
      """)

  @Argument(help: "The folder; without it the current one.")
  var folder = "."

  @OptionGroup var names: BookNames
  @OptionGroup var jobs: JobsOption

  package init() {}

  package func run() async throws {
    let book = NewBook(folder: folder, title: names.title, author: names.author)
    let surroundings = try jobs.surroundings()
    let outcome = try await reportingFailures { () async throws(BuildFailure) in
      try await initialise(book, in: surroundings)
    }
    Terminal.output.write(
      asCalled(
        "\(folder)/book.yaml is written; look it over.\n" + contents(of: outcome)
          + "The book is made by: bookc build \(shellQuoted(folder))\n"))
  }
}

/// The chapters read, in the order of the book, with their words: one that is not in it is seen to
/// be missing.
///
/// Behind them what was left aside without a word.
func contents(of outcome: CheckOutcome) -> String {
  let chapters = outcome.chapters
  guard !chapters.isEmpty else { return "" }
  let widest = chapters.map(\.path.count).max() ?? 0
  let words = chapters.map { grouped($0.words) }
  let digits = words.map(\.count).max() ?? 0
  let lines = zip(chapters, words).map { chapter, words in
    let blanks = widest - chapter.path.count + digits - words.count
    return "  \(chapter.path)  " + String(repeating: " ", count: blanks) + "\(words)\n"
  }
  let all = counted(chapters.reduce(0) { $0 + $1.words }, "word", "words")
  let order = outcome.order.map { ", in the order of \($0)" } ?? ""
  let aside = outcome.setAside.joined(separator: ", ")
  return
    "\(counted(chapters.count, "chapter", "chapters")), \(all)\(order):\n"
    + lines.joined() + (aside.isEmpty ? "" : "Not in the book: \(aside)\n")
}
