import BookDiagnostics
import BookModel

extension Decoder {
  /// What a chapter's own header says, or its entry in book.yaml's list.
  mutating func chapterHeader(_ node: YAMLNode) -> ChapterHeader {
    var header = ChapterHeader()
    header.title = string(node["title"], "title")
    header.short = string(node["short"], "short")
    header.role = word(node["role"], "role", ChapterRole.self)
    if let matter = word(node["matter"], "matter", Matter.self) {
      header.matter = matter
    } else if let role = header.role {
      header.matter = role.usualMatter
    }
    header.ordinal = string(node["ordinal"], "ordinal")
    header.part = string(node["part"], "part")
    header.volume = string(node["volume"], "volume")
    header.date = writtenOn(node["date"])
    header.dateSpan = node["date"]?.span
    header.isDraft = boolean(node["draft"], "draft") ?? false
    return header
  }

  /// The day a chapter was written: EDTF, a day as people write it, or one with an hour behind it.
  private mutating func writtenOn(_ node: YAMLNode?) -> WrittenDate? {
    guard let node, let text = string(node, "date") else { return nil }
    let date = WrittenDate(text)
    if date.edtf != nil { return date }
    let day = text.prefix { $0 != "T" && $0 != " " }
    if let read = writtenDay(text), WrittenDate(read).edtf != nil { return WrittenDate(read) }
    if day.count < text.count, WrittenDate(String(day)).edtf != nil {
      return WrittenDate(String(day))
    }
    // "Summer 2016" says the year at least.
    let years = text.split { !$0.isNumber }.filter { $0.count == 4 }
    if years.count == 1, text.contains(where: \.isLetter) { return WrittenDate(String(years[0])) }
    add(
      Diagnostic(
        .dateMalformed, "'\(text)' is no day such as 2016-08-05, 2016-08 or 2016", at: node.span))
    return nil
  }

  /// `Draft: yes` is told, and a draft until it is mended.
  private static func inSmallLetters(_ node: YAMLNode) -> YAMLNode {
    guard case .mapping(var entries) = node.content else { return node }
    for index in entries.indices { entries[index].key = entries[index].key.lowercased() }
    return YAMLNode(.mapping(entries), span: node.span)
  }

  /// Whether a head says in other words than `draft` that its chapter is not to be printed: the key
  /// is told of, and the chapter kept back until it is mended.
  static func isKeptBack(_ node: YAMLNode) -> Bool {
    node.entries.contains { entry in
      let truth = entry.value.string.flatMap(Self.truth)
      return switch entry.key.lowercased() {
      case "private", "hidden", "secret", "privat", "entwurf", "brouillon", "privé", "borrador":
        truth == true
      // "published" is Jekyll's.
      case "print", "printed", "publish", "published", "public", "include": truth == false
      // Hugo's, and that of writers' programs.
      case "status": entry.value.string?.lowercased() == "draft"
      default: false
      }
    }
  }

  /// The list of chapters, nil when book.yaml has none.
  mutating func chapterList(_ node: YAMLNode?) -> [ListedChapter]? {
    guard let node else { return nil }
    if !node.entries.isEmpty {
      add(Diagnostic(.wrongValue, "'chapters' must be a list of files", at: node.span))
      return nil
    }
    let items = node.items
    if items.isEmpty { return nil }
    checkKeys(
      of: items, known: BookYAML.keys(under: "chapters"), where: "a chapter in book.yaml")
    return items.compactMap { item in
      let item = Self.inSmallLetters(item)
      guard case .mapping = item.content else {
        return string(item, "chapters").map {
          ListedChapter(file: $0, span: item.span, header: ChapterHeader())
        }
      }
      guard let file = string(item["file"], "file") else {
        add(Diagnostic(.wrongValue, "a chapter needs a 'file'", at: item.span))
        return nil
      }
      return ListedChapter(
        file: file, span: item["file"]?.span ?? item.span, header: chapterHeader(item))
    }
  }
}

extension ChapterRole {
  /// Where a chapter of this role stands when nothing else is said.
  var usualMatter: Matter {
    switch self {
    case .dedication, .epigraph, .foreword, .preface, .introduction: .front
    case .afterword, .acknowledgments, .appendix, .colophon: .back
    }
  }
}

extension ChapterHeader {
  /// This header with what `own` says laid over it.
  func overlaid(with own: ChapterHeader, keys: Set<String>) -> ChapterHeader {
    var header = self
    if keys.contains("title") { header.title = own.title }
    if keys.contains("short") { header.short = own.short }
    if keys.contains("matter") || keys.contains("role") { header.matter = own.matter }
    if keys.contains("role") { header.role = own.role }
    if keys.contains("ordinal") { header.ordinal = own.ordinal }
    if keys.contains("part") { header.part = own.part }
    if keys.contains("volume") { header.volume = own.volume }
    if keys.contains("date") {
      header.date = own.date
      header.dateSpan = own.dateSpan
    }
    if keys.contains("draft") { header.isDraft = own.isDraft }
    return header
  }
}
