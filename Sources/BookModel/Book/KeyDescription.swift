/// A key of one of the author's YAML files: readers know it, `bookc explain`, the handbook and the
/// schemas for editors tell of it, all from here.
package struct KeyDescription: Sendable, Equatable {
  /// As it is written.
  package var name: String
  /// What may stand under it.
  package var value: Value
  /// What it is for: a sentence or two.
  package var meaning: String
  /// A value as it is written, of one line or several.
  package var example: String

  /// What may stand under a key.
  package indirect enum Value: Sendable, Equatable {
    case words
    /// Words, or a list of them.
    case list
    case number
    case yesOrNo
    /// EDTF, or as people write days.
    case date
    case oneOf([String])
    /// Keys of its own; `orWords` where plain words may stand in their place.
    case group([KeyDescription], orWords: Bool)
    /// A list of such groups; `orWords` ditto, for each of them.
    case groups([KeyDescription], orWords: Bool)
  }

  package init(_ name: String, _ value: Value, _ meaning: String, example: String) {
    self.name = name
    self.value = value
    self.meaning = meaning
    self.example = example
  }
}

/// One of the author's YAML files.
package struct YAMLFileDescription: Sendable, Equatable {
  /// `book.yaml`.
  package var name: String
  /// What it is for.
  package var meaning: String
  /// Its keys, or those of each entry where it is a list.
  package var keys: [KeyDescription]
  /// Keys around the list, where the file may be a group with the list in it: the first holds it.
  package var around: [KeyDescription]

  package init(
    name: String, meaning: String, keys: [KeyDescription], around: [KeyDescription] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
    self.around = around
  }
}
