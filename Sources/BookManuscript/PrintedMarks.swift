import BookDiagnostics
import BookLanguage
import BookModel

extension Decoder {
  /// Tells of what stands in a title or a name and would be printed with it: a word processor's
  /// marks of quotation around the whole, `by` before an author.
  mutating func checkPrintedMarks(_ book: YAMLNode) {
    for key in ["title", "subtitle", "author", "authors"] {
      guard let value = book[key] else { continue }
      for item in value.items {
        guard case .scalar = item.content, let text = item.string.map(trimmingWhiteSpace) else {
          continue
        }
        if let within = Self.withinCurlyMarks(text) {
          tellSurplus("the quotation marks around '\(within)'", item, key, within)
        } else if key.hasPrefix("author"), let name = Self.withoutBy(text) {
          tellSurplus("'\(text.dropLast(name.count + 1))'", item, key, name)
        }
      }
    }
  }

  private mutating func tellSurplus(
    _ what: String, _ node: YAMLNode, _ key: String, _ mended: String
  ) {
    let quoted = "\"\(mended.replacing("\"", with: "'"))\""
    add(
      Diagnostic(
        .surplusPrinted,
        "\(what) would be printed: no part of the \(key.hasPrefix("author") ? "name" : key)",
        at: node.span,
        fixIts: [FixIt("write \(quoted)", at: node.span, with: quoted)]))
  }

  /// The words between a word processor's marks that enclose all of a value and stand nowhere else.
  private static func withinCurlyMarks(_ text: String) -> String? {
    let marks = "“”„‘’‚«»"
    guard text.count > 2, let first = text.first, let last = text.last, marks.contains(first),
      marks.contains(last)
    else { return nil }
    let within = text.dropFirst().dropLast()
    return within.contains { marks.contains($0) && $0 != "’" } ? nil : String(within)
  }

  /// The name behind `by`, in the languages in which that is no part of names.
  private static func withoutBy(_ text: String) -> String? {
    for words in ManuscriptWords.ofAllLanguages.author {
      guard text.lowercased().hasPrefix(words + " "), !isParticle(words) else { continue }
      return trimmingWhiteSpace(String(text.dropFirst(words.count)))
    }
    return nil
  }

  private static func isParticle(_ word: String) -> Bool {
    PeopleWords.particles.contains { $0.joined.split(separator: " ").contains(word[...]) }
  }
}
