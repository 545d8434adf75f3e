import BookLanguage

/// Whom "he" and "she" stand for: the nearest fitting name before them.
struct Antecedent {
  let text: UnsafeBufferPointer<UInt8>

  /// - Parameters:
  ///   - words: the sentences before, nearest last, and what stands before the pronoun
  ///   - surely: whether the name must say itself that it fits
  func name(forWoman isWoman: Bool, before words: [SentenceWord], surely: Bool) -> String? {
    var at = words.count - 1
    while at >= 0 {
      if let (range, fits) = name(endingAt: at, words, isWoman) {
        if fits ?? !surely { return plain(range, words) }
        at = range.lowerBound - 1
      } else {
        at -= 1
      }
    }
    return nil
  }

  /// Whom a pronoun that opens a paragraph stands for: the only one of that sex of whom the paragraph before
  /// tells; nil where it speaks of anybody else who might be meant.
  func only(forWoman isWoman: Bool, in words: [SentenceWord]) -> String? {
    let own: EventWords.Kind = isWoman ? .woman : .man
    var found: Set<String> = []
    var at = words.count - 1
    while at >= 0 {
      if let (range, fits) = name(endingAt: at, words, isWoman) {
        guard let fits else { return nil }
        if fits { found.insert(plain(range, words).lowercased()) }
        at = range.lowerBound - 1
      } else {
        // "The doctor", "his son": somebody without a name.
        let kinds = words[at].kinds
        if words[at].shape == .small, kinds.has(own) || kinds.has(.people) {
          return nil
        }
        at -= 1
      }
    }
    guard found.count == 1, let name = found.first else { return nil }
    return words.indices.lazy.compactMap { self.name(endingAt: $0, words, isWoman) }
      .first { $0.1 == true && plain($0.0, words).lowercased() == name }.map { plain($0.0, words) }
  }

  /// The name that ends at a word and whether it is of the sex asked for, nil where it does not say.
  private func name(
    endingAt at: Int, _ words: [SentenceWord], _ isWoman: Bool
  ) -> (ClosedRange<Int>, Bool?)? {
    let word = words[at]
    let own: EventWords.Kind = isWoman ? .woman : .man
    let other: EventWords.Kind = isWoman ? .man : .woman
    // "My mother"
    if word.kinds.has(.kin), word.shape == .small, at > 0, words[at - 1].kinds.has(.narrators) {
      if word.kinds.has(own) { return (at - 1...at, true) }
      return word.kinds.has(other) ? (at - 1...at, false) : nil
    }
    guard word.shape == .capital, !word.kinds.has(.narrator), !word.kinds.has(.month),
      !word.kinds.has(.weekday)
    else { return nil }
    var low = at
    while low > 0, words[low - 1].shape == .capital, !words[low - 1].kinds.has(.narrator),
      words[low].start - words[low - 1].end <= 1
    {
      low -= 1
    }
    // "After Mr. Hale": what opens a sentence is no part of a name for its capital.
    while low < at, words[low].kinds.has(.dangling) || words[low].kinds.has(.joint) { low += 1 }
    let titles = words[low...at]
    if titles.contains(where: { $0.kinds.has(own) }) {
      return low < at ? (low...at, true) : nil
    }
    if titles.contains(where: { $0.kinds.has(other) }) { return (low...at, false) }
    // A lone capital may be a place or the first word of a sentence, and what has an article is a thing.
    guard low < at, low > 0, !words[low - 1].kinds.has(.place), words[low - 1].shape != .stop,
      !hasArticle(before: low, words)
    else { return nil }
    return (low...at, nil)
  }

  /// "The White House", "the proposed Arbitration Treaty".
  private func hasArticle(before low: Int, _ words: [SentenceWord]) -> Bool {
    for word in words[max(0, low - Self.articleReach)..<low].reversed() {
      if word.kinds.has(.definite) { return true }
      if word.shape != .small || word.kinds.has(.dangling) { return false }
    }
    return false
  }

  /// In words: the article and what stands between it and the name.
  private static let articleReach = 3

  private func plain(_ range: ClosedRange<Int>, _ words: [SentenceWord]) -> String {
    var name = String(
      decoding: text[Int(words[range.lowerBound].start)..<Int(words[range.upperBound].end)],
      as: UTF8.self)
    for ending in ["’s", "'s", "’", "'"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
      break
    }
    return name.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
  }
}
