import ArgumentParser
import BookDisk
import BookPipeline

// Arguments that mean something plain and are written another way.
extension Bookc {
  /// What is meant by arguments in which the command stands behind the book, or a format is an
  /// option of its own; nil for any other.
  static func turnedAbout(_ arguments: [String]) -> String? {
    commandBehindBook(arguments) ?? formatAsOption(arguments)
  }

  /// `bookc my-memoir build`.
  private static func commandBehindBook(_ arguments: [String]) -> String? {
    guard arguments.count > 1, DiskWorkspace.exists(arguments[0]),
      commandNames.contains(arguments[1]), !commandNames.contains(arguments[0]),
      !DiskWorkspace.exists(arguments[1])
    else { return nil }
    let meant = [arguments[1], arguments[0]] + arguments.dropFirst(2)
    return "bookc: the command comes before the book: 'bookc \(line(meant))'\n"
  }

  /// `--pdf`, `--format=pdf`, `-f pdf`.
  private static func formatAsOption(_ arguments: [String]) -> String? {
    let command = arguments.first.flatMap { commandNames.contains($0) ? $0 : nil }
    guard command == nil || command == Build.configuration.commandName,
      let index = arguments.firstIndex(where: {
        formatOptions.contains($0) || $0.hasPrefix("--format=")
          || outputFormatNames.contains(String($0.dropFirst(2))) && $0.hasPrefix("--")
      })
    else { return nil }
    var rest = arguments
    let word = rest.remove(at: index)
    var format = word.hasPrefix("--format=") ? String(word.dropFirst("--format=".count)) : ""
    if formatOptions.contains(word), index < rest.count { format = rest.remove(at: index) }
    if format.isEmpty { format = formatOptions.contains(word) ? "pdf" : String(word.dropFirst(2)) }
    if !rest.contains(where: commandNames.contains) { rest.insert("build", at: 0) }
    return "bookc: no option is called '\(word)'; what is made says "
      + "'bookc \(line(rest + ["--formats", format]))'\n"
  }

  private static let formatOptions = ["-f", "--format", "-t", "--to"]

  private static func line(_ arguments: [String]) -> String {
    arguments.map(shellQuoted).joined(separator: " ")
  }

  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
