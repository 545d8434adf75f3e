import ArgumentParser
import BookDisk

/// Messages name the command as it was called: `Scripts/bookc build`, where bookc is on no path and
/// that is what was typed.
func asCalled(_ text: String) -> String {
  guard let called = Environment.value("BOOKC_COMMAND"), !called.isEmpty, called != "bookc" else {
    return text
  }
  let commands = Bookc.configuration.subcommands.compactMap { $0.configuration.commandName }
  var text = text
  for command in commands {
    for before in ["`", "'", " "] {
      text = text.replacing("\(before)bookc \(command)", with: "\(before)\(called) \(command)")
    }
  }
  return text
}
