/// The new book's passages, made from the old book's and what changed.
///
/// Nothing of the new book is looked at: what the report says is all there is.
package func apply(_ diff: RevisionDiff, to old: [ChapterReading]) -> [[PassageContent]] {
  var chapters: [[PassageContent]] = []
  for chapter in diff.chapters where chapter.new != nil {
    var passages: [PassageContent] = []
    let source = chapter.old?.index
    for step in chapter.steps {
      switch step {
      case .kept(let range):
        if let source { passages += range.map { old[source].content($0) } }
      case .edited(let edit):
        if let source { passages += apply(edit, to: old[source]) }
      case .added(let content, _): passages.append(content)
      case .movedHere(let from, let edit): passages += apply(edit, to: old[from.chapter])
      case .gone, .movedAway: break
      }
    }
    chapters.append(passages)
  }
  return chapters
}

private func apply(_ edit: PassageEdit, to chapter: ChapterReading) -> [PassageContent] {
  let shapes = edit.shapes ?? edit.old.map { chapter.passages[$0].shape }
  let text = WordTokens(chapter, edit.old).text
  var result: [UInt8] = []
  var at = 0
  for change in edit.words {
    result += text[at..<change.old.lowerBound]
    result += change.new
    at = change.old.upperBound
  }
  result += text[at...]
  let parts = result.split(separator: 0x0A, omittingEmptySubsequences: false)
  return zip(shapes, parts).map { PassageContent($0, words: Array($1.drop { $0 == 0x20 })) }
}
