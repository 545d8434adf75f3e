// BookCLI: the command line. In: arguments. Out: text on the terminal and an exit status.
// It knows how to ask the pipeline and how to print, nothing of books.
package import ArgumentParser
import BookDiagnostics
import BookDisk
import BookPipeline

/// The command `bookc`.
///
/// Every command says its name: to have it made from the type's costs a search of all types.
package struct Bookc: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "bookc",
    abstract: "Compiles a memoir: Markdown chapters go in, a book comes out.",
    discussion: """
      EXAMPLES
        bookc new my-memoir        begin a book
        bookc import memoir.docx   make a book of a Word file
        bookc init my-chapters     make a book of a folder of Markdown files
        bookc build my-memoir      make the EPUB and the PDF, in my-memoir/dist
        bookc check my-memoir      only say what is wrong
        bookc explain B0301        what a message means

      EXIT STATUS
        0   done, perhaps with warnings
        1   errors in the book; what was made before is left as it was
        2   wrong usage, or the machine lacks something

      ENVIRONMENT
        NO_COLOR            when it is set, no message is coloured
        SOURCE_DATE_EPOCH   seconds since 1970 that stand for the day of the build
      """,
    version: version,
    subcommands: [
      Build.self, Check.self, Preview.self, Scan.self, DateCommand.self, Diff.self, People.self,
      Verify.self, Explain.self, New.self, Init.self, Import.self,
    ],
    defaultSubcommand: Build.self)

  private static let version = "0.1.0"

  package init() {}

  /// Runs the command that the arguments name and returns the exit status: 0 built, 1 errors in
  /// the book, 2 wrong usage or environment.
  package static func status(of arguments: [String]) async -> Int32 {
    // Asked by scripts and editors again and again; the parser looks through all types for it.
    if arguments.count == 1, ["--version", "-v", "-V", "version"].contains(arguments[0]),
      !DiskWorkspace.exists(arguments[0])
    {
      Terminal.output.write(version + "\n")
      return 0
    }
    if let word = arguments.first, let meant = commandMeant(by: word) {
      let rest = ([meant] + arguments.dropFirst().map { shellQuoted($0) }).joined(separator: " ")
      Terminal.errors.write(
        asCalled(
          "bookc: there is no command and no folder '\(word)'; did you mean 'bookc \(rest)'?\n"))
      return 2
    }
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let isHelp = exitCode(for: error) == .success
      if !isHelp, let words = bookBehindScan(arguments) ?? turnedAbout(arguments) {
        Terminal.errors.write(asCalled(words))
        return 2
      }
      let message = fullMessage(for: error)
      if isHelp {
        Terminal.output.write(message + "\n")
        return 0
      }
      Terminal.errors.write(
        message + "\n" + (blanksNote(on: arguments) ?? dashNote(on: arguments) ?? ""))
      return 2
    }
  }

  // `bookc scan my-memoir` does not say what is looked for.
  private static func bookBehindScan(_ arguments: [String]) -> String? {
    let kinds = Scan.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard arguments.first == Scan.configuration.commandName, let book = arguments.dropFirst().first,
      !kinds.contains(book)
    else { return nil }
    guard DiskWorkspace.exists(book) else {
      let meant = Self.otherKinds[book.lowercased()] ?? nearestWord(to: book, among: kinds)
      return meant.map { kind in
        let rest = ([kind] + arguments.dropFirst(2).map { shellQuoted($0) }).joined(separator: " ")
        return "bookc: nothing to scan is called '\(book)'; did you mean 'bookc scan \(rest)'?\n"
      }
    }
    let commands = kinds.map { "  bookc scan \($0) \(shellQuoted(book))\n" }
    return "bookc: say what to look for:\n" + commands.joined()
  }

  /// What to do with `—formats`, whose hyphens a program has made a dash.
  private static func dashNote(on arguments: [String]) -> String? {
    guard let word = arguments.first(where: { $0.hasPrefix("—") || $0.hasPrefix("–") }) else {
      return nil
    }
    return "An option begins with two hyphens: --\(word.drop { "—–-".contains($0) })\n"
  }

  /// What to do with a path of several words that the shell has made several arguments of.
  private static func blanksNote(on arguments: [String]) -> String? {
    let words = arguments.split { $0.hasPrefix("-") }
    for words in words where words.count > 1 {
      for start in words.indices.dropLast() {
        for end in words.indices[start...].dropFirst().prefix(mostBlanks) {
          let path = words[start...end].joined(separator: " ")
          if DiskWorkspace.exists(path) {
            return "A path with blanks in it goes between quotation marks: \(shellQuoted(path))\n"
          }
        }
      }
    }
    return nil
  }

  // In one name.
  private static let mostBlanks = 12

  // Whatever is no command is the book of `build`: a slip of the pen would be a missing folder.
  private static func commandMeant(by word: String) -> String? {
    let commands = commandNames
    guard !word.hasPrefix("-"), !commands.contains(word), word != "help",
      !DiskWorkspace.exists(word)
    else { return nil }
    return Self.otherWords[word.lowercased()] ?? nearestWord(to: word, among: commands)
  }

  /// What people call that for which a book is scanned.
  private static let otherKinds = [
    "persons": "people", "person": "people", "names": "people", "name": "people",
    "chronology": "events", "years": "dates",
  ]

  /// What other programs call the commands.
  private static let otherWords = [
    "make": "build", "compile": "build", "render": "build", "export": "build", "publish": "build",
    "lint": "check", "validate": "check", "test": "check", "serve": "preview", "watch": "preview",
    "start": "new", "create": "new", "convert": "import",
    "run": "build", "print": "build", "save": "build", "book": "build", "epub": "build",
    "pdf": "build", "open": "preview", "view": "preview", "index": "check",
  ]
}
