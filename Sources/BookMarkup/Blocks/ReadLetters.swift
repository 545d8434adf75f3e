import BookLanguage
import BookModel

extension ChapterReader {
  /// What each block of a letter or a document is: what stands above its words, what ends them, and
  /// what was added below the name.
  ///
  /// Words of the chapter's language say how letters begin and end; where there are none, what the
  /// lines look like.
  func letterParts(of blocks: [Block], isLetter: Bool) -> [LetterPart] {
    var parts = [LetterPart](repeating: .body, count: blocks.count)
    let lines = blocks.map { self.lines(of: $0) }
    var end = blocks.count
    if let first = lines.indices.dropFirst().first(where: {
      begins(lines[$0], letterWords.postscript)
    }) {
      for index in first..<end { parts[index] = .postscript }
      end = first
    }
    var start = 0
    if let first = lines.indices.prefix(max(0, min(end - 1, Self.mostAddresses + 1))).first(where: {
      isSalutation(lines[$0], opens: $0 == 0)
    }) {
      if lines[..<first].allSatisfy(isAddress) {
        for index in 0..<first { parts[index] = .address }
        parts[first] = .salutation
        start = first + 1
      }
    }
    let first = max(start, 1)
    var names = end
    while names > first, end - names < Self.mostNames, isSignature(lines[names - 1]) { names -= 1 }
    var closings = names
    while closings > first,
      isClosing(lines[closings - 1]) || isMoreOfClosing(lines[closings - 1], closings - 1, lines)
    {
      closings -= 1
    }
    // Without a closing only the last line can be a name; in a document it must look like one.
    if closings == names {
      guard end > first, isSignature(lines[end - 1]), isLetter || isName(lines[end - 1]) else {
        return parts
      }
      names = end - 1
      closings = names
    }
    for index in closings..<names { parts[index] = .closing }
    for index in names..<end {
      // "Love from Margaret" is closing and name in one.
      let isBoth =
        begins(lines[index], letterWords.closing)
        || lines[index].count > 1 && isClosing(Array(lines[index].prefix(1)))
      parts[index] = isBoth ? .closing : .signature
    }
    return parts
  }

  /// "your obedient servant," below "I remain, Sir,".
  private func isMoreOfClosing(_ line: [String], _ index: Int, _ lines: [[String]]) -> Bool {
    guard index > 0, areShort(line), line.last?.last == "," else { return false }
    return isClosing(lines[index - 1])
  }

  /// Name, office, place.
  private static let mostNames = 3

  /// Paragraphs above a salutation: sender and receiver.
  private static let mostAddresses = 2
  /// Signs of a line of an address, of a salutation or of a closing.
  private static let longestLine = 60
  /// Lines of an address or of what ends a letter: four of a name with its offices, or of a street.
  private static let mostLines = 5

  private var letterWords: ManuscriptWords { Language.of(language).manuscript ?? .ofAllLanguages }

  /// The lines of a paragraph; none of another kind of block.
  private func lines(of block: Block) -> [String] {
    guard case .paragraph(let index) = block.kind, prose.prose.indices.contains(index) else {
      return []
    }
    return String(decoding: prose.text[prose.prose[index].text], as: UTF8.self)
      .split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func begins(_ lines: [String], _ words: [String]) -> Bool {
    guard let line = lines.first?.lowercased() else { return false }
    return words.contains { word in
      guard line.hasPrefix(word) else { return false }
      let next = line.dropFirst(word.count).first
      return next.map { !$0.isLetter && !$0.isNumber } ?? true
    }
  }

  private func areShort(_ lines: [String]) -> Bool {
    !lines.isEmpty && lines.count <= Self.mostLines
      && lines.allSatisfy { $0.count <= Self.longestLine }
  }

  private func isSalutation(_ lines: [String], opens: Bool) -> Bool {
    guard lines.count == 1, areShort(lines), let last = lines[0].last else { return false }
    let isOpen = ",:!—–".contains(last)
    return isOpen && (opens || begins(lines, letterWords.salutation))
  }

  /// Whether lines end a letter: "With love," and the name in the next line.
  func endsLetter(_ lines: [String]) -> Bool {
    lines.count > 1 && areShort(lines) && isSignature(Array(lines.dropFirst()))
      && isClosing([lines[0]])
  }

  /// Whether lines at a letter's head are its sender, receiver, place or date: each begins as a name
  /// does, and none ends a sentence.
  func areAddress(_ lines: [String], after blocks: [Block]) -> Bool {
    blocks.count < Self.mostAddresses && isAddress(lines)
      && lines.allSatisfy { line in
        line.last != "." && line.first.map { $0.isUppercase || $0.isNumber } ?? false
      }
  }

  private func isAddress(_ lines: [String]) -> Bool {
    areShort(lines) && lines.allSatisfy { $0.last.map { !"!?:".contains($0) } ?? false }
  }

  /// Words before the name: "Yours ever,", "With the regard of one who was there,".
  private func isClosing(_ lines: [String]) -> Bool {
    guard areShort(lines), let first = lines.first?.first, let last = lines.last?.last else {
      return false
    }
    let isWhole = first.isUppercase || first == "…"
    return isWhole && (last == "," || begins(lines, letterWords.closing) && last != "?")
  }

  /// A name and what may stand below it: no sentence, unless an initial ends it.
  private func isSignature(_ lines: [String]) -> Bool {
    guard areShort(lines), let last = lines.last, let sign = last.last else { return false }
    if sign != "." { return !"!?:,;".contains(sign) }
    let words = last.split(separator: " ")
    return words.count <= Self.mostWordsOfName && (words.last?.count ?? 0) <= 3
  }

  private static let mostWordsOfName = 6

  /// Whether every word begins with a capital, as in "Ruth Berg" or "Edwin Ashby, Headmaster".
  private func isName(_ lines: [String]) -> Bool {
    let words = lines.flatMap { $0.split { $0 == " " || $0 == "," } }
    return lines.count == 1 && words.count > 1 && words.count <= Self.mostWordsOfName
      && words.allSatisfy { $0.first?.isUppercase == true }
      && !words.allSatisfy { $0.count > 1 && !$0.contains(where: \.isLowercase) }
  }
}
