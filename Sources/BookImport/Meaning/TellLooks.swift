extension Manuscript {
  /// Tells of looks that the book shows otherwise, and keeps the language of runs only where it is
  /// another than the book's.
  mutating func tellLooks() {
    var underlined = 0
    var capitals = 0
    var foreign: [String: Int] = [:]
    let main = [document.properties.language, book.language].map(Self.primary)
    for index in lines.indices {
      for run in lines[index].paragraph.runs.indices {
        let looked = lines[index].paragraph.runs[run]
        // A title keeps no look of its own.
        if looked.look.contains(.underlined), !isTitle(lines[index].role) {
          if looked.link == nil {
            underlined += 1
          } else {
            lines[index].paragraph.runs[run].look.remove(.underlined)
          }
        }
        if looked.look.contains(.smallCapitals), !isTitle(lines[index].role) { capitals += 1 }
        guard let language = looked.language else { continue }
        if main.contains(Self.primary(language)) || !looked.text.contains(where: \.isLetter) {
          lines[index].paragraph.runs[run].language = nil
        } else {
          foreign[language, default: 0] += 1
        }
      }
    }
    if underlined > 0 {
      guesses.append(Guess(.underline, "\(underlined) stretches"))
    }
    if capitals > 0 { guesses.append(Guess(.capitals, "\(capitals) stretches")) }
    for (language, count) in foreign.sorted(by: { $0.key < $1.key }) {
      guesses.append(Guess(.language, "\(count) stretches marked as '\(language)'"))
    }
  }

  private func isTitle(_ role: Role) -> Bool {
    switch role {
    case .part, .chapter, .heading: true
    default: false
    }
  }

  static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}
