/// Writes the runs of a paragraph as inline Markdown.
struct RunWriter {
  /// What is put around words.
  enum Mark: Hashable {
    case italic, bold, struck, raised, lowered, smallCapitals
    case link(String)
    case language(String)
  }

  /// A stretch of words of one look, or one thing among them.
  private struct Token {
    var content: TypedRun.Content
    var marks: Set<Mark>
    var isBlank = false
  }

  private enum Piece {
    case words(String)
    case open(Int)
    case close(Int)
    case markup(String)
    case lineBreak
  }

  /// How a line break is written.
  var lineBreak = "\\\n"
  var isInTable = false
  /// The label of a note, by its index.
  var label: (Int) -> String = { "\($0 + 1)" }
  /// Path and alternative text of a picture, by its index.
  var picture: (Int) -> (path: String, alternative: String) = { _ in ("", "") }

  /// The marks put around words, in the order they are opened.
  private var marks: [Mark] = []
  private var pieces: [Piece] = []
  private var openMarks: [Int] = []

  /// The Markdown of runs.
  func write(_ runs: [TypedRun]) -> String {
    var writer = self
    writer.cut(runs)
    return writer.joined()
  }

  // MARK: Marks around tokens

  /// Words and the blanks between them apart; a blank has the marks that both its neighbours have.
  private func tokens(_ runs: [TypedRun]) -> [Token] {
    var tokens: [Token] = []
    for run in runs.joined {
      let marks = marks(of: run)
      guard case .text(let text) = run.content else {
        tokens.append(Token(content: run.content, marks: marks, isBlank: true))
        continue
      }
      let head = text.prefix { $0.isWhitespace }
      let tail =
        head.count == text.count
        ? "" : String(text.reversed().prefix { $0.isWhitespace }.reversed())
      let core = text.dropFirst(head.count).dropLast(tail.count)
      for (part, isBlank) in [(String(head), true), (String(core), false), (tail, true)]
      where !part.isEmpty {
        tokens.append(Token(content: .text(part), marks: marks, isBlank: isBlank))
      }
    }
    for index in tokens.indices where tokens[index].isBlank {
      let before = tokens[..<index].last { !$0.isBlank }?.marks ?? []
      let after = tokens[(index + 1)...].first { !$0.isBlank }?.marks ?? []
      tokens[index].marks = before.intersection(after)
    }
    return tokens
  }

  private func marks(of run: TypedRun) -> Set<Mark> {
    var marks: Set<Mark> = []
    if run.look.contains(.italic) || run.look.contains(.underlined) { marks.insert(.italic) }
    if run.look.contains(.bold) { marks.insert(.bold) }
    if run.look.contains(.struck) { marks.insert(.struck) }
    if run.look.contains(.raised) { marks.insert(.raised) }
    if run.look.contains(.lowered) { marks.insert(.lowered) }
    if run.look.contains(.smallCapitals) { marks.insert(.smallCapitals) }
    if let link = run.link { marks.insert(.link(link)) }
    if let language = run.language { marks.insert(.language(language)) }
    return marks
  }

  private mutating func cut(_ runs: [TypedRun]) {
    let tokens = tokens(runs)
    for (index, token) in tokens.enumerated() {
      while let top = openMarks.last,
        openMarks.contains(where: { !token.marks.contains(marks[$0]) })
      {
        openMarks.removeLast()
        pieces.append(.close(top))
      }
      // Nothing is opened before a blank: it would not be read as a mark.
      if token.isBlank {
        append(token)
        continue
      }
      let isOpen = Set(openMarks.map { marks[$0] })
      // What lasts longest is opened first; a link holds all the rest.
      let new = token.marks.subtracting(isOpen).map { mark in
        (mark, mark.rank, tokens[index...].prefix { $0.marks.contains(mark) }.count)
      }.sorted { a, b in (a.1, -a.2, a.0.order) < (b.1, -b.2, b.0.order) }
      for (mark, _, _) in new {
        marks.append(mark)
        openMarks.append(marks.count - 1)
        pieces.append(.open(marks.count - 1))
      }
      append(token)
    }
    for top in openMarks.reversed() { pieces.append(.close(top)) }
    openMarks = []
  }

  private mutating func append(_ token: Token) {
    switch token.content {
    case .text(let text): pieces.append(.words(text))
    case .lineBreak, .pageBreak: pieces.append(.lineBreak)
    case .note(let note): pieces.append(.markup("[^\(label(note))]"))
    case .picture(let index):
      let (path, alternative) = picture(index)
      var escaped = EscapedText()
      escaped.append(alternative, isInTable: isInTable, before: nil)
      pieces.append(.markup("![\(escaped.text)](\(path))"))
    }
  }

  // MARK: Signs or tags

  /// The first character that follows a piece; stars beside one another are one run of them.
  private func next(after index: Int) -> Unicode.Scalar? {
    for piece in pieces[(index + 1)...] {
      switch piece {
      case .words(let text): return text.unicodeScalars.first
      case .markup: return "["
      case .lineBreak: return " "
      case .open(let mark), .close(let mark): if !isOfStars(mark) { return "<" }
      }
    }
    return nil
  }

