import BookDiagnostics
import BookLanguage
import BookModel

extension ChapterOrderReader {
  /// `_quarto.yml`: `book: chapters:`, with parts and appendices.
  mutating func quarto() -> ChapterOrder? {
    let path = "_quarto.yml"
    guard let book = readTree(path)?["book"] else { return nil }
    var chapters: [ListedChapter] = []
    var titlePages: Set<String> = []
    for item in book["chapters"]?.items ?? [] {
      var header = ChapterHeader()
      if let part = item["part"]?.string {
        header.part = part
        if let page = partPage(part) {
          header.part = page.title ?? partTitle(ofFolder: part)
          if page.isTitleAlone {
            titlePages.insert(part)
          } else if let opening = Self.listed(item["part"] ?? item, "", header) {
            chapters.append(opening)
          }
        }
        chapters += (item["chapters"]?.items ?? []).compactMap { Self.listed($0, "", header) }
      } else {
        // A part goes on until the next; what stands behind all of them is in none.
        if chapters.contains(where: { $0.header.part != nil }) { header.matter = .back }
        if let chapter = Self.listed(item, "", header) { chapters.append(chapter) }
      }
    }
    var appendix = ChapterHeader()
    appendix.matter = .back
    appendix.role = .appendix
    chapters += (book["appendices"]?.items ?? []).compactMap { Self.listed($0, "", appendix) }
    return order(path, in: "", chapters, others: titlePages)
  }

  /// `_bookdown.yml`: `rmd_files:`.
  mutating func bookdown() -> ChapterOrder? {
    let path = "_bookdown.yml"
    guard let files = readTree(path)?["rmd_files"] else { return nil }
    let chapters = files.items.compactMap { Self.listed($0, "", ChapterHeader()) }
    return order(path, in: "", chapters)
  }

  /// `mkdocs.yml`: `nav:`, whose groups are parts; a folder stands for what is in it.
  mutating func mkDocs() -> ChapterOrder? {
    guard
      let path = ["mkdocs.yml", "mkdocs.yaml"].first(where: { workspace.kind(of: $0) == .file }),
      let tree = readTree(path), let nav = tree["nav"]
    else { return nil }
    let folder = tree["docs_dir"]?.string.flatMap { Book.resolve($0, in: []) } ?? "docs"
    var chapters: [ListedChapter] = []
    for item in nav.items {
      var header = ChapterHeader()
      let isGroup = item.entries.first.map { $0.value.string == nil } ?? false
      if isGroup {
        header.part = item.entries.first?.key
      } else if chapters.contains(where: { $0.header.part != nil }) {
        header.matter = .back
      }
      chapters += pages(of: item, in: folder, header)
    }
    return order(path, in: folder, chapters)
  }

  private func pages(
    of item: YAMLNode, in folder: String, _ header: ChapterHeader
  ) -> [ListedChapter] {
    switch item.content {
    case .sequence(let items): return items.flatMap { pages(of: $0, in: folder, header) }
    case .mapping(let entries): return entries.flatMap { pages(of: $0.value, in: folder, header) }
    case .scalar:
      guard let name = item.string,
        let page = Self.listed(name, in: folder, at: item.span, header: header)
      else { return [] }
      guard workspace.kind(of: page.file) == .folder else { return [page] }
      let contents = FolderContents(page.file, in: workspace, language: Language.of(language))
      return contents.files.map { ListedChapter(file: $0.path, span: item.span, header: header) }
    }
  }

  /// A name, or a mapping with a file.
  private static func listed(
    _ item: YAMLNode, _ folder: String, _ header: ChapterHeader
  ) -> ListedChapter? {
    let node = item["file"] ?? item["href"] ?? item
    guard let name = node.string else { return nil }
    return listed(name, in: folder, at: node.span, header: header)
  }

  /// The file that a part's title stands in, where the title names one.
  private mutating func partPage(_ name: String) -> PartPage? {
    guard let (bytes, source) = read(name) else { return nil }
    return PartPage(bytes, source: source, language: language)
  }
}
