import BookModel

/// All forms of a registry where they stand in a book, with what stands around each.
///
/// Whom they mean is not asked yet. When a few of the registry are taken out, most chapters need
/// not be read again: nothing in them was theirs.
struct FormReading: Sendable {
  let forms: [RegistryForm]
  /// Chapter by chapter, in reading order.
  let hits: [[SettledHit]]
  /// Words that stand in small letters somewhere.
  let smallWords: SmallWords
  private let scans: [FormScan]

  init(
    _ forms: [RegistryForm], in book: Book, jobs: Int, after earlier: FormReading? = nil
  ) async {
    self.forms = forms
    // With nobody to look for, nobody is found: the book need not be read.
    guard !forms.isEmpty else {
      (hits, smallWords, scans) = (
        [[SettledHit]](repeating: [], count: book.chapters.count), .init(), []
      )
      return
    }
    let trie = FormTrie(forms)
    let kept = earlier?.scans(for: forms) ?? []
    scans = await book.chapters.mapInOrder(jobs: jobs) { index, chapter in
      (kept.isEmpty ? nil : kept[index]) ?? FormScan.scan(chapter, for: trie)
    }
    var smallWords = SmallWords()
    for scan in scans { smallWords.formUnion(scan.smallWords) }
    self.smallWords = smallWords
    let known = smallWords
    let reused = known == earlier?.smallWords ? earlier?.hits : nil
    let pairs = zip(book.chapters, scans).map { ($0, $1.hits) }
    hits = await pairs.mapInOrder(jobs: jobs) { index, pair in
      if let before = reused?[index], !kept.isEmpty, kept[index] != nil {
        return zip(pair.1, before).map { SettledHit(hit: $0, setting: $1.setting) }
      }
      return Self.settle(pair.1, in: pair.0, forms, known)
    }
  }

  /// What of the chapters may be taken over for other forms, nil for a chapter in which a form
  /// stands that is no more; empty where there are forms that nobody has looked for.
  private func scans(for others: [RegistryForm]) -> [FormScan?] {
    let number = Dictionary(
      others.enumerated().map { (FormKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(forms.map(FormKey.init))
    guard !scans.isEmpty, number.count == others.count, known.count == forms.count,
      number.keys.allSatisfy(known.contains)
    else { return [] }
    let renumbered = forms.map { number[FormKey($0)] }
    return scans.map { scan in
      var scan = scan
      for index in scan.hits.indices {
        guard let form = renumbered[scan.hits[index].form] else { return nil }
        scan.hits[index].form = form
      }
      return scan
    }
  }

  private static func settle(
    _ hits: [FormHit], in chapter: ParsedChapter, _ forms: [RegistryForm], _ smallWords: SmallWords
  ) -> [SettledHit] {
    let emphasised = EmphasisedRanges(chapter)
    return chapter.text.withUnsafeBufferPointer { text in
      hits.map { hit in
        let leaf = chapter.prose[hit.prose]
        let reader = SettingReader(
          words: WordReader(text: text, leaf: leaf.text.clamped(to: 0..<text.count)),
          smallWords: smallWords, isHeading: leaf.zone == .heading)
        return SettledHit(
          hit: hit,
          setting: reader.setting(
            of: hit, form: forms[hit.form], among: emphasised))
      }
    }
  }
}

/// What tells forms of two readings to be the same.
private struct FormKey: Hashable {
  let text: String
  let capitals: UInt64

  init(_ form: RegistryForm) {
    text = form.text
    capitals = form.capitals
  }
}
