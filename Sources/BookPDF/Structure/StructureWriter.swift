import BookTypesetting

/// Writes the structure tree (ISO 32000-1, 14.7).
struct StructureWriter {
  let pages: PageList
  let geometry: PageGeometry
  let roles: [StructureRole]
  let outline: StructureOutline
  let pageReferences: [Reference]
  let annotations: [AnnotationPlan]
  private var elements: [Reference?] = []
  private var spoken: [Place: Reference] = [:]

  /// A sequence of a page.
  private struct Place: Hashable {
    var page: Int
    var identifier: Int
  }

  private var boxes: [Int: FigureBox]

  /// Where a figure stands, for `/BBox`.
  private struct FigureBox {
    var page: Int
    var left: Int
    var bottom: Int
    var right: Int
    var top: Int
  }

  init(
    _ pages: PageList, _ geometry: PageGeometry, roles: [StructureRole], outline: StructureOutline,
    pageReferences: [Reference], annotations: [AnnotationPlan]
  ) {
    self.pages = pages
    self.geometry = geometry
    self.roles = roles
    self.outline = outline
    self.pageReferences = pageReferences
    self.annotations = annotations
    boxes = [:]
    for (number, page) in pages.pages.enumerated() {
      for case .picture(let picture) in page.items {
        guard case .node(let node) = picture.owner else { continue }
        let corners = geometry.corners(picture.clip ?? picture.rectangle)
        var box =
          boxes[node]
          ?? FigureBox(
            page: number, left: corners.left, bottom: corners.bottom, right: corners.right,
            top: corners.top)
        guard box.page == number else { continue }
        box.left = min(box.left, corners.left)
        box.bottom = min(box.bottom, corners.bottom)
        box.right = max(box.right, corners.right)
        box.top = max(box.top, corners.top)
        boxes[node] = box
      }
    }
  }

  /// Adds the tree and gives back its root.
  ///
  /// `sequences` is every page's marked content, for the way back from the page.
  mutating func add(to file: inout PDFFile, root: Reference, sequences: [[MarkedSequence]]) {
    let nodes = pages.structure.nodes
    elements = nodes.indices.map { outline.isKept[$0] ? file.reserve() : nil }
    addSpoken(sequences, to: &file)
    for node in nodes.indices {
      if let element = elements[node] { file.set(element, dictionary(node, root: root)) }
    }
    var byPage: [(key: Int, value: [UInt8])] = sequences.enumerated().map { page, owners in
      var value: [UInt8] = []
      value.write(
        owners.enumerated().map { identifier, owner in
          spoken[Place(page: page, identifier: identifier)] ?? elements[owner.node] ?? root
        })
      return (page, value)
    }
    for (index, annotation) in annotations.enumerated() {
      guard let element = elements[annotation.node] else { continue }
      var value: [UInt8] = []
      value.write(element)
      byPage.append((sequences.count + index, value))
    }
    let parents = file.addNumberTree(byPage)
    let identifiers = nodes.indices.compactMap { node -> (key: String, value: [UInt8])? in
      guard let element = elements[node], let id = identifier(node) else { return nil }
      var value: [UInt8] = []
      value.write(element)
      return (id, value)
    }
    var entries: [UInt8] = []
    entries.write("<</Type/StructTreeRoot/K[")
    if let document = elements.first ?? nil { entries.write(document) }
    entries.write("]/ParentTree ")
    entries.write(parents)
    entries.write("/ParentTreeNextKey ")
    entries.write(sequences.count + annotations.count)
    if !identifiers.isEmpty {
      entries.write("/IDTree ")
      entries.write(file.addNameTree(identifiers))
    }
    entries.write(">>")
    file.set(root, entries)
  }

