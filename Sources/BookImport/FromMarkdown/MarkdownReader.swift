/// Reads Markdown, as Google Docs and other programs write it, into what somebody typed.
///
/// Google Docs writes its titles in bold, anchors behind them, pictures by reference with their bytes
/// at the end of the file, and a backslash before nearly every sign.
struct MarkdownReader {
  private let lines: [Substring]
  private let references: MarkdownReferences
  private var document = TypedDocument()
  private var place = 0
  private var lists = 0
  private var index = 0

  init(_ bytes: [UInt8]) {
    let text = decodedText(bytes)
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var references = MarkdownReferences()
    lines = references.taken(from: all)
    self.references = references
  }

  /// Reads all of it.
  consuming func read() -> TypedDocument {
    readHeader()
    while index < lines.count { readBlock() }
    // Notes are read last, so that those nothing refers to are there too.
    var notes = document.notes
    for label in references.noteLabels { notes.append(note(references.notes[label] ?? [])) }
    document.notes = notes
    return document
  }

  // MARK: Blocks

  /// Lines between two of dashes at the very start are for programs.
  private mutating func readHeader() {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---"), end < 40 else {
      return
    }
    for line in lines[1..<end] {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let value = String(pair[1]).trimmedBlanks.filter { $0 != "\"" }
      switch pair[0].lowercased() {
      case "title": document.properties.title = value
      case "author": document.properties.author = value
      case "lang", "language": document.properties.language = value
      default: break
      }
    }
    index = end + 1
  }

  private mutating func readBlock() {
    let line = lines[index]
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty {
      index += 1
    } else if let level = Self.headingLevel(text) {
      index += 1
      var words = text.dropFirst(level)
      while words.last == "#" || words.last == " " { words.removeLast() }
      add(Self.withoutAnchor(words)) { $0.outline = level }
    } else if Self.isRule(text) {
      index += 1
      document.blocks.append(.rule)
    } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
      readFenced(String(text.prefix(3)))
    } else if text.hasPrefix("|"), index + 1 < lines.count, Self.isTableRule(lines[index + 1]) {
      readTable()
    } else if text.hasPrefix(">") {
      readQuotation()
    } else if Self.item(line) != nil {
      readList()
    } else {
      readParagraph()
    }
  }

  private mutating func readParagraph() {
    var words: [Substring] = []
    while index < lines.count, !endsParagraph(lines[index], isFirst: words.isEmpty) {
      let line = lines[index]
      // Equals or dashes under a line make it a title.
      if !words.isEmpty, let level = Self.underlineLevel(line) {
        index += 1
        add(Substring(words.joined(separator: "\n"))) { $0.outline = level }
        return
      }
      words.append(line.drop { $0 == " " || $0 == "\t" })
      index += 1
    }
    add(Substring(words.joined(separator: "\n")))
  }

  private func endsParagraph(_ line: Substring, isFirst: Bool) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty { return true }
    if isFirst { return false }
    if Self.underlineLevel(line) != nil { return false }
    return Self.headingLevel(text) != nil || Self.isRule(text) || text.hasPrefix(">")
      || text.hasPrefix("```") || Self.item(line) != nil
  }

  private mutating func readFenced(_ fence: String) {
    index += 1
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix(fence) { return }
      place += 1
      var paragraph = TypedParagraph([TypedRun(.text(String(line)))])
      paragraph.place = place
      if !line.allSatisfy(\.isWhitespace) { document.blocks.append(.paragraph(paragraph)) }
    }
  }

  private mutating func readQuotation() {
    var words: [Substring] = []
    func flush(_ reader: inout MarkdownReader) {
      reader.add(Substring(words.joined(separator: "\n"))) {
        $0.left = 2 * setInDistance
        $0.styles = ["quote"]
      }
      words = []
    }
    while index < lines.count {
      let line = lines[index].drop { $0 == " " }
      guard line.hasPrefix(">") else { break }
      index += 1
      let inner = line.drop { $0 == ">" || $0 == " " }
      if inner.isEmpty { flush(&self) } else { words.append(inner) }
    }
    flush(&self)
  }

  // MARK: Lists and tables

  private mutating func readList() {
    lists += 1
    let name = "list \(lists)"
    var columns: [Int] = []
    while index < lines.count {
      guard let item = Self.item(lines[index]) else {
        // An empty line within a list is none of the text's.
        let next = lines[index...].firstIndex { !$0.allSatisfy(\.isWhitespace) }
        guard lines[index].allSatisfy(\.isWhitespace), let next, Self.item(lines[next]) != nil
        else { return }
        index = next
        continue
      }
      while let last = columns.last, last > item.column { columns.removeLast() }
      if columns.last.map({ $0 < item.column }) ?? true { columns.append(item.column) }
      let level = columns.count - 1
      var words = [item.text]
      index += 1
      while index < lines.count, !lines[index].allSatisfy(\.isWhitespace),
        Self.item(lines[index]) == nil, lines[index].first == " "
      {
        words.append(lines[index].drop { $0 == " " })
        index += 1
      }
      add(Substring(words.joined(separator: "\n"))) {
        $0.item = TypedParagraph.ListItem(list: name, level: level, number: item.number)
      }
    }
  }

  private mutating func readTable() {
    var rows: [[[TypedBlock]]] = []
    while index < lines.count, lines[index].drop(while: { $0 == " " }).hasPrefix("|") {
      let line = lines[index]
      index += 1
      if Self.isTableRule(line) { continue }
      rows.append(
        Self.cells(line).map { cell in
          let runs = runs(cell)
          return runs.isBlank ? [] : [.paragraph(TypedParagraph(runs))]
        })
    }
    place += 1
    document.blocks.append(.table(TypedTable(rows: rows, place: place)))
  }

  // MARK: Words

  private mutating func runs(_ text: Substring) -> [TypedRun] {
    var words = MarkdownWords(references: references, pictures: document.pictures)
    let runs = words.read(text)
    document.pictures = words.pictures
    for fault in words.faults {
      document.leftOut.append(LeftOut(.picture, fault, place: place))
    }
    return runs
  }

  private mutating func add(
    _ text: Substring, _ describe: (inout TypedParagraph) -> Void = { _ in }
  ) {
    guard !text.isEmpty else { return }
    place += 1
    var paragraph = TypedParagraph(runs(text))
    // A picture that could not be read leaves no empty line.
    guard !paragraph.runs.isEmpty else { return }
    paragraph.place = place
    describe(&paragraph)
    document.blocks.append(.paragraph(paragraph))
  }

  private mutating func note(_ lines: [Substring]) -> [TypedBlock] {
    lines.split { $0.allSatisfy(\.isWhitespace) }.map { paragraph in
      .paragraph(TypedParagraph(runs(Substring(paragraph.joined(separator: "\n")))))
    }
  }
}
