import BookFonts
import BookModel

/// Joins composed sections into the finished book.
struct PageJoiner {
  private(set) var pages: PageList
  private var destinations: [Destination] = []
  private var part: Int?

  init(_ outline: Outline, design: PageDesign, languages: [String], faces: [FontFace]) {
    let book = outline.book.book
    pages = PageList(trim: design.trim, metadata: book.metadata, modified: book.modified)
    pages.bleed = design.bleed
    pages.languages = languages
    pages.faces = faces
    pages.pictures = book.images.map { .file($0) }
    pages.pictures += outline.plates.flatMap(\.sheets).map { .drawing(svg: $0.svg) }
  }

  /// Takes sections in the order of the book: front matter, then all that has arabic folios.
  mutating func join(_ sections: [(SetSection, ComposedSection)]) {
    var bodyStart = 0
    var isBody = false
    for (set, composed) in sections {
      if set.section.numbering == .arabic, !isBody {
        isBody = true
        fill(to: (pages.pages.count + 1) & ~1, .roman)
        bodyStart = pages.pages.count
      }
      let first = (isBody ? bodyStart : 0) + set.firstPage
      fill(to: first, set.section.numbering, from: bodyStart)
      add(set, composed, first: first)
    }
    // A leaf has two sides.
    if pages.pages.count % 2 == 1 {
      fill(to: pages.pages.count + 1, isBody ? .arabic : .roman, from: bodyStart)
    }
    keepWhatIsUsed()
  }

  /// Adds blank pages.
  private mutating func fill(to count: Int, _ numbering: Page.Numbering, from start: Int = 0) {
    while pages.pages.count < count {
      pages.pages.append(Page(numbering: numbering, number: pages.pages.count - start + 1))
    }
  }

  private mutating func add(_ set: SetSection, _ composed: ComposedSection, first: Int) {
    let section = set.section
    if section.isPart || section.endsPart { part = nil }
    let shift = pages.structure.append(set.galley.draft.tree, under: part ?? 0)
    if section.isPart {
      part = shift + 1
      pages.structure[shift + 1].role = .part
    }
    for var page in composed.pages {
      for i in page.items.indices { page.items[i].shift(by: shift) }
      for i in page.links.indices { page.links[i].node += shift }
      pages.pages.append(page)
    }
    for var destination in composed.destinations {
      destination.page += first
      destination.node += shift
      destinations.append(destination)
    }
    for var start in composed.pageStarts {
      start.page += first
      pages.pageStarts.append(start)
    }
    if let entry = section.entry { addBookmarks(entry, section) }
  }

  /// The section in the bookmarks, with those sections of a chapter that the contents list.
  private mutating func addBookmarks(_ entry: ContentsEntry, _ section: BookSection) {
    pages.outline.append(
      OutlineItem(title: entry.label, depth: section.depth, destination: section.anchor))
    for child in entry.children {
      guard let fragment = child.fragment else { continue }
      pages.outline.append(
        OutlineItem(
          title: child.label, depth: section.depth + 1,
          destination: "\(section.anchor).\(fragment)"))
    }
  }

  /// Keeps the destinations that something leads to, and drops links that lead nowhere.
  private mutating func keepWhatIsUsed() {
    var wanted = Set(pages.outline.map(\.destination))
    for page in pages.pages {
      for link in page.links {
        if case .destination(let name) = link.target { wanted.insert(name) }
      }
    }
    var seen: Set<String> = []
    pages.destinations = destinations.filter {
      wanted.contains($0.name) && seen.insert($0.name).inserted
    }
    pages.outline.removeAll { !seen.contains($0.destination) }
    for i in pages.pages.indices {
      for j in pages.pages[i].links.indices.reversed() {
        guard case .destination(let name) = pages.pages[i].links[j].target, !seen.contains(name)
        else { continue }
        let link = pages.pages[i].links.remove(at: j)
        pages.structure[link.node].role = .span
      }
    }
  }
}

extension Page.Item {
  /// Moves its node on by what stands before its section's tree.
  fileprivate mutating func shift(by count: Int) {
    switch self {
    case .run(var run):
      if case .node(let node) = run.owner { run.owner = .node(node + count) }
      self = .run(run)
    case .fill(var fill):
      if case .node(let node) = fill.owner { fill.owner = .node(node + count) }
      self = .fill(fill)
    case .picture(var picture):
      if case .node(let node) = picture.owner { picture.owner = .node(node + count) }
      self = .picture(picture)
    }
  }
}
