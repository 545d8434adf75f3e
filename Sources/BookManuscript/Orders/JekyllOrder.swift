import BookDiagnostics
import BookLanguage
import BookModel

extension ChapterOrderReader {
  /// The collections of Jekyll, folders such as `_posts` and `_chapters` beside `_config.yml`; of
  /// several each is a part.
  func jekyll() -> ChapterOrder? {
    guard workspace.kind(of: "_config.yml") == .file else { return nil }
    let collections = workspace.names(in: "").filter { name in
      name.hasPrefix("_") && !Self.machinery.contains(name) && workspace.kind(of: name) == .folder
        && workspace.names(in: name).contains(where: hasMarkdownEnding)
    }
    guard let first = collections.first else { return nil }
    let chapters = collections.flatMap { folder in
      let contents = FolderContents(folder, in: workspace, language: Language.of(language))
      return contents.files.map { file in
        var header = ChapterHeader()
        header.part = collections.count > 1 ? partTitle(ofFolder: String(folder.dropFirst())) : nil
        return ListedChapter(
          file: file.path, span: SourceSpan(file: SourceID(0), start: 0, end: 0), header: header)
      }
    }
    return order(first, in: collections.count > 1 ? "" : first, chapters)
  }

  /// Folders of Jekyll that hold no text of the author's, or drafts.
  private static let machinery: Set<String> = [
    "_data", "_drafts", "_includes", "_layouts", "_plugins", "_sass", "_site",
  ]
}
