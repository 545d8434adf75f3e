extension PageDesign {
  mutating func readBlocks(_ reader: inout ThemeReader) {
    func size(_ name: String, _ otherwise: Float) -> Float {
      max(5, reader.length("blocks.\(name).size") ?? otherwise)
    }
    notes.size = size("note", notes.size)
    notes.leading = max(notes.size, reader.length("blocks.note.leading") ?? notes.leading)
    noteRule =
      reader.text("blocks.note.rule") == "none"
      ? 0 : reader.length("blocks.note.rule") ?? noteRule
    captions.size = size("caption", captions.size)
    captions.leading = max(
      captions.size, reader.length("blocks.caption.leading") ?? captions.leading)
    blocks.caption = label(&reader, "caption", otherwise: blocks.caption)
    blocks.creditSize = reader.length("blocks.credit.size").map { max(5, $0) }
    blocks.isCreditItalic = reader.word("blocks.credit.style", ["roman", "italic"]) == "italic"
    for (name, path) in [
      ("quotation", \BlockStyles.quotation), ("letter", \.letter), ("diary", \.diary),
      ("document", \.document), ("transcript", \.transcript), ("verse", \.verse),
      ("epigraph", \.epigraph), ("code", \.code),
    ] {
      let block = "blocks.\(name)"
      blocks[keyPath: path].size = size(name, blocks[keyPath: path].size)
      if let value = reader.length("\(block).indent") { blocks[keyPath: path].indent = value }
      if let value = reader.halfLines("\(block).before") { blocks[keyPath: path].before = value }
      if let value = reader.halfLines("\(block).after") { blocks[keyPath: path].after = value }
    }
    blocks.table = size("table", blocks.table)
    if let word = reader.word("blocks.table.rules", ["horizontal", "none"]) {
      blocks.hasTableRules = word == "horizontal"
    }
    blocks.turnover = reader.length("blocks.verse.turnover", em: 1) ?? blocks.turnover
    blocks.stanzaSpace = reader.halfLines("blocks.verse.stanza-space") ?? blocks.stanzaSpace
    blocks.hang = reader.length("blocks.transcript.hang", em: 1) ?? blocks.hang
    blocks.sideRule = reader.length("blocks.document.side-rule") ?? blocks.sideRule
    if let word = reader.word("blocks.verse.align", ["center-block", "left"]) {
      blocks.isVerseCentred = word == "center-block"
    }
    if let word = reader.word("blocks.epigraph.style", ["roman", "italic"]) {
      blocks.isEpigraphItalic = word == "italic"
    }
    blocks.attribution = label(&reader, "epigraph.attribution", otherwise: blocks.attribution)
    blocks.letterDate = label(&reader, "letter.dateline", otherwise: blocks.letterDate)
    blocks.diaryDate = label(&reader, "diary.dateline", otherwise: blocks.diaryDate)
    blocks.signature = label(&reader, "letter.signature", otherwise: blocks.signature)
    blocks.tableHead = label(&reader, "table.head", otherwise: blocks.tableHead)
    if let word = reader.word("blocks.transcript.speaker.caps", ["small", "none"]) {
      blocks.isSpeakerSmall = word == "small"
    }
  }

  private func label(
    _ reader: inout ThemeReader, _ name: String, otherwise: BlockStyles.Label
  ) -> BlockStyles.Label {
    let path = "blocks.\(name)"
    var label = otherwise
    if let word = reader.word("\(path).style", ["roman", "italic"]) {
      label.isItalic = word == "italic"
    }
    if let word = reader.word("\(path).caps", ["small", "none"]) {
      label.isSmall = word == "small"
      if label.isSmall { label.isItalic = false }
    }
    label.alignment = alignment(&reader, path, otherwise: label.alignment)
    return label
  }

  mutating func readMatter(_ reader: inout ThemeReader) {
    matter.contents = reader.length("contents.size").map { max(5, $0) }
    if let word = reader.word("contents.leader", ["space", "dots"]) {
      contentsLeader = word == "dots" ? .dots : .space
    }
    if let word = reader.word("contents.parts", ["small-caps", "bold"]) {
      matter.hasBoldParts = word == "bold"
    }
    if let value = reader.length("index.size") { index.size = max(5, value) }
    if let value = reader.length("index.leading") { index.leading = max(index.size, value) }
    if let value = reader.number("index.columns", in: 1...4) { indexColumns = Int(value) }
    if let value = reader.length("index.column-gap") { indexColumnGap = max(0, value) }
    matter.indexHang = reader.length("index.hang", em: index.size).map { max(0, $0) }
    matter.indexTurnover = reader.length("index.turnover", em: index.size).map { max(0, $0) }
    if let word = reader.word("index.groups", ["letter", "space"]) {
      matter.hasIndexLetters = word == "letter"
    }
    matter.chronology = reader.length("chronology.size").map { max(5, $0) }
    matter.chronologyHang = reader.length("chronology.hang").map { max(0, $0) }
  }
}
