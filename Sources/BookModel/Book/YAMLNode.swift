package import BookDiagnostics

/// A YAML value with its place in the file, as BookManuscript read it and others decode it.
package struct YAMLNode: Sendable, Equatable {
  /// What it holds.
  package var content: Content
  /// The value in the file.
  package var span: SourceSpan

  package init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The kinds of value; every scalar stays the text that was written.
  package indirect enum Content: Sendable, Equatable {
    /// `isPlain` when it stood without quotes, so that `null` and `~` may mean nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One key and its value.
  package struct Entry: Sendable, Equatable {
    /// The key as written.
    package var key: String
    /// The key in the file.
    package var keySpan: SourceSpan
    /// What stands under it.
    package var value: YAMLNode

    package init(key: String, keySpan: SourceSpan, value: YAMLNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// The text of a scalar; nil for nothing (`null`, `~`, empty plain) and for collections.
  package var string: String? {
    guard case .scalar(let text, let isPlain) = content else { return nil }
    if isPlain, text.isEmpty || text == "~" || text == "null" { return nil }
    return text
  }

  /// The items of a sequence; a lone scalar counts as a sequence of one; nothing as none.
  package var items: [YAMLNode] {
    switch content {
    case .sequence(let items): items
    case .mapping: [self]
    case .scalar: string == nil ? [] : [self]
    }
  }

  /// The entries of a mapping, none for anything else.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  /// The value under a key.
  package subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }
}
