import BookDiagnostics
import BookFonts
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
    var scripts: [OpenTypeTag: MissingScript] = [:]
    let ordered = incomplete.sorted { a, b in
      switch (wanted[a.word] ?? nil, wanted[b.word] ?? nil) {
      case (let x?, let y?): x < y
      case (nil, _?): false
      case (_?, nil): true
      case (nil, nil): a.word < b.word
      }
    }
    // Another cut of the same family is no other font to an author.
    for missing in ordered
    where missing.substitute != faces.family && seen.insert(missing.scalar.value).inserted {
      let script = TextScript(of: missing.scalar)
      let tag = script.isShared ? TextScript.common.tag : script.tag
      let fresh = MissingScript(
        script: TextScript(tag), place: scripts.count, span: wanted[missing.word] ?? nil)
      scripts[tag, default: fresh].add(missing)
    }
    return scripts.values.sorted { $0.place < $1.place }.map { $0.diagnostic(faces.family) }
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
            .wordTooWide,
            "'\(String(decoding: text, as: UTF8.self))' is wider than the line, so it is parted where "
              + "the line ends",
            at: span))
      }
    }
    return found
  }

  /// Each picture once, where it has the fewest dots.
  private func coarseImages(_ sections: [SetSection]) -> [Diagnostic] {
    var coarsest: [(picture: SetPicture, dots: Float)] = []
    var known: [Int: Int] = [:]
    for picture in sections.flatMap(\.galley.figures).flatMap(\.pictures)
    where picture.draft.isBitmap && picture.width > 0 {
      let dots = picture.draft.width / (picture.width / 72)
      if dots >= wantedDots { continue }
      if let place = known[picture.draft.source] {
        if dots < coarsest[place].dots { coarsest[place] = (picture, dots) }
      } else {
        known[picture.draft.source] = coarsest.count
        coarsest.append((picture, dots))
      }
    }
    return coarsest.enumerated().map { index, coarse in
      let (picture, dots) = coarse
      let tenths = Int(picture.draft.width / wantedDots * 10)
      let size =
        tenths < leastTenths
        ? "it is too small for any page"
        : "for which it is good up to \(tenths / 10).\(tenths % 10) inches across"
      let screen =
        "a screen needs no more; for a book that is never printed write 'formats: [epub]' in book.yaml"
      return Diagnostic(
        .imageTooSmall,
        "the image '\(book.images[picture.draft.source].path)' has \(Int(dots)) dots to the inch "
          + "on the page; print wants 300, \(tenths < leastTenths ? "and " : "")\(size)",
        at: picture.draft.span, notes: index == 0 ? [DiagnosticNote(screen)] : [])
    }
  }
}

/// Dots to the inch below which printers warn (KDP GYEKAVKMSE23PFTM).
private let wantedDots: Float = 300
/// Tenths of an inch below which nobody sees what a picture shows.
private let leastTenths = 3
/// The characters of one script that the book's family lacks: one message, however many they are.
private struct MissingScript {
  var script: TextScript
  /// Its place among the others.
  var place: Int
  /// Where the first of them stands.
  var span: SourceSpan?
  private var boxed: [Unicode.Scalar] = []
  private var replaced: [Unicode.Scalar] = []
  private var families: [String] = []

  init(script: TextScript, place: Int, span: SourceSpan?) {
    self.script = script
    self.place = place
    self.span = span
  }

  mutating func add(_ missing: ShapedWords.MissingGlyph) {
    guard let family = missing.substitute else { return boxed.append(missing.scalar) }
    replaced.append(missing.scalar)
    if !families.contains(family) { families.append(family) }
  }

  func diagnostic(_ family: String) -> Diagnostic {
    let all = replaced + boxed
    let kind = script == .common ? "" : script.naming.map { "\($0.name) " } ?? ""
    var text = "'\(family)' has no \(kind)\(named(all))"
    if !replaced.isEmpty {
      let used = families.map { "'\($0)'" }.joined(separator: " and ")
      text += "; \(used) \(families.count == 1 ? "was" : "were") used for "
      text += boxed.isEmpty ? (all.count == 1 ? "it" : "them") : "\(replaced.count) of them"
    }
    if !boxed.isEmpty {
      let what = replaced.isEmpty ? (all.count == 1 ? "it" : "them") : named(boxed)
      text += "; no installed font has \(what), so an empty box stands "
      text += boxed.count == 1 ? "for it" : "for each"
    }
    var notes: [DiagnosticNote] = []
    if let naming = script.naming, !boxed.isEmpty || script != .common {
      notes.append(
        DiagnosticNote(
          "'\(naming.family)' has such characters; on Debian it is in the package "
            + "'\(naming.package)'"))
    }
    return Diagnostic(
      .missingGlyph, text, at: span, notes: notes, subject: .characters(all))
  }

  /// `'ש' (U+5E9), 'ל' (U+5DC) and 3 more`.
  private func named(_ signs: [Unicode.Scalar]) -> String {
    let shown = signs.prefix(4).map {
      "'\($0)' (U+\(String($0.value, radix: 16, uppercase: true)))"
    }.joined(separator: ", ")
    return signs.count > 4 ? shown + " and \(signs.count - 4) more" : shown
  }
}
