import BookLanguage
import BookModel
import BookWords

/// Finds in a chapter the happenings that may be worth a row.
struct HappeningFinder: Sendable {
  let language: Language
  let lexicon: EventLexicon
  private let tagger: SentenceTagger
  private let narrators: Set<String>

  /// The finder of a language, nil where happenings are not found.
  init?(_ language: Language) {
    guard let lexicon = EventLexicon.of(language), let tagger = SentenceTagger.english() else {
      return nil
    }
    self.language = language
    self.lexicon = lexicon
    self.tagger = tagger
    narrators = Set(
      (language.eventWords?.lists ?? []).filter { $0.kind == .narrators }
        .flatMap { $0.words.split(separator: " ").map(String.init) })
  }

  /// The happenings of a chapter, one a sentence at most, in the order of the text.
  ///
  /// - Parameters:
  ///   - leaves: its expressions of time
  ///   - share: how many of a thousand words' sentences are read closely
  func happenings(
    in chapter: ParsedChapter, dated leaves: [LeafPhrases], share: Double
  ) -> [Happening] {
    guard chapter.header.matter == .body else { return [] }
    let papers = quotedPapers(in: chapter.blocks)
    return chapter.text.withUnsafeBufferPointer { text in
      let words = EventText(chapter, text, lexicon)
      var sketches: [SentenceSketch] = []
      var sentences: [Int: [Sentence]] = [:]
      for (index, prose) in chapter.prose.enumerated()
      where prose.zone == .body && prose.note == nil
        && !papers.contains(where: { $0.leaves.contains(index) })
      {
        let told = chapter.sentences(ofLeaf: index, in: words.words).filter { sentence in
          // What a summary in capitals says is told in the prose too.
          !words.words.tokens[sentence.tokens].allSatisfy {
            $0.shape.contains(.headline)
              && ($0.shape.contains(.allCapitals) || $0.end - $0.start == 1)
          }
        }
        sentences[index] = told
        for (ordinal, sentence) in told.enumerated() {
          sketches.append(
            SentenceSketch(sentence, of: words, text, prose: index, ordinal: ordinal))
        }
      }
      let most = max(Self.fewestSentences, Int(share * Double(chapter.wordCount) / 1000))
      let best = sketches.indices.sorted {
        (-sketches[$0].worth, $0) < (-sketches[$1].worth, $1)
      }.prefix(most).sorted()
      var dates: [Int: TitleDates] = [:]
      for leaf in leaves { dates[leaf.prose] = TitleDates(leaf.phrases) }
      var found: [Happening] = []
      var from = best.startIndex
      while from < best.endIndex {
        let prose = sketches[best[from]].prose
        var to = from
        var ordinals: [Int] = []
        while to < best.endIndex, sketches[best[to]].prose == prose {
          ordinals.append(sketches[best[to]].ordinal)
          to += 1
        }
        found += read(
          ordinals, of: sentences[prose] ?? [],
          behind: chapter.prose[prose].followsBreak ? [] : sentences[prose - 1] ?? [], prose, words,
          text, dates[prose] ?? TitleDates([]),
          opensChapter: prose == sketches[0].prose)
        from = to
      }
      return found
    }
  }

  /// Of a short chapter so many sentences are read closely.
  private static let fewestSentences = 6

  /// Reads some sentences of a leaf closely.
  private func read(
    _ ordinals: [Int], of sentences: [Sentence], behind paragraph: [Sentence], _ prose: Int,
    _ words: EventText, _ text: UnsafeBufferPointer<UInt8>, _ dates: TitleDates, opensChapter: Bool
  ) -> [Happening] {
    ordinals.compactMap { ordinal in
      let before = sentences[max(0, ordinal - Self.reach)..<ordinal].flatMap {
        words.words(of: $0, in: text)
      }
      return happening(
        words.words(of: sentences[ordinal], in: text), before,
        above: { ordinal == 0 ? paragraph.flatMap { words.words(of: $0, in: text) } : [] },
        prose, text, dates,
        opensParagraph: ordinal == 0, opensChapter: opensChapter && ordinal == 0)
    }
  }

  /// How many sentences back somebody is looked for whom a pronoun stands for.
  private static let reach = 5

  /// What is most worth a row in a sentence.
  private func happening(
    _ words: [SentenceWord], _ before: [SentenceWord], above: @escaping () -> [SentenceWord],
    _ prose: Int,
    _ text: UnsafeBufferPointer<UInt8>, _ dates: TitleDates, opensParagraph: Bool,
    opensChapter: Bool
  ) -> Happening? {
    guard words.count <= Self.mostWords else { return nil }
    let sentence = ReadSentence(words, text, lexicon, tagger)
    let reading = ClauseReading(sentence: sentence, text: text)
    let antecedent = Antecedent(text: text)
    let titles = ClauseTitle(
      sentence: sentence, text: text, dates: dates.all, limits: dates.limits,
      untilThen: language.eventWords?.untilThen ?? "", narrators: narrators,
      named: { word, isWoman in
        let at = sentence.tagged.words[word].lowerBound
        let isSubject = sentence.tagged.relations[word] == .subject
        return antecedent.name(
          forWoman: isWoman, before: before + words.filter { Int($0.end) <= at },
          surely: !isSubject)
          ?? (isSubject ? antecedent.only(forWoman: isWoman, in: above()) : nil)
      })
    var best: Happening?
    var bestRank = 0.0
    var isWorded = false
    for clause in sentence.clauses where reading.isAsserted(clause) {
      let cues = reading.cues(
        of: clause, opensParagraph: opensParagraph, opensChapter: opensChapter)
      var worth = EventWeights.bias
      for cue in cues.all { worth += EventWeights.weight(cue) }
      if cues.contains(.life), cues.contains(.byKin) { worth += Self.familyWeight }
      let title = titles.title(of: clause)
      let rank = sentence.standsAlone(clause) ? worth : worth - Self.subordinate
      // What can be worded comes first.
      if best != nil, (isWorded ? 1 : 0, bestRank) >= (title == nil ? 0 : 1, rank) { continue }
      (isWorded, bestRank) = (title != nil, rank)
      best = Happening(
        prose: prose,
        sentence: Int(words[0].start)..<Int(words[words.count - 1].end),
        clause: sentence.bytes(clause.span), trigger: sentence.tagged.words[clause.group.head],
        others: titles.others(than: clause), title: title,
        namesAnother: titles.doer(of: clause).isPronoun,
        leans: titles.leans(clause),
        isOwnBirth: cues.contains(.byNarrator) && sentence.kinds[clause.group.head].has(.birth),
        limit: title == nil ? nil : titles.limit(of: clause), cues: cues, worth: worth)
    }
    return best
  }

  /// In the family, births, weddings and deaths are rows however they are told; weights of single
  /// cues cannot say so of two together.
  private static let familyWeight = 1.0

  /// What leads into another clause is seldom what the sentence tells.
  private static let subordinate = 0.5
  /// Longer sentences are seldom read right.
  private static let mostWords = 140
}
