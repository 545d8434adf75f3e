/// What Markdown names in one place and explains in another: addresses, pictures, notes.
struct MarkdownReferences {
  /// Addresses by their names in small letters.
  private(set) var addresses: [String: String] = [:]
  /// The lines of each note by its label.
  private(set) var notes: [String: [Substring]] = [:]
  /// The labels in the order of the file.
  private(set) var noteLabels: [String] = []

  /// The lines without those that explain something.
  mutating func taken(from lines: [Substring]) -> [Substring] {
    var rest: [Substring] = []
    var note: String?
    for line in lines {
      if let (label, text) = Self.definition(line) {
        note = nil
        if label.hasPrefix("^") {
          let label = String(label.dropFirst())
          if notes[label] == nil { noteLabels.append(label) }
          notes[label, default: []] += ["", text]
          note = label
        } else {
          addresses[label.lowercased()] = Self.address(text)
        }
        continue
      }
      // A note goes on with what is set in below it.
      if let label = note {
        let isBlank = line.allSatisfy(\.isWhitespace)
        if isBlank || line.hasPrefix("  ") || line.hasPrefix("\t") {
          notes[label]?.append(line.drop { $0 == " " || $0 == "\t" })
          continue
        }
        note = nil
      }
      rest.append(line)
    }
    return rest
  }

  /// `[label]: what it is`.
  private static func definition(_ line: Substring) -> (String, Substring)? {
    let text = line.prefix(4).drop { $0 == " " }
    guard text.first == "[", let close = line.firstIndex(of: "]") else { return nil }
    let colon = line.index(after: close)
    guard colon < line.endIndex, line[colon] == ":" else { return nil }
    let open = line.index(after: line.firstIndex(of: "[") ?? line.startIndex)
    guard open < close else { return nil }
    return (String(line[open..<close]), line[line.index(after: colon)...].drop { $0 == " " })
  }

  /// The address, in angle brackets or not, without a title behind it.
  static func address(_ text: Substring) -> String {
    if text.first == "<", let close = text.firstIndex(of: ">") {
      return String(text[text.index(after: text.startIndex)..<close])
    }
    return String(text.prefix { !$0.isWhitespace })
  }
}
