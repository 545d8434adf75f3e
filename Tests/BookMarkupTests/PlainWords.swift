import BookModel
import CCMark
import Foundation

/// The words of every block in reading order, code included, a line end between blocks.
func plainWords(of chapter: ParsedChapter, withCaptions: Bool = true) -> String {
  var parts: [String] = []
  func add(_ prose: Int) { parts.append(chapter.string(chapter.prose[prose].text)) }
  func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let prose), .words(let prose), .heading(_, let prose, _): add(prose)
      case .quotation(let inner), .element(_, let inner): add(inner)
      case .list(let list): for item in list.items { add(item) }
      case .code(_, let text): parts.append(text)
      case .sceneBreak: break
      case .figure where !withCaptions: break
      case .figure(let figure):
        if let caption = figure.caption { add(caption) }
        if let credit = figure.credit { add(credit) }
      case .table(let table):
        table.header.forEach(add)
        for row in table.rows { row.forEach(add) }
      case .division(let division): add(division.blocks)
      }
    }
  }
  add(chapter.blocks)
  for note in chapter.notes { add(note.blocks) }
  return parts.joined(separator: "\n")
}

/// What cmark's own HTML says, without its tags.
func wordsOfHTML(_ markdown: [UInt8]) -> String {
  let html = markdown.withUnsafeBytes { bytes -> String in
    guard
      let text = cmark_markdown_to_html(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_UNSAFE)
    else { return "" }
    defer { free(text) }
    return String(cString: text)
  }
  var words: [UInt8] = []
  var tag: [UInt8]?
  for byte in html.utf8 {
    if byte == UInt8(ascii: "<"), tag == nil {
      tag = []
    } else if byte == UInt8(ascii: ">"), let open = tag {
      let name = String(decoding: open.prefix { $0 != 0x20 }, as: UTF8.self)
      if [
        "p", "/p", "li", "/li", "br", "h1", "h2", "h3", "h4", "/h1", "/h2", "/h3", "/h4",
        "blockquote", "/blockquote", "pre", "/pre", "/pre", "hr", "ul", "ol", "/ul", "/ol",
      ]
      .contains(name) {
        words.append(0x0A)
      }
      tag = nil
    } else if tag != nil {
      tag?.append(byte)
    } else {
      words.append(byte)
    }
  }
  return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(
    String(decoding: words, as: UTF8.self)
  ) { $0.replacing($1.0, with: $1.1) }
}

/// Words with printed punctuation back to the typewriter's, blanks as one.
func normalised(_ text: String) -> [String] {
  let plain = text.map { character -> String in
    switch character {
    case "“", "”", "„": "\""
    case "‘", "’", "‚": "'"
    case "–": "--"
    case "—": "---"
    case "…": "..."
    default: String(character)
    }
  }.joined()
  return plain.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" })
    .map(String.init)
}
