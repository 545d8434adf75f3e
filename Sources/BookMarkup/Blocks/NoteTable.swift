import BookDiagnostics
import BookModel

/// A chapter's footnotes: which are defined and in what order they are referred to.
struct NoteTable {
  let definitions: [NoteDefinition]
  /// Labels as they are compared, with the first definition of each.
  private var byLabel: [String: Int] = [:]
  /// Definitions in the order of their first reference.
  private(set) var order: [Int] = []
  /// Place in `order` by definition.
  private var placeInOrder: [Int: Int] = [:]
  /// Where each was first referred to, in step with `order`.
  private(set) var firstReferences: [LeafPlace] = []
  /// Which note refers to which, as places in `order`, and where.
  var calls: [(from: Int, to: Int, span: SourceSpan)] = []
  /// How many of `order` are referred to; the rest come after them.
  var referredCount = 0

  init(_ definitions: [NoteDefinition]) {
    self.definitions = definitions
    for (index, definition) in definitions.enumerated() {
      let key = definition.label.lowercased()
      if byLabel[key] == nil { byLabel[key] = index }
    }
  }

  /// The definition that counts for a label.
  func definition(_ label: String) -> Int? { byLabel[label.lowercased()] }

  /// The labels there are.
  var labels: [String] { definitions.map(\.label).filter { !$0.hasPrefix("^") } }

  /// The place in the order of a label's note, given now if it is the first reference.
  mutating func refer(to label: String, from place: LeafPlace) -> Int? {
    definition(label).map { refer(toDefinition: $0, from: place) }
  }

  /// Ditto for a definition.
  mutating func refer(toDefinition index: Int, from place: LeafPlace) -> Int {
    if let known = placeInOrder[index] { return known }
    placeInOrder[index] = order.count
    order.append(index)
    firstReferences.append(place)
    return order.count - 1
  }

  /// Puts the notes nobody refers to after the others.
  mutating func addUnused() {
    referredCount = order.count
    for (index, definition) in definitions.enumerated()
    where self.definition(definition.label) == index && placeInOrder[index] == nil {
      placeInOrder[index] = order.count
      order.append(index)
      firstReferences.append(LeafPlace())
    }
  }
}
