/// A stretch of an edited passage as it is shown.
enum EditPiece: Equatable {
  case kept(String)
  case lost(String)
  case gained(String)
  /// Words that stayed and are left out because they are many.
  case skipped
  /// A new paragraph begins, as before.
  case paragraphEnd
  /// A paragraph was divided here.
  case paragraphEndGained
  /// Two paragraphs were joined here.
  case paragraphEndLost
}

/// The words of an edit, old and new together; long stretches that stayed are shortened to
/// `context` bytes at either end.
func pieces(of edit: PassageEdit, in chapter: ChapterReading, context: Int) -> [EditPiece] {
  let text = WordTokens(chapter, edit.old).text
  var pieces: [EditPiece] = []
  var at = 0
  for change in edit.words {
    keep(text[at..<change.old.lowerBound], isFirst: at == 0, isLast: false)
    add(text[change.old], EditPiece.lost, .paragraphEndLost)
    add(change.new[...], EditPiece.gained, .paragraphEndGained)
    at = change.old.upperBound
  }
  keep(text[at...], isFirst: at == 0, isLast: true)
  return withoutLeadingBlank(pieces)

  func add(
    _ bytes: ArraySlice<UInt8>, _ piece: (String) -> EditPiece, _ end: EditPiece
  ) {
    for (index, part) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { pieces.append(end) }
      if !part.isEmpty { pieces.append(piece(String(decoding: part, as: UTF8.self))) }
    }
  }

  func keep(_ bytes: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) {
    // At the ends of the passage one side is enough.
    let most = isFirst || isLast ? context : context * 2
    guard bytes.count > most + 80 else {
      add(bytes, EditPiece.kept, .paragraphEnd)
      return
    }
    if !isFirst {
      var end = bytes.startIndex + context
      while end < bytes.endIndex, bytes[end] > 0x20 { end += 1 }
      add(bytes[..<end], EditPiece.kept, .paragraphEnd)
    }
    pieces.append(.skipped)
    if !isLast {
      var start = bytes.endIndex - context
      while start > bytes.startIndex, bytes[start] > 0x20 { start -= 1 }
      add(bytes[start...], EditPiece.kept, .paragraphEnd)
    }
  }
}

/// The blank that every passage's first word was given is no part of it.
private func withoutLeadingBlank(_ pieces: [EditPiece]) -> [EditPiece] {
  var isFirst = (old: true, new: true)
  return pieces.map { piece in
    func trimmed(_ text: String) -> String { String(text.drop { $0 == " " }) }
    switch piece {
    case .kept(let text):
      defer { isFirst = (false, false) }
      return isFirst.old && isFirst.new ? .kept(trimmed(text)) : piece
    case .lost(let text):
      defer { isFirst.old = false }
      return isFirst.old ? .lost(trimmed(text)) : piece
    case .gained(let text):
      defer { isFirst.new = false }
      return isFirst.new && isFirst.old ? .gained(trimmed(text)) : piece
    case .paragraphEnd, .paragraphEndLost, .paragraphEndGained:
      isFirst = (true, true)
      return piece
    case .skipped:
      isFirst = (false, false)
      return piece
    }
  }
}
