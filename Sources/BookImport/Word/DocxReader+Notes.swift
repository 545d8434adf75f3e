import BookXML

extension DocxReader {
  // MARK: Notes

  /// Reads footnotes and endnotes, each with the relationships of its own part.
  mutating func readNotes() {
    for (kind, root) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
      guard let part = partName(kind), let bytes = package.part(part) else { continue }
      let outer = relationships
      relationships = package.relationships(of: part)
      let faults = XMLElement.readPieces(of: bytes, atDepth: 1, names: WordNames.all) { element in
        guard element.name == "w:" + root, let id = element["w:id"] else { return }
        guard element["w:type"] == nil || element["w:type"] == "normal" else { return }
        let key = root + id
        guard noteIDs[key] == nil else { return }
        noteIDs[key] = document.notes.count
        document.notes.append([])
        document.notes[document.notes.count - 1] = blocks(within: element)
      }
      if let fault = faults.first {
        document.leftOut.append(LeftOut(.damaged, "the \(kind) cannot be read: \(fault.message)"))
      }
      relationships = outer
    }
    place = 0
  }

  mutating func readNoteReference(
    _ kind: String, _ element: XMLElement, _ look: WordRunLook, _ around: Surroundings
  ) {
    guard let id = element["w:id"], let note = noteIDs[kind + id] else { return }
    for name in openBookmarks.values { bookmarks[name] = note }
    var plain = WordRunLook()
    plain.hidden = look.hidden
    emit(.note(note), plain, around)
  }

  // MARK: Markers

  mutating func readMarker(_ element: XMLElement) {
    guard let id = element["w:id"] else { return }
    switch element.name {
    case "w:bookmarkStart": openBookmarks[id] = element["w:name"] ?? ""
    case "w:bookmarkEnd": openBookmarks[id] = nil
    case "w:commentRangeStart": tellComment(id)
    default: break
    }
  }

  // MARK: Comments

  mutating func readComments() {
    guard let part = partName("comments"), let bytes = package.part(part) else { return }
    var order: [String] = []
    _ = XMLElement.readPieces(of: bytes, atDepth: 1, names: WordNames.all) { element in
      guard element.name == "w:comment", let id = element["w:id"] else { return }
      comments[id] = element.plainWords
      order.append(id)
    }
    commentOrder = order
  }

  mutating func tellComment(_ id: String) {
    guard let words = comments[id], toldComments.insert(id).inserted, !words.isEmpty else { return }
    document.leftOut.append(LeftOut(.comment, words, place: place))
  }

  func partName(_ kind: String) -> String? {
    relationships.values.filter { $0.kind == kind && !$0.isExternal }.map(\.target).sorted().first
  }

  // MARK: Files within the file

  mutating func readChunk(_ element: XMLElement) {
    guard let id = element["r:id"], let target = relationships[id], !target.isExternal,
      let bytes = package.part(target.target)
    else { return }
    let ending = target.target.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard depth < 2, let inner = nested.read(bytes, ending) else {
      document.leftOut.append(
        LeftOut(.embedded, "a file '\(ending)' that Word was to put in here", place: place))
      return
    }
    endOpenParagraph()
    append(inner)
  }

  private mutating func append(_ inner: TypedDocument) {
    let (notes, pictures) = (document.notes.count, document.pictures.count)
    document.notes += inner.notes.map { $0.map { $0.shifted(notes: notes, pictures: pictures) } }
    document.pictures += inner.pictures
    document.leftOut += inner.leftOut
    document.guesses += inner.guesses
    blocks += inner.blocks.map { $0.shifted(notes: notes, pictures: pictures) }
  }

  // MARK: The rest

  mutating func readProperties() {
    for relationship in package.relationships(of: "").values
    where relationship.kind == "core-properties" && !relationship.isExternal {
      guard let bytes = package.part(relationship.target),
        let root = XMLElement.read(bytes, names: WordNames.all).root
      else { continue }
      document.properties.title = root.first("dc:title")?.text.trimmedBlanks ?? ""
      document.properties.author = root.first("dc:creator")?.text.trimmedBlanks ?? ""
      document.properties.description = root.first("dc:description")?.text.trimmedBlanks ?? ""
    }
  }

  /// What has to be known of the whole document.
  mutating func finish() {
    for id in commentOrder { tellComment(id) }
    readHeaders()
    // Words moved away stand where they were moved to; where that is gone too, they are deleted.
    let here = movedHere.filter { !$0.isWhitespace }
    for moved in movedAway where !here.contains(moved.text.filter { !$0.isWhitespace }) {
      document.leftOut.append(moved)
    }
    let main = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    document.properties.language = main ?? styles.defaults.language ?? ""
  }

  private mutating func readHeaders() {
    let parts = relationships.values.filter {
      ($0.kind == "header" || $0.kind == "footer") && !$0.isExternal
    }.map(\.target).sorted()
    for part in parts {
      guard let bytes = package.part(part),
        let root = XMLElement.read(bytes, names: WordNames.all).root
      else { continue }
      let words = root.elements.map(\.plainWords).filter { !$0.isEmpty }.joined(separator: " ")
      if words.isEmpty { continue }
      document.leftOut.append(LeftOut(.header, words))
    }
  }
}

extension XMLElement {
  /// The words of a paragraph or a part, each once, blanks made one.
  var plainWords: String {
    var text = ""
    func walk(_ element: XMLElement) {
      switch element.name {
      case "w:t", "w:delText": text += element.text
      case "w:tab", "w:br", "w:cr": text += " "
      case "w:instrText", "w:pPr", "w:rPr": break
      case "mc:AlternateContent":
        if let branch = element.first("mc:Choice") ?? element.first("mc:Fallback") { walk(branch) }
      default:
        for child in element.elements { walk(child) }
        if element.name == "w:p" { text += " " }
      }
    }
    walk(self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension TypedBlock {
  /// The block with its notes and pictures counted on.
  func shifted(notes: Int, pictures: Int) -> TypedBlock {
    switch self {
    case .rule: return self
    case .paragraph(var paragraph):
      for index in paragraph.runs.indices {
        switch paragraph.runs[index].content {
        case .note(let note): paragraph.runs[index].content = .note(note + notes)
        case .picture(let picture): paragraph.runs[index].content = .picture(picture + pictures)
        default: break
        }
      }
      return .paragraph(paragraph)
    case .table(var table):
      table.rows = table.rows.map {
        $0.map { $0.map { $0.shifted(notes: notes, pictures: pictures) } }
      }
      return .table(table)
    }
  }
}

extension String {
  /// Without blanks at both ends, those within made one.
  var trimmedBlanks: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
