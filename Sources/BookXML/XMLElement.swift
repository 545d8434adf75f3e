/// An element with all that is in it, as a value.
package struct XMLElement: Sendable, Equatable {
  /// What stands in an element.
  package enum Child: Sendable, Equatable {
    case element(XMLElement)
    case text(String)
  }
  /// One attribute.
  package struct Attribute: Sendable, Equatable {
    /// As `XMLNames` has it.
    package var name: String
    /// Without references.
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// As `XMLNames` has it, such as `w:p`; the local name alone where the namespace is not known.
  package var name: String
  /// In the order of the file.
  package var attributes: [Attribute]
  /// In the order of the file.
  package var children: [Child]

  package init(name: String, attributes: [Attribute] = [], children: [Child] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Its name without a prefix.
  package var localName: String { name.split(separator: ":").last.map(String.init) ?? name }

  /// An attribute's value.
  package subscript(_ name: String) -> String? {
    for attribute in attributes where attribute.name == name { return attribute.value }
    return nil
  }

  /// The first element of a name right within this one.
  package func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The elements right within this one.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All words within, of every depth.
  package var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let words): text += words
      case .element(let element): text += element.text
      }
    }
  }

  /// The first element of a name at any depth, in the order of the file.
  package func descendant(_ name: String) -> XMLElement? {
    for case .element(let element) in children {
      if element.name == name { return element }
      if let found = element.descendant(name) { return found }
    }
    return nil
  }
}
