import BookTypesetting

/// The tree as it will be written: which nodes, under which names, with which children in order.
struct StructureOutline: Sendable {
  /// A child of an element, in reading order.
  enum Kid: Sendable, Equatable {
    case node(Int)
    case sequence(page: Int, identifier: Int)
    /// Index into the file's annotations.
    case annotation(Int)
  }

  /// By node; empty for a node that is left out.
  private(set) var kids: [[Kid]]
  /// By node: false where it has nothing to say.
  private(set) var isKept: [Bool]

  /// - Parameters:
  ///   - sequences: by page, its marked content.
  ///   - annotations: the `Link` node of every annotation.
  init(_ tree: StructureTree, sequences: [[MarkedSequence]], annotations: [Int]) {
    let nodes = tree.nodes
    var own: [[(place: Int, kid: Kid)]] = Array(repeating: [], count: nodes.count)
    for (page, owners) in sequences.enumerated() {
      for (identifier, owner) in owners.enumerated() where nodes.indices.contains(owner.node) {
        own[owner.node].append(
          (page << 24 | identifier, .sequence(page: page, identifier: identifier)))
      }
    }
    var linked: [[Kid]] = Array(repeating: [], count: nodes.count)
    for (index, node) in annotations.enumerated() where nodes.indices.contains(node) {
      linked[node].append(.annotation(index))
    }
    isKept = nodes.indices.map { node in
      !own[node].isEmpty || !linked[node].isEmpty || nodes[node].role == .tableCell
        || nodes[node].role == .tableHeader || node == 0
    }
    var children: [[Int]] = Array(repeating: [], count: nodes.count)
    var first = own.map { $0.first?.place ?? Int.max }
    for node in nodes.indices.dropFirst().reversed() where isKept[node] {
      let parent = nodes[node].parent
      guard parent >= 0, parent < node else { continue }
      isKept[parent] = true
      children[parent].append(node)
      first[parent] = min(first[parent], first[node])
    }
    kids = nodes.indices.map { node in
      let inOrder = children[node].reversed()
      if own[node].isEmpty { return inOrder.map { .node($0) } + linked[node] }
      if children[node].isEmpty { return own[node].map(\.kid) + linked[node] }
      // Content and children together stand in the order in which the pages have them.
      let all = own[node] + inOrder.map { (first[$0], Kid.node($0)) }
      let ordered = all.enumerated().sorted {
        ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
      }
      return ordered.map(\.element.kid) + linked[node]
    }
  }
}

/// The structure types as they are tagged: headings never skip a level (ISO 14289-1, 7.4.2).
func taggedRoles(_ tree: StructureTree) -> [StructureRole] {
  var last = 0
  return tree.nodes.map { node in
    guard let level = headingLevel(node.role) else { return node.role }
    last = min(level, last + 1)
    return .heading(last)
  }
}

private func headingLevel(_ role: StructureRole) -> Int? {
  switch role {
  case .heading1: 1
  case .heading2: 2
  case .heading3: 3
  case .heading4: 4
  case .heading5: 5
  case .heading6: 6
  default: nil
  }
}

/// The language of every node: its own, else its parent's.
func inheritedLanguages(_ tree: StructureTree) -> [UInt16] {
  var result: [UInt16] = []
  result.reserveCapacity(tree.nodes.count)
  for node in tree.nodes {
    let parent = node.parent >= 0 && node.parent < result.count ? result[node.parent] : 0
    result.append(node.language ?? parent)
  }
  return result
}
