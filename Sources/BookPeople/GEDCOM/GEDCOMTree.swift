/// The lines of a GEDCOM file as records and what stands below them.
struct GEDCOMTree: Sendable {
  /// One line with its continuations.
  struct Node: Sendable {
    var level: Int
    var xref: String?
    var tag: String
    var value: String
    var children: [Int] = []
    /// The number of its line, from 1.
    var line = 0
  }

  private(set) var nodes: [Node] = []
  /// Lines at level 0.
  private(set) var records: [Int] = []
  /// 1-based numbers of the lines that broke the rules.
  private(set) var lostLines: [Int] = []

  init(_ text: String) {
    var open: [Int] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
      guard let node = Self.parse(line), node.level <= open.count, node.level < 100 else {
        lostLines.append(number)
        continue
      }
      if node.tag == "CONT" || node.tag == "CONC", node.level > 0 {
        let parent = open[node.level - 1]
        nodes[parent].value += (node.tag == "CONT" ? "\n" : "") + node.value
        continue
      }
      open.removeLast(open.count - node.level)
      nodes.append(node)
      nodes[nodes.count - 1].line = number
      let index = nodes.count - 1
      if node.level == 0 {
        records.append(index)
      } else {
        nodes[open[node.level - 1]].children.append(index)
      }
      open.append(index)
    }
  }

  // `1 NAME Ann /Berg/`, `0 @I1@ INDI`.
  private static func parse(_ line: Substring) -> Node? {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let level = Int(digits), !digits.isEmpty, digits.count <= 3 else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.first == " " else { return nil }
    rest = rest.drop { $0 == " " }
    var xref: String?
    if rest.first == "@", let end = rest.dropFirst().firstIndex(of: "@") {
      xref = String(rest[...end])
      rest = rest[end...].dropFirst().drop { $0 == " " }
    }
    let tag = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !tag.isEmpty else { return nil }
    rest = rest.dropFirst(tag.count)
    if rest.first == " " { rest = rest.dropFirst() } else if !rest.isEmpty { return nil }
    let value = rest.hasPrefix("@@") ? String(rest.dropFirst()) : String(rest)
    return Node(level: level, xref: xref, tag: tag.uppercased(), value: value)
  }

  /// The lines below one with a tag.
  func children(_ node: Int, _ tag: String) -> [Node] {
    nodes[node].children.map { nodes[$0] }.filter { $0.tag == tag }
  }

  /// The value of the first line below one with a tag, nil when it is empty.
  func value(_ node: Node, _ tag: String) -> String? {
    for child in node.children where nodes[child].tag == tag {
      let words = nodes[child].value.split(separator: " ").joined(separator: " ")
      if !words.isEmpty { return words }
    }
    return nil
  }

  /// The line of the first value at the end of a path of tags below a record.
  func line(_ record: Int, _ path: [String]) -> Int? {
    var found = [nodes[record]]
    for tag in path {
      found = found.flatMap { node in node.children.map { nodes[$0] }.filter { $0.tag == tag } }
    }
    return found.first?.line
  }

  /// The value at the end of a path of tags below a record.
  func value(_ record: Int, _ path: [String]) -> String? {
    var nodes = [self.nodes[record]]
    for tag in path.dropLast() {
      nodes = nodes.flatMap { node in
        node.children.map { self.nodes[$0] }.filter { $0.tag == tag }
      }
    }
    guard let last = path.last else { return nil }
    return nodes.lazy.compactMap { self.value($0, last) }.first
  }
}
