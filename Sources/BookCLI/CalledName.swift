import ArgumentParser
import BookDisk
import BookPipeline

/// Messages name the command as it was called: `Scripts/bookc build`, where bookc is on no path and
/// that is what was typed; and the book that it was called for, without which the command would be
/// about another one.
func asCalled(_ text: String, book: String? = nil) -> String {
  var text = text
  if let book {
    for command in commandsOfBooks {
      text = text.replacing("`bookc \(command)`", with: "`bookc \(command) \(shellQuoted(book))`")
    }
    if !book.contains("'") {
      text = text.replacing("`bookc import '", with: "`bookc import '\(book)/")
      text = text.replacing(
        " --into .` in the book's folder", with: " --into \(shellQuoted(book))`")
    }
  }
  guard let called = Environment.value("BOOKC_COMMAND"), !called.isEmpty, called != "bookc" else {
    return text
  }
  let commands = Bookc.configuration.subcommands.compactMap { $0.configuration.commandName }
  for command in commands {
    for before in ["`", "'", " "] {
      text = text.replacing("\(before)bookc \(command)", with: "\(before)\(called) \(command)")
    }
  }
  return text
}

/// Commands as messages give them, which work on a book.
private let commandsOfBooks = [
  "build", "check", "check --convert", "preview", "scan", "scan people", "scan people --write",
  "scan events", "scan events --write", "scan dates",
]
