import BookDiagnostics
import BookModel

extension Decoder {
  /// The mapping with its keys as bookc names them.
  ///
  /// Capitals do not matter, and `lang` and the like are understood; of every key that is read so,
  /// or means nothing, there is one warning.
  mutating func known(_ node: YAMLNode, _ keys: [String], where place: String) -> YAMLNode {
    guard case .mapping(var entries) = node.content else { return node }
    for index in entries.indices where !keys.contains(entries[index].key) {
      let typed = entries[index].key
      guard let meant = Self.meaning(of: typed, among: keys),
        !entries.contains(where: { $0.key == meant })
      else { continue }
      let span = entries[index].keySpan
      add(
        Diagnostic(
          .unknownKey, "'\(typed)' is not a key of \(place); it is read as '\(meant)'", at: span,
          fixIts: [FixIt("write '\(meant)'", at: span, with: meant)]))
      entries[index].key = meant
    }
    let mended = YAMLNode(.mapping(entries), span: node.span)
    checkKeys(of: mended, known: keys, where: place)
    return mended
  }

  private static func meaning(of typed: String, among keys: [String]) -> String? {
    let small = typed.lowercased()
    if let key = keys.first(where: { $0.lowercased() == small }) { return key }
    if let key = otherPrograms[small] { return keys.contains(key) ? key : nil }
    // Without these there is no book.
    return nearestWord(to: small, among: keys).flatMap { needed.contains($0) ? $0 : nil }
  }

  private static let needed = ["title", "author", "language"]

  /// What pandoc, Quarto, Jekyll, Leanpub and mdBook call what bookc calls otherwise.
  private static let otherPrograms = [
    "lang": "language", "locale": "language", "creator": "author", "writer": "author",
    "pubdate": "date", "year": "date", "published": "date", "publication-date": "date",
    "publication_date": "date", "size": "trim", "page_size": "trim", "trim_size": "trim",
    "copyright": "rights",
    "license": "rights", "abstract": "description", "summary": "description",
    "keywords": "subjects", "tags": "subjects", "cover-image": "cover", "cover_image": "cover",
    "papersize": "trim", "page-size": "trim", "trim-size": "trim", "booktitle": "title",
    "name": "title",
  ]
}
