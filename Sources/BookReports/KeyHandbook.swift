package import BookModel

extension YAMLFileDescription {
  /// Its keys with an example each, as `bookc explain` prints them.
  package var explanation: String {
    var text = "\(name): \(meaning)\n"
    for key in around + keys { key.explain(to: &text, indent: "") }
    return text
  }

  /// Its chapter of the handbook, in Markdown.
  package var handbookChapter: String {
    var text = "## \(name)\n\n\(meaning)\n"
    if !around.isEmpty {
      text += "\nThe file is a list, or these keys with the list under the first:\n"
      text += KeyDescription.table(around, under: "")
      text += "\nEach entry of the list has:\n"
    }
    return text + KeyDescription.table(keys, under: "")
  }
}

extension KeyDescription {
  /// Keys under this one.
  var keys: [KeyDescription] {
    switch value {
    case .group(let keys, _), .groups(let keys, _): keys
    default: []
    }
  }

  /// What may stand under it, in words.
  var kind: String {
    switch value {
    case .words: "words"
    case .list: "words, or a list of them"
    case .number: "a number"
    case .yesOrNo: "yes or no"
    case .date: "a date"
    case .oneOf(let words): words.joined(separator: ", ")
    case .group(_, let orWords): orWords ? "words, or keys of its own" : "keys of its own"
    case .groups(_, let orWords):
      orWords ? "words, or a list of words or of keys" : "a list of groups of keys"
    }
  }

  fileprivate func explain(to text: inout String, indent: String) {
    text += "\n\(indent)\(name): \(example)\n\(indent)    \(kind). \(meaning)\n"
    for key in keys where key.name != name {
      text += "\(indent)    \(key.name): \(key.kind). \(key.meaning)\n"
    }
  }

  fileprivate static func table(_ keys: [KeyDescription], under path: String) -> String {
    var text = "\n| key | holds | for example | |\n|---|---|---|---|\n"
    for key in keys { text += key.rows(under: path) }
    return text
  }

  private func rows(under path: String) -> String {
    let cells = [
      "`\(path)\(name)`", kind, "`\(name): \(example)`", meaning,
    ].map { $0.replacing("|", with: "\\|") }
    return "| " + cells.joined(separator: " | ") + " |\n"
      + keys.map { $0.rows(under: "\(path)\(name).") }.joined()
  }
}
