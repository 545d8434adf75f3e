import BookDiagnostics
import BookModel

/// A block that is open while the blocks in it are read: a division or an element of raw HTML.
struct Frame {
  /// What opened it.
  enum Opener {
    /// The quotation, list item or text itself.
    case container
    case division(DivisionName)
    case element(HTMLElement)
  }
  var opener: Opener
  /// What opened it, in the file.
  var span: SourceSpan
  var blocks: [Block] = []
  /// The zone outside, to go back to.
  var outerZone: Zone

  /// The element's name, empty for anything else.
  var name: String {
    if case .element(let element) = opener { return element.name }
    return ""
  }
}

/// A raw HTML element open within a leaf.
struct OpenElement {
  var name: String
  var mark: Int
  var span: SourceSpan
  /// Whether the words outside it are within a link.
  var wasInLink: Bool
  /// True for signs such as `~~`, which end with what they stand in without a word.
  var isSign = false
}

/// The end tag of a block at the end of a paragraph of Markdown: `I am well.</div>`.
struct PendingEnd {
  var name: String
  var span: SourceSpan
  /// Where the text ended when it was read.
  var offset: Int
}
