/// One stretch of words that was taken out, put in, or replaced.
package struct WordEdit: Sendable, Equatable {
  /// Bytes of the old words, as `WordTokens` joins them, that are gone; empty for an insertion.
  package var old: Range<Int>
  /// What stands there now; empty for a deletion.
  package var new: [UInt8]
  /// Words gone.
  package var lost: Int
  /// Words put in.
  package var gained: Int
}

/// The fewest edits that turn the old words into the new ones, shown where a reader expects them.
func wordEdits(_ old: WordTokens, _ new: WordTokens) -> [WordEdit] {
  var edits: [WordEdit] = []
  for (x, y) in tokenEdits(old, new) {
    edits.append(
      WordEdit(
        old: old.bytes(x), new: Array(new.text[new.bytes(y)]),
        lost: old.isWord[x].reduce(0) { $0 + ($1 ? 1 : 0) },
        gained: new.isWord[y].reduce(0) { $0 + ($1 ? 1 : 0) }))
  }
  return edits
}

/// Which tokens differ, as ranges of both in order.
func tokenEdits(_ old: WordTokens, _ new: WordTokens) -> [(old: Range<Int>, new: Range<Int>)] {
  var edits: [(old: Range<Int>, new: Range<Int>)] = []
  var (i, j) = (0, 0)
  let runs = alignment(old.hashes, new.hashes)
  for run in runs + [AlignedRun(old: old.count, new: new.count, count: 0)] {
    if run.old > i || run.new > j { edits.append((i..<run.old, j..<run.new)) }
    (i, j) = (run.old + run.count, run.new + run.count)
  }
  return slid(joined(edits, old, new), old, new)
}

/// Edits with only marks between them made one, and rewritten stretches not cut to pieces by the
/// odd word that stayed.
private func joined(
  _ edits: [(old: Range<Int>, new: Range<Int>)], _ old: WordTokens, _ new: WordTokens
) -> [(old: Range<Int>, new: Range<Int>)] {
  var result: [(old: Range<Int>, new: Range<Int>)] = []
  for edit in edits {
    if let last = result.last {
      let between = last.old.upperBound..<edit.old.lowerBound
      let words = old.isWord[between].reduce(0) { $0 + ($1 ? 1 : 0) }
      let size = min(weight(last, old, new), weight(edit, old, new))
      let parts = old.hashes[between].contains(passageEnd)
      if !parts, words == 0 && size >= 2 || words == 1 && size >= 8 || words == 2 && size >= 20 {
        result[result.count - 1] = (
          last.old.lowerBound..<edit.old.upperBound, last.new.lowerBound..<edit.new.upperBound
        )
        continue
      }
    }
    result.append(edit)
  }
  return result
}

private func weight(
  _ edit: (old: Range<Int>, new: Range<Int>), _ old: WordTokens, _ new: WordTokens
) -> Int {
  edit.old.isEmpty || edit.new.isEmpty
    ? 0 : max(edit.old.count, edit.new.count)
}

/// The token between two passages.
let passageEnd: UInt64 = [0x0A].withUnsafeBufferPointer { hashOf($0[...]) }

/// Pure insertions and deletions moved along equal words so that they are whole sentences where
/// they can be.
private func slid(
  _ edits: [(old: Range<Int>, new: Range<Int>)], _ old: WordTokens, _ new: WordTokens
) -> [(old: Range<Int>, new: Range<Int>)] {
  var edits = edits
  for index in edits.indices {
    let edit = edits[index]
    let (before, after) = (
      index == 0 ? (0, 0) : (edits[index - 1].old.upperBound, edits[index - 1].new.upperBound),
      index + 1 == edits.count
        ? (old.count, new.count)
        : (edits[index + 1].old.lowerBound, edits[index + 1].new.lowerBound)
    )
    if edit.new.isEmpty {
      let shift = bestShift(old, edit.old, before.0..<after.0)
      edits[index] = (moved(edit.old, shift), moved(edit.new, shift))
    } else if edit.old.isEmpty {
      let shift = bestShift(new, edit.new, before.1..<after.1)
      edits[index] = (moved(edit.old, shift), moved(edit.new, shift))
    }
  }
  return edits
}

private func moved(_ range: Range<Int>, _ by: Int) -> Range<Int> {
  range.lowerBound + by..<range.upperBound + by
}

/// How far to move `range` of `tokens` within `limits` for the best boundaries.
private func bestShift(_ tokens: WordTokens, _ range: Range<Int>, _ limits: Range<Int>) -> Int {
  var best = (score: score(tokens, range), shift: 0)
  var candidate = range
  while candidate.lowerBound > limits.lowerBound, range.lowerBound - candidate.lowerBound < 200,
    tokens.hashes[candidate.lowerBound - 1] == tokens.hashes[candidate.upperBound - 1]
  {
    candidate = moved(candidate, -1)
    let value = score(tokens, candidate)
    if value > best.score { best = (value, candidate.lowerBound - range.lowerBound) }
  }
  candidate = range
  while candidate.upperBound < limits.upperBound, candidate.lowerBound - range.lowerBound < 200,
    tokens.hashes[candidate.lowerBound] == tokens.hashes[candidate.upperBound]
  {
    candidate = moved(candidate, 1)
    let value = score(tokens, candidate)
    if value > best.score { best = (value, candidate.lowerBound - range.lowerBound) }
  }
  return best.shift
}

private func score(_ tokens: WordTokens, _ range: Range<Int>) -> Int {
  func byte(_ index: Int) -> UInt8 {
    tokens.text[tokens.starts[index]]
  }
  func endsSentence(_ index: Int) -> Bool {
    if index < 0 { return true }
    var k = index
    // A closing quotation mark after the stop belongs to it.
    while k >= 0, k > index - 4, !tokens.isWord[k] {
      let bytes = tokens.text[tokens.bytes(k..<k + 1)]
      if bytes == [0x2E] || bytes == [0x21] || bytes == [0x3F] || bytes == [0xE2, 0x80, 0xA6]
        || bytes == [0x0A]
      {
        return true
      }
      k -= 1
    }
    return false
  }
  var value = 0
  let isWhole = endsSentence(range.lowerBound - 1) && endsSentence(range.upperBound - 1)
  if isWhole, byte(range.lowerBound) == 0x20 { value += 4 }
  if byte(range.lowerBound) == 0x20 { value += 1 }
  if range.upperBound == tokens.count || byte(range.upperBound) == 0x20 { value += 1 }
  if tokens.isWord[range.lowerBound] { value += 1 }
  return value
}
