import BookDiagnostics
import BookMarkup
import BookModel

/// A file that opens a part: its title, and whether it says more than that.
struct PartPage {
  /// Of its header, or its first heading.
  var title: String?
  /// Whether it holds nothing but its title.
  var isTitleAlone: Bool

  init(_ bytes: [UInt8], source: SourceID, language: String) {
    let page = parseChapter(
      bytes, source: source, header: ChapterHeader(), language: language
    ).value
    let heading = page.sections.first.map { page.string(page.prose[$0.prose].text) }
    title = heading ?? page.header.title
    isTitleAlone = page.prose.count <= 1
  }

  /// The title of a part as Leanpub's manuscripts have it: the one line of its file, `-# Title`, or
  /// a heading below `{class: part}`.
  static func leanpubTitle(_ bytes: [UInt8]) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { trimmingWhiteSpace(String($0)) }.filter { !$0.isEmpty }
    let isMarked = lines.contains { $0.hasPrefix("{") && $0.hasSuffix("part}") }
    let words = lines.filter { !($0.hasPrefix("{") && $0.hasSuffix("}")) }
    guard words.count == 1, let line = words.first else { return nil }
    let mark = line.hasPrefix("-# ") ? "-# " : isMarked && line.hasPrefix("# ") ? "# " : nil
    return mark.map { trimmingWhiteSpace(String(line.dropFirst($0.count))) }
  }
}
