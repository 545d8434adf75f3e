import BookModel

/// Writes a chapter as Markdown that BookMarkup reads back to the same.
struct ChapterWriter {
  /// Path and alternative text of a picture, by its index.
  let picture: (Int) -> (path: String, alternative: String)
  private var runs: RunWriter
  /// Which signs the list before had, to part it from one that follows.
  private var lastList: (isOrdered: Bool, sign: Int)?

  init(picture: @escaping (Int) -> (path: String, alternative: String)) {
    self.picture = picture
    runs = RunWriter()
    runs.picture = picture
  }

  /// The file's text.
  mutating func write(_ chapter: ImportedChapter) -> String {
    var parts: [String] = []
    if let header = header(of: chapter) { parts.append(header) }
    if !chapter.title.isBlank { parts.append(heading(1, chapter.title)) }
    parts += write(chapter.blocks)
    lastList = nil
    for (index, note) in chapter.notes.enumerated() {
      let text = write(note).joined(separator: "\n\n")
      parts.append("[^\(index + 1)]: " + indented(text, by: 4))
      lastList = nil
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func header(of chapter: ImportedChapter) -> String? {
    var lines: [String] = []
    if let part = chapter.part { lines.append("part: \(YAMLText.scalar(part))") }
    if let role = chapter.role { lines.append("role: \(role)") }
    if !chapter.contentsTitle.isEmpty {
      lines.append("title: \(YAMLText.scalar(chapter.contentsTitle))")
    }
    return lines.isEmpty ? nil : "---\n" + lines.joined(separator: "\n") + "\n---"
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [ImportedBlock]) -> [String] {
    blocks.compactMap { block in
      let text = write(block)
      if case .list = block {} else { lastList = nil }
      return text.isEmpty ? nil : text
    }
  }

  private mutating func write(_ block: ImportedBlock) -> String {
    switch block {
    case .paragraph(let runs): return paragraph(runs)
    case .heading(let level, let runs): return heading(level, runs)
    case .sceneBreak: return "* * *"
    case .quotation(let blocks):
      let text = write(blocks).joined(separator: "\n\n")
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .division(let kind, let blocks):
      let text = kind == .verse ? blocks.map(stanza) : write(blocks)
      return "::: \(kind.rawValue)\n" + text.joined(separator: "\n\n") + "\n:::"
    case .list(let start, let items): return list(start, items)
    case .figure(let index, let caption): return figure(index, caption)
    case .table(let rows): return table(rows)
    }
  }

  private func paragraph(_ words: [TypedRun]) -> String {
    runs.write(words).split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedAtLineStart(String($0.drop { $0 == " " })) }.joined(separator: "\n")
  }

  private func heading(_ level: Int, _ words: [TypedRun]) -> String {
    var writer = runs
    writer.lineBreak = " "
    var text = writer.write(words)
    if text.hasSuffix("#") { text = text.dropLast() + "\\#" }
    return String(repeating: "#", count: min(6, max(1, level))) + " " + text
  }

  /// A stanza: every line a line, blanks before it kept.
  private func stanza(_ block: ImportedBlock) -> String {
    guard case .paragraph(let words) = block else {
      var writer = self
      return writer.write(block)
    }
    return words.lines.map { line in
      let text = line.text
      let indent = text.prefix { $0 == " " }
      let body = runs.write(line)
      return indent + escapedAtLineStart(String(body.drop { $0 == " " }))
    }.joined(separator: "\n")
  }

  private mutating func list(_ start: Int?, _ items: [[ImportedBlock]]) -> String {
    // A list right behind another of its kind would be one with it, but for its sign.
    let sign = lastList.map { $0.isOrdered == (start != nil) ? 1 - $0.sign : 0 } ?? 0
    lastList = nil
    let isTight = items.allSatisfy { blocks in
      blocks.enumerated().allSatisfy { index, block in
        switch block {
        case .paragraph: index == 0
        // Only a list that begins with 1 may follow words directly (CommonMark 0.30, 5.3).
        case .list(let start, _): index > 0 && start ?? 1 == 1
        default: false
        }
      }
    }
    var number = start ?? 0
    let text = items.map { blocks -> String in
      let marker =
        start == nil ? (sign == 0 ? "- " : "+ ") : "\(number)\(sign == 0 ? "." : ")") "
      number += 1
      let body = write(blocks).joined(separator: isTight ? "\n" : "\n\n")
      lastList = nil
      return marker + indented(body, by: marker.utf8.count)
    }.joined(separator: isTight ? "\n" : "\n\n")
    lastList = (start != nil, sign)
    return text
  }

  private func figure(_ index: Int, _ caption: [TypedRun]) -> String {
    let image = runs.write([TypedRun(.picture(index))])
    guard !caption.isBlank else { return image }
    let isPlain = caption.allSatisfy { run in
      if case .text = run.content {
        return run.link == nil && run.language == nil && run.look.isSubset(of: [.italic, .bold])
      }
      return false
    }
    let words = runs.write(caption)
    if isPlain, !words.contains("\""), !words.contains("\\") {
      return image.dropLast() + " \"\(words)\")"
    }
    return "::: plate\n\(image)\n\n\(paragraph(caption))\n:::"
  }

  private func table(_ rows: [[[TypedRun]]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return "" }
    var writer = runs
    writer.isInTable = true
    writer.lineBreak = "<br>"
    var lines = rows.map { row in
      let cells = (0..<columns).map { column in
        column < row.count ? writer.write(row[column]) : ""
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: columns), at: 1)
    return lines.joined(separator: "\n")
  }

  private func indented(_ text: String, by width: Int) -> String {
    let blanks = String(repeating: " ", count: width)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      index == 0 || line.isEmpty ? String(line) : blanks + line
    }.joined(separator: "\n")
  }
}
