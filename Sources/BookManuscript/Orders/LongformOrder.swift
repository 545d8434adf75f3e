import BookDiagnostics
import BookMarkup
import BookModel

extension ChapterOrderReader {
  /// The order of Longform, a plug-in of Obsidian, where one of the notes is its index: `scenes:`
  /// under `longform:` in its header.
  mutating func longform(among found: [FoundChapter]) -> ChapterOrder? {
    for chapter in found {
      let file = sources[chapter.source]
      guard let node = Self.header(of: file.bytes, chapter.source)?["longform"],
        let scenes = node["scenes"]
      else { continue }
      var folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      if let own = node["sceneFolder"]?.string {
        let parts = folder.split(separator: "/").map(String.init)
        folder = Book.resolve(String(own.drop { $0 == "/" }), in: parts) ?? folder
      }
      let chapters = Self.scenes(scenes).compactMap { scene in
        scene.string.flatMap {
          Self.listed($0 + ".md", in: folder, at: scene.span, header: ChapterHeader())
        }
      }
      let ignored = (node["ignoredFiles"]?.items ?? []).compactMap(\.string)
        .map { joined(folder, $0 + ".md") }
      if let order = order(file.path, in: folder, chapters, others: Set(ignored)) { return order }
    }
    return nil
  }

  /// The scenes one after the other; some stand below others.
  private static func scenes(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items.flatMap(scenes) }
    return [node]
  }

  /// The header's tree, where the header speaks of Longform at all.
  private static func header(of bytes: [UInt8], _ source: SourceID) -> YAMLNode? {
    guard let range = chapterHeaderRange(bytes),
      bytes[range].firstRange(of: Array("longform:".utf8)) != nil
    else { return nil }
    return readYAML(maskedHeader(bytes, range), source: source).value
  }
}
