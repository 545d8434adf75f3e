import BookDiagnostics
import BookModel

/// Every chapter with what became of its passages, in the order of the new book.
func chapterDiffs(
  _ links: PassageLinks, _ oldOutline: Outline, _ newOutline: Outline
) -> [ChapterDiff] {
  let (old, new) = (oldOutline.book.book, newOutline.book.book)
  let order = links.match.compactMap { $0 }
  let inPlace = Set(longestIncreasing(order).map { order[$0] })
  let isMatched = Set(order)
  var result: [ChapterDiff] = []
  var next = 0
  func gone(before limit: Int) {
    while next < limit {
      if !isMatched.contains(next) { result.append(goneChapter(next, links, oldOutline)) }
      next += 1
    }
  }
  for (j, i) in links.match.enumerated() {
    if let i, inPlace.contains(i) { gone(before: i) }
    var diff = ChapterDiff(
      old: i.map { name($0, oldOutline) }, new: name(j, newOutline),
      isMoved: i.map { !inPlace.contains($0) } ?? false)
    if let i { diff.fields = headerChanges(old.chapters[i], new.chapters[j]) }
    var builder = StepBuilder(links, old, new, i, j)
    diff.steps = builder.build()
    (diff.gained, diff.lost) = builder.counts
    result.append(diff)
  }
  gone(before: old.chapters.count)
  return result
}

private func name(_ index: Int, _ outline: Outline) -> ChapterDiff.Name {
  let chapter = outline.book.book.chapters[index]
  return ChapterDiff.Name(
    index: index, file: outline.book.book.sources[chapter.source].path,
    title: outline.chapters[index].title, words: chapter.wordCount)
}

private func goneChapter(_ index: Int, _ links: PassageLinks, _ old: Outline) -> ChapterDiff {
  var diff = ChapterDiff(old: name(index, old), new: nil)
  for passage in links.old[index].passages.indices {
    if let home = links.homeOfOld[index][passage] {
      diff.steps.append(.movedAway(passage, to: home))
    } else {
      diff.steps.append(.gone(passage))
      diff.lost += links.old[index].passages[passage].words
    }
  }
  return diff
}

/// Builds the steps of one new chapter.
private struct StepBuilder {
  let links: PassageLinks
  let oldBook: Book
  let newBook: Book
  let i: Int?
  let j: Int
  var steps: [PassageStep] = []
  var counts = (gained: 0, lost: 0)
  private var at = (old: 0, new: 0)

  init(_ links: PassageLinks, _ old: Book, _ new: Book, _ i: Int?, _ j: Int) {
    self.links = links
    oldBook = old
    newBook = new
    self.i = i
    self.j = j
  }

  /// Walks both chapters along what they share.
  mutating func build() -> [PassageStep] {
    var anchors: [(old: Range<Int>, new: Range<Int>, isKept: Bool)] = links.kept[j].map {
      ($0.old..<$0.old + $0.count, $0.new..<$0.new + $0.count, true)
    }
    anchors += links.edited[j].map { ($0.old, $0.new, false) }
    anchors.sort { $0.new.lowerBound < $1.new.lowerBound }
    for anchor in anchors {
      advance(to: (anchor.old.lowerBound, anchor.new.lowerBound))
      if anchor.isKept {
        keep(anchor.old, anchor.new)
      } else if let i {
        let edit = passageEdit(anchor.old, of: i, anchor.new)
        count(edit, oldChapter: i)
        steps.append(.edited(edit))
      }
      at = (anchor.old.upperBound, anchor.new.upperBound)
    }
    advance(to: (i.map { links.old[$0].passages.count } ?? 0, links.new[j].passages.count))
    return steps
  }

  /// What is only in one of the two.
  private mutating func advance(to end: (old: Int, new: Int)) {
    if let i, at.old < end.old {
      for passage in at.old..<end.old {
        if let home = links.homeOfOld[i][passage] {
          steps.append(.movedAway(passage, to: home))
        } else {
          steps.append(.gone(passage))
          counts.lost += links.old[i].passages[passage].words
        }
      }
    }
    if at.new < end.new {
      for passage in at.new..<end.new {
        if let from = links.homeOfNew[j][passage] {
          let edit = passageEdit(
            from.passage..<from.passage + 1, of: from.chapter, passage..<passage + 1)
          count(edit, oldChapter: from.chapter)
          steps.append(.movedHere(from: from, edit))
        } else {
          steps.append(.added(links.new[j].content(passage), at: passage))
          counts.gained += links.new[j].passages[passage].words
        }
      }
    }
    at = end
  }

  /// Passages with the same words; those whose mark-up differs are told apart.
  private mutating func keep(_ x: Range<Int>, _ y: Range<Int>) {
    guard let i else { return }
    var start = x.lowerBound
    for (o, n) in zip(x, y) {
      let edit = sameWordsEdit(o, n, i)
      guard let edit else { continue }
      if o > start { steps.append(.kept(start..<o)) }
      steps.append(.edited(edit))
      start = o + 1
    }
    if start < x.upperBound { steps.append(.kept(start..<x.upperBound)) }
  }

  private func sameWordsEdit(_ o: Int, _ n: Int, _ i: Int) -> PassageEdit? {
    let shapes = shapes(o..<o + 1, of: i, n..<n + 1)
    if shapes == nil,
      haveSameMarks(
        oldBook.chapters[i], links.old[i].passages[o].prose,
        newBook.chapters[j], links.new[j].passages[n].prose)
    {
      return nil
    }
    let edit = passageEdit(o..<o + 1, of: i, n..<n + 1)
    return edit.markup.isEmpty && shapes == nil ? nil : edit
  }

  private func shapes(_ x: Range<Int>, of chapter: Int, _ y: Range<Int>) -> [Passage.Shape]? {
    let now = y.map { links.new[j].passages[$0].shape }
    let was = x.map { links.old[chapter].passages[$0].shape }
    return now == was ? nil : now
  }

  private func passageEdit(_ x: Range<Int>, of chapter: Int, _ y: Range<Int>) -> PassageEdit {
    let shapes = shapes(x, of: chapter, y)
    let isSame =
      x.count == 1 && y.count == 1
      && links.old[chapter].passages[x.lowerBound].hash == links.new[j].passages[y.lowerBound].hash
    let old = WordTokens(links.old[chapter], x)
    let new = isSame ? old : WordTokens(links.new[j], y)
    let edits = isSame ? [] : tokenEdits(old, new)
    var markup = shapeChanges(
      x.map { links.old[chapter].passages[$0].shape }, y.map { links.new[j].passages[$0].shape })
    if x.count == 1, y.count == 1 {
      markup += markupChanges(
        MarkedPassage(oldBook.chapters[chapter], links.old[chapter].passages[x.lowerBound], old),
        MarkedPassage(newBook.chapters[j], links.new[j].passages[y.lowerBound], new),
        edits)
    }
    return PassageEdit(
      old: x, new: y, words: isSame ? [] : wordEdits(old, new), shapes: shapes, markup: markup)
  }

  /// The tokens put in and taken out, reconciled with how words are counted elsewhere.
  private mutating func count(_ edit: PassageEdit, oldChapter: Int) {
    if edit.words.isEmpty { return }
    let was = edit.old.reduce(0) { $0 + links.old[oldChapter].passages[$1].words }
    let now = edit.new.reduce(0) { $0 + links.new[j].passages[$1].words }
    let lost = max(0, edit.words.reduce(0) { $0 + $1.lost }, was - now)
    counts.lost += lost
    counts.gained += lost + now - was
  }
}
