import BookDiagnostics
import BookModel

extension BookSetter {
  /// What the author should know of a set of sections: characters, words and images that did not
  /// go well on the page.
  func messages(_ sections: [SetSection], _ lettering: DraftLettering) -> [Diagnostic] {
    missingGlyphs(sections, lettering) + wideWords(sections) + coarseImages(sections)
  }

  private func span(_ section: SetSection, _ token: Token) -> SourceSpan? {
    guard let chapter = section.section.chapter, Int(token.start) < section.galley.draft.ownText,
      token.end <= section.galley.draft.ownText
    else { return nil }
    return book.chapters[chapter].span(Int(token.start)..<token.end)
  }

  private func missingGlyphs(
    _ sections: [SetSection], _ lettering: DraftLettering
  ) -> [Diagnostic] {
    let incomplete = lettering.lettering.words.incomplete
    if incomplete.isEmpty { return [] }
    // The first place of every word that misses something.
    var wanted: [Int32: SourceSpan?] = [:]
    for missing in incomplete where missing.word >= 0 { wanted[missing.word] = .some(nil) }
    for section in sections {
      for token in section.galley.draft.store.tokens {
        let word = section.galley.numbers[Int(token.word)]
        if let known = wanted[word], known == nil, let span = span(section, token) {
          wanted[word] = span
        }
      }
    }
    var seen: Set<UInt32> = []
    var found: [Diagnostic] = []
    var substituted: [String: (place: Int, signs: [Unicode.Scalar], first: Int32)] = [:]
    let ordered = incomplete.sorted { a, b in
      switch (wanted[a.word] ?? nil, wanted[b.word] ?? nil) {
      case (let x?, let y?): x < y
      case (nil, _?): false
      case (_?, nil): true
      case (nil, nil): a.word < b.word
      }
    }
    for missing in ordered where seen.insert(missing.scalar.value).inserted {
      // One message a substitute: a line of Hebrew is not one message a letter.
      if let family = missing.substitute {
        let place = substituted.count
        substituted[family, default: (place, [], missing.word)].signs.append(missing.scalar)
        continue
      }
      found.append(
        Diagnostic(
          .missingGlyph,
          "'\(faces.family)' has no \(named([missing.scalar])); no installed font has it, "
            + "so an empty box stands for it", at: wanted[missing.word] ?? nil,
          subject: .characters([missing.scalar])))
    }
    for (family, item) in substituted.sorted(by: { $0.value.place < $1.value.place }) {
      found.append(
        Diagnostic(
          .missingGlyph,
          "'\(faces.family)' has no \(named(item.signs)); '\(family)' was used for "
            + (item.signs.count == 1 ? "it" : "them"), at: wanted[item.first] ?? nil,
          subject: .characters(item.signs)))
    }
    return found
  }

  /// `'ש' (U+5E9), 'ל' (U+5DC) and 3 more`.
  private func named(_ signs: [Unicode.Scalar]) -> String {
    let shown = signs.prefix(4).map {
      "'\($0)' (U+\(String($0.value, radix: 16, uppercase: true)))"
    }.joined(separator: ", ")
    return signs.count > 4 ? shown + " and \(signs.count - 4) more" : shown
  }

  private func wideWords(_ sections: [SetSection]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for section in sections where section.section.chapter != nil {
      for index in section.galley.tooWide.prefix(50) {
        let token = section.galley.draft.store.tokens[index]
        guard let span = span(section, token) else { continue }
        let text = section.galley.draft.store.text[Int(token.start)..<token.end]
        found.append(
          Diagnostic(
            .wordTooWide, "'\(String(decoding: text, as: UTF8.self))' is wider than the line",
            at: span))
      }
    }
    return found
  }

  private func coarseImages(_ sections: [SetSection]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for section in sections {
      for figure in section.galley.figures where figure.draft.isBitmap && figure.width > 0 {
        let dots = Int(figure.draft.width / (figure.width / 72))
        if dots >= 300 { continue }
        let path = book.images[figure.draft.source].path
        found.append(
          Diagnostic(
            .imageTooSmall,
            "the image '\(path)' has \(dots) dots to the inch on the page; print wants 300",
            at: figure.draft.span))
      }
    }
    return found
  }
}
