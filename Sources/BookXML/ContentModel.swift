/// What may stand in what: the elements of one namespace, each with its attributes and its content.
///
/// A grammar in RELAX NG says the same, but libxml2 takes the square of a content model's length
/// to compile one, for every element of XHTML anew: longer than a book takes to write.
package struct ContentModel: Sendable {
  /// A run of children within an element.
  package struct Run: Sendable {
    var names: [String]
    var minimum: Int
    var maximum: Int
    var isOfOneName = false
    var allowsText = false

    /// Any number of the elements, in any order, among words.
    package static func mixed(_ names: [String]) -> Run {
      Run(names: names, minimum: 0, maximum: .max, allowsText: true)
    }
    /// Any number of the elements, in any order.
    package static func any(_ names: String...) -> Run {
      Run(names: names, minimum: 0, maximum: .max)
    }
    /// One or more of the elements, in any order.
    package static func some(_ names: String...) -> Run {
      Run(names: names, minimum: 1, maximum: .max)
    }
    /// One or more of one of the elements.
    package static func someOfOne(_ names: String...) -> Run {
      Run(names: names, minimum: 1, maximum: .max, isOfOneName: true)
    }
    /// The element, once.
    package static func one(_ name: String) -> Run { Run(names: [name], minimum: 1, maximum: 1) }
    /// The element, at most once.
    package static func maybe(_ name: String) -> Run { Run(names: [name], minimum: 0, maximum: 1) }
  }

  /// One element.
  package struct Element: Sendable {
    var name: String
    var content: [Run]
    var attributes: [String]
    var required: [String]

    /// An element that holds the runs in their order; attributes are named with their usual
    /// prefixes (`xml:lang`, `epub:type`), those in `required` besides those in `attributes`.
    package init(
      _ name: String, _ content: [Run], attributes: [String] = [], required: [String] = []
    ) {
      self.name = name
      self.content = content
      self.attributes = attributes + required
      self.required = required
    }
  }

  /// A run with its elements as a set of indices.
  struct CompiledRun: Sendable {
    var names: UInt128 = 0
    var minimum: Int
    var maximum: Int
    var isOfOneName: Bool
    var allowsText: Bool
  }

  let namespace: String
  let elements: [Element]
  let runs: [[CompiledRun]]
  let indices: [String: Int]
  /// The elements that each attribute may stand on, as a set of indices.
  let attributes: [String: UInt128]

  /// A model of at most 128 elements; the first is the root.
  package init(namespace: String, elements: [Element]) {
    precondition(elements.count <= 128, "a content model has at most 128 elements")
    self.namespace = namespace
    self.elements = elements
    let indices = Dictionary(
      elements.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.indices = indices
    var attributes: [String: UInt128] = [:]
    for (index, element) in elements.enumerated() {
      for name in element.attributes { attributes[name, default: 0] |= 1 << UInt128(index) }
    }
    self.attributes = attributes
    runs = elements.map { element in
      element.content.map { run in
        CompiledRun(
          names: run.names.reduce(into: 0) { set, name in
            if let index = indices[name] { set |= 1 << UInt128(index) }
          },
          minimum: run.minimum, maximum: run.maximum, isOfOneName: run.isOfOneName,
          allowsText: run.allowsText)
      }
    }
  }

  /// Validates a document and hands back the attributes named in `harvest`.
  package func validate(_ bytes: [UInt8], harvest: [String] = []) -> XMLReport {
    let faults = FaultCollector()
    guard let document = ParsedXML.parse(bytes, faults: faults) else { return faults.unreadable }
    return document.withDocument { document in
      var walk = ContentWalk(model: self, harvest: harvest)
      return walk.run(document)
    }
  }
}
