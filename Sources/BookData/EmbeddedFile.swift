internal import CEmbeddedData

/// A file that the build puts into the program: data that is read where it lies, never copied.
package enum EmbeddedFile: Sendable, CaseIterable {
  /// What is known of words: `BookPeople/Names/Data/lexicon.txt`.
  case lexicon
  /// Short forms of given names: `BookPeople/Names/Data/nicknames.txt`.
  case nicknames
  /// What Unicode says of characters: `BookTypesetting/Text/Characters/characters.table`.
  case characters
  /// What was learned of names: `BookPeople/Discovery/span.weights`.
  case spanWeights
  /// `Styles/classic/book.css`.
  case classicBookCSS
  /// `Styles/classic/preview.css`.
  case classicPreviewCSS
  /// `Styles/classic/theme.yaml`.
  case classicTheme
  /// The script that is read before a page of the live preview is drawn: `BookPreview/Live/early.js`.
  case earlyJS
  /// The script of the live preview: `BookPreview/Live/live.js`.
  case liveJS
  /// What the parts of the live preview look like: `BookPreview/Live/live.css`.
  case liveCSS

  /// Lends the bytes, whose first lies on a multiple of eight.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var count = 0
    let start =
      switch self {
      case .lexicon: embedded_lexicon(&count)
      case .nicknames: embedded_nicknames(&count)
      case .characters: embedded_characters(&count)
      case .spanWeights: embedded_span_weights(&count)
      case .classicBookCSS: embedded_classic_book_css(&count)
      case .classicPreviewCSS: embedded_classic_preview_css(&count)
      case .classicTheme: embedded_classic_theme(&count)
      case .earlyJS: embedded_early_js(&count)
      case .liveJS: embedded_live_js(&count)
      case .liveCSS: embedded_live_css(&count)
      }
    return try body(UnsafeBufferPointer(start: start, count: count))
  }

  /// A copy of the bytes, for who hands them on.
  package var bytes: [UInt8] { withBytes { Array($0) } }
}
