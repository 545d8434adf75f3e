/// How letters look.
package struct Look: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let italic = Look(rawValue: 1)
  package static let bold = Look(rawValue: 2)
  package static let struck = Look(rawValue: 4)
  package static let raised = Look(rawValue: 8)
  package static let lowered = Look(rawValue: 16)
  package static let smallCapitals = Look(rawValue: 32)
  /// What stands in for italics on a typewriter.
  package static let underlined = Look(rawValue: 64)
}

/// A stretch of a paragraph that looks the same all through, or one thing among the words.
package struct TypedRun: Sendable, Equatable {
  /// What stands there.
  package enum Content: Sendable, Equatable {
    case text(String)
    /// A new line in the same paragraph.
    case lineBreak
    /// A new page in the midst of a paragraph.
    case pageBreak
    /// A note, by index into the document's.
    case note(Int)
    /// A picture, by index into the document's.
    case picture(Int)
  }
  /// What stands there.
  package var content: Content
  /// How it looks.
  package var look: Look
  /// The address that it leads to.
  package var link: String?
  /// Its language where the file names one, as a tag.
  package var language: String?

  package init(
    _ content: Content, look: Look = [], link: String? = nil, language: String? = nil
  ) {
    self.content = content
    self.look = look
    self.link = link
    self.language = language
  }

  /// The words, empty for anything else.
  package var text: String {
    if case .text(let text) = content { return text }
    return ""
  }

  /// Whether two runs differ in their words alone.
  func looksLike(_ other: TypedRun) -> Bool {
    look == other.look && link == other.link && language == other.language
  }
}

extension [TypedRun] {
  /// The words; a line break is a blank.
  package var text: String {
    reduce(into: "") { text, run in
      switch run.content {
      case .text(let words): text += words
      case .lineBreak, .pageBreak: text += " "
      case .note, .picture: break
      }
    }
  }

  /// Whether nothing is to be seen: no words, no picture, no note.
  var isBlank: Bool {
    allSatisfy { run in
      switch run.content {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .lineBreak, .pageBreak: true
      case .note, .picture: false
      }
    }
  }

  /// The look that all words share.
  var commonLook: Look {
    let looks = filter { $0.text.contains { !$0.isWhitespace } }.map(\.look)
    guard let first = looks.first else { return [] }
    return looks.dropFirst().reduce(first) { $0.intersection($1) }
  }

  /// The runs without some of their looks.
  func removing(_ look: Look) -> [TypedRun] {
    map { run in
      var run = run
      run.look.subtract(look)
      return run
    }
  }

  /// Neighbours that look the same as one run, empty ones left out.
  var joined: [TypedRun] {
    var result: [TypedRun] = []
    for run in self {
      if case .text(let text) = run.content {
        if text.isEmpty { continue }
        if let last = result.last, case .text(let before) = last.content, last.looksLike(run) {
          result[result.count - 1].content = .text(before + text)
          continue
        }
      }
      result.append(run)
    }
    return result
  }

  /// The lines, cut at line breaks.
  var lines: [[TypedRun]] {
    split(omittingEmptySubsequences: false) { $0.content == .lineBreak }.map { Array($0) }
  }
}
