/// What the pages say, as a tree of PDF's standard structure types (ISO 32000-1, 14.8.4).
///
/// Nodes are numbered in reading order, parents before children; node 0 is the `Document`. A node
/// that owns items and has children too has both in the order in which the pages list them; one
/// that owns no items has its children by number. A note stands after the paragraph that refers to
/// it, not where its words lie on the page.
package struct StructureTree: Sendable {
  /// In reading order.
  package private(set) var nodes: [StructureNode] = []

  package init() {
    nodes.append(StructureNode(.document, parent: -1))
  }

  /// Adds a node as the last child of `parent` and returns its index.
  package mutating func add(_ role: StructureRole, to parent: Int) -> Int {
    nodes.append(StructureNode(role, parent: parent))
    return nodes.count - 1
  }

  package subscript(index: Int) -> StructureNode {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// Adds another tree's nodes under `parent`, its root left out, and returns what to add to the
  /// other tree's indices (its root becomes `parent`).
  package mutating func append(_ other: StructureTree, under parent: Int) -> Int {
    let shift = nodes.count - 1
    nodes.reserveCapacity(nodes.count + other.nodes.count)
    for var node in other.nodes.dropFirst() {
      node.parent = node.parent == 0 ? parent : node.parent + shift
      nodes.append(node)
    }
    return shift
  }
}

/// One element of the structure.
package struct StructureNode: Sendable, Equatable {
  /// Its type.
  package var role: StructureRole
  /// Index of its parent, -1 for the root; always smaller than its own.
  package var parent: Int
  /// `/ID`, unique: every `note` has one.
  package var id: String?
  /// `/Lang`, index into `PageList.languages`; nil where it is the parent's.
  package var language: UInt16?
  /// `/Alt`: what a figure shows.
  ///
  /// Every `figure` has one.
  package var alternative: String?
  /// `/T`: a title for people who read the tree, such as a chapter's.
  package var title: String?
  /// `/ActualText`: what the element says where its glyphs do not, such as a drop capital's word.
  package var actualText: String?
  /// What a `th` heads.
  package var scope: Scope?
  /// How a list is numbered.
  package var listNumbering: ListNumbering?

  /// What a header cell heads.
  package enum Scope: String, Sendable, Equatable {
    case row = "Row"
    case column = "Column"
  }

  /// `/ListNumbering` (ISO 32000-1, table 347).
  package enum ListNumbering: String, Sendable, Equatable {
    case none = "None"
    case disc = "Disc"
    case decimal = "Decimal"
  }

  package init(_ role: StructureRole, parent: Int) {
    self.role = role
    self.parent = parent
  }
}

/// The structure types in use; the raw value is PDF's name.
package enum StructureRole: String, Sendable, CaseIterable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case division = "Div"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case paragraph = "P"
  case blockQuote = "BlockQuote"
  case note = "Note"
  case reference = "Reference"
  case link = "Link"
  case span = "Span"
  case quote = "Quote"
  case code = "Code"
  case label = "Lbl"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case index = "Index"
  case list = "L"
  case listItem = "LI"
  case listBody = "LBody"
  case table = "Table"
  case tableRow = "TR"
  case tableHeader = "TH"
  case tableCell = "TD"
  case figure = "Figure"
  case caption = "Caption"

  /// `H1` to `H6`.
  package static func heading(_ level: Int) -> StructureRole {
    let roles: [StructureRole] = [
      .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
    ]
    return roles[max(1, min(6, level)) - 1]
  }
}
