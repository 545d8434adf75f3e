package import BookModel

/// people.yaml as decoded: the people the author knows and the words that name nobody.
package struct Registry: Sendable {
  /// In the order of the file.
  package var people: [RegisteredPerson] = []
  /// Words that look like a person's name and are none.
  package var ignored: [String] = []
  /// Whether there is a people.yaml at all.
  package var exists = false

  package init() {}

  /// The part of a BCP 47 tag that names the language.
  static func primaryTag(_ tag: String) -> String { String(tag.prefix { $0 != "-" }).lowercased() }

  /// The index of the person with an id.
  package func index(of id: String) -> Int? { people.firstIndex { $0.id == id } }
}