  private func last(before index: Int) -> Unicode.Scalar? {
    for piece in pieces[..<index].reversed() {
      switch piece {
      case .words(let text): return text.unicodeScalars.last
      case .markup: return "]"
      case .lineBreak: return " "
      case .open(let mark), .close(let mark): if !isOfStars(mark) { return ">" }
      }
    }
    return nil
  }

  private func isOfStars(_ mark: Int) -> Bool { marks[mark] == .italic || marks[mark] == .bold }

  /// Whether struck words may stand between `~~`: words alone, parted by blanks from others.
  private func isPlainlyStruck(_ index: Int) -> Bool {
    guard !isInTable, index + 2 < pieces.count, case .open(let mark) = pieces[index],
      marks[mark] == .struck, case .words(let text) = pieces[index + 1],
      case .close(mark) = pieces[index + 2], !text.contains(where: { "~`<\\".contains($0) })
    else { return false }
    let before = last(before: index)
    let after = next(after: index + 2)
    return (before?.isBlank ?? true)
      && (after.map { $0.isBlank || ".,;:!?".unicodeScalars.contains($0) } ?? true)
  }

  /// Whether two marks open or close in one place.
  private func isBesideStars(_ index: Int) -> Bool {
    for neighbour in [index - 1, index + 1] where pieces.indices.contains(neighbour) {
      switch (pieces[index], pieces[neighbour]) {
      case (.open, .open(let mark)), (.close, .close(let mark)): if isOfStars(mark) { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether a mark opens and closes with the same other one, or neither.
  private func isTwin(_ mark: Int) -> Bool {
    var beside: [Bool] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .open(mark), .close(mark): beside.append(isBesideStars(index))
      default: continue
      }
    }
    return beside.count == 2 && beside[0] == beside[1]
  }

  /// The marks that are written as tags, since stars would not be read as what they are beside
  /// their neighbours (CommonMark 0.30, section 6.2).
  private func tagged() -> Set<Int> {
    var tagged: Set<Int> = []
    for (index, piece) in pieces.enumerated() {
      let (mark, outside, inside): (Int, Unicode.Scalar?, Unicode.Scalar?)
      switch piece {
      case .open(let open):
        (mark, outside, inside) = (open, last(before: index), next(after: index))
      case .close(let close):
        (mark, outside, inside) = (close, next(after: index), last(before: index))
      default: continue
      }
      if marks[mark] == .struck {
        if case .open = piece, !isPlainlyStruck(index) { tagged.insert(mark) }
        continue
      }
      let isApart = outside.map { $0.isBlank || $0.isPunctuation } ?? true
      if !isApart, inside?.isWordLike != true { tagged.insert(mark) }
      if !isApart, outside?.isWordLike != true || isBesideStars(index) { tagged.insert(mark) }
      if isBesideStars(index), !isTwin(mark) { tagged.insert(mark) }
      // One mark ends where another begins: the stars would run together.
      if case .open = piece, index > 0, case .close(let before) = pieces[index - 1],
        !tagged.contains(before)
      {
        tagged.insert(mark)
      }
    }
    return tagged
  }

  private func joined() -> String {
    let tagged = tagged()
    var result = EscapedText()
    let dollars = pieces.reduce(0) { count, piece in
      if case .words(let text) = piece { return count + text.count { $0 == "$" } }
      return count
    }
    result.isFormulaPossible = dollars > 1
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .words(let text):
        result.append(text, isInTable: isInTable, before: next(after: index))
        if text.hasSuffix("!"), beginsBracket(index + 1) { result.escapeLast() }
      case .markup(let text): result.append(markup: text)
      case .lineBreak: result.append(markup: lineBreak)
      case .open(let mark): result.append(markup: sign(mark, tagged, isOpen: true))
      case .close(let mark): result.append(markup: sign(mark, tagged, isOpen: false))
      }
    }
    return result.text
  }

  /// Whether a piece begins with a bracket, which a mark of exclamation would make a picture of.
  private func beginsBracket(_ index: Int) -> Bool {
    guard index < pieces.count else { return false }
    switch pieces[index] {
    case .markup: return true
    case .open(let mark):
      if case .link = marks[mark] { return true }
      return false
    default: return false
    }
  }

  private func sign(_ index: Int, _ tagged: Set<Int>, isOpen: Bool) -> String {
    let tag: String
    switch marks[index] {
    case .italic:
      if !tagged.contains(index) { return "*" }
      tag = "em"
    case .bold:
      if !tagged.contains(index) { return "**" }
      tag = "strong"
    case .struck:
      if !tagged.contains(index) { return "~~" }
      tag = "del"
    case .raised: tag = "sup"
    case .lowered: tag = "sub"
    case .smallCapitals: return isOpen ? "<span class=\"small-caps\">" : "</span>"
    case .link(let target): return isOpen ? "[" : "](<\(target)>)"
    case .language(let language): return isOpen ? "<span lang=\"\(language)\">" : "</span>"
    }
    return isOpen ? "<\(tag)>" : "</\(tag)>"
  }
}

extension RunWriter.Mark {
  /// What must lie outside the others.
  fileprivate var rank: Int {
    if case .link = self { return 0 }
    return 1
  }

  /// A fixed order for marks of the same length.
  fileprivate var order: Int {
    switch self {
    case .link: 0
    case .language: 1
    case .bold: 2
    case .italic: 3
    case .struck: 4
    case .raised: 5
    case .lowered: 6
    case .smallCapitals: 7
    }
  }
}