  /// Words that run from right to left have an element that says them in the order in which they
  /// are read.
  private mutating func addSpoken(_ sequences: [[MarkedSequence]], to file: inout PDFFile) {
    for (page, owners) in sequences.enumerated() {
      for (identifier, owner) in owners.enumerated() {
        guard let text = owner.spoken, let parent = elements[owner.node] else { continue }
        var entries: [UInt8] = []
        entries.write("<</S/Span/P ")
        entries.write(parent)
        entries.write("/ActualText")
        entries.write(text: text)
        entries.write("/Pg ")
        entries.write(pageReferences[page])
        entries.write("/K ")
        entries.write(identifier)
        entries.write(">>")
        spoken[Place(page: page, identifier: identifier)] = file.add(entries)
      }
    }
  }

  /// Every note must have an identifier (ISO 14289-1, 7.9).
  private func identifier(_ node: Int) -> String? {
    pages.structure[node].id ?? (roles[node] == .note ? "note-node-\(node)" : nil)
  }

  private func dictionary(_ index: Int, root: Reference) -> [UInt8] {
    let node = pages.structure[index]
    var entries: [UInt8] = []
    entries.write("<</S")
    entries.write(name: roles[index].rawValue)
    entries.write("/P ")
    let parent = elements.indices.contains(node.parent) ? elements[node.parent] : nil
    entries.write(parent ?? root)
    if let id = identifier(index) {
      entries.write("/ID")
      entries.write(text: id)
    }
    if let language = node.language, pages.languages.indices.contains(Int(language)) {
      entries.write("/Lang")
      entries.write(text: pages.languages[Int(language)])
    }
    for (key, value) in [
      ("/Alt", node.alternative), ("/T", node.title), ("/ActualText", node.actualText),
    ] {
      guard let value, !value.isEmpty else { continue }
      entries.write(key)
      entries.write(text: value)
    }
    write(attributes: index, &entries)
    write(kids: index, &entries)
    entries.write(">>")
    return entries
  }

  private func write(attributes index: Int, _ entries: inout [UInt8]) {
    let node = pages.structure[index]
    if node.role == .figure, let box = boxes[index] {
      entries.write("/A<</O/Layout/BBox[")
      for part in [box.left, box.bottom, box.right, box.top] {
        entries.write(thousandths: part)
        entries.append(0x20)
      }
      entries.write("]/Placement/Block>>")
    } else if node.role == .tableHeader {
      entries.write("/A<</O/Table/Scope")
      entries.write(name: (node.scope ?? .column).rawValue)
      entries.write(">>")
    } else if node.role == .list {
      entries.write("/A<</O/List/ListNumbering")
      entries.write(name: (node.listNumbering ?? .none).rawValue)
      entries.write(">>")
    }
  }

  private func write(kids index: Int, _ entries: inout [UInt8]) {
    let kids = outline.kids[index]
    guard !kids.isEmpty else { return }
    var home = -1
    for case .sequence(let page, _) in kids {
      home = page
      break
    }
    if home >= 0 {
      entries.write("/Pg ")
      entries.write(pageReferences[home])
    }
    entries.write("/K[")
    for (place, kid) in kids.enumerated() {
      if place > 0 { entries.append(0x20) }
      switch kid {
      case .node(let child): if let element = elements[child] { entries.write(element) }
      case .sequence(let page, let identifier)
      where spoken[Place(page: page, identifier: identifier)] != nil:
        if let own = spoken[Place(page: page, identifier: identifier)] { entries.write(own) }
      case .sequence(let page, let identifier) where page == home: entries.write(identifier)
      case .sequence(let page, let identifier):
        entries.write("<</Type/MCR/Pg ")
        entries.write(pageReferences[page])
        entries.write("/MCID ")
        entries.write(identifier)
        entries.write(">>")
      case .annotation(let annotation):
        entries.write("<</Type/OBJR/Obj ")
        entries.write(annotations[annotation].reference)
        entries.write("/Pg ")
        entries.write(pageReferences[annotations[annotation].page])
        entries.write(">>")
      }
    }
    entries.append(0x5D)
  }
}
