/// How far the arcs of a sentence are drawn: words waiting for a head, and the next word to be looked at.
///
/// Arc-hybrid transitions: move on, hang the last waiting word under the next word, or under the waiting
/// word before it. Behind the last word stands the root.
struct ArcState {
  /// Longer sentences get no arcs.
  static let longest = 512
  private static let labels = Relation.allCases.count
  private static let nodeAtoms = 6
  private static let nodes = 16
  /// How many atoms there are, the empty one included.
  static let atomCount = 1 + nodes * nodeAtoms + 2
  private static let mostCounted: UInt8 = 3

  private let words: [WordAtoms]
  private let tags: [PartOfSpeech]
  private var waiting: [Int] = []
  private var next = 0
  /// The head of each word, the count of words for the root.
  private(set) var heads: [Int]
  /// The relation of each word to its head.
  private(set) var relations: [Relation]
  private var dependents: [Dependents]

  /// The outermost two dependents to each side, and how many there are.
  private struct Dependents {
    var left = -1
    var left2 = -1
    var right = -1
    var right2 = -1
    var lefts: UInt8 = 0
    var rights: UInt8 = 0
  }

  init(words: [WordAtoms], tags: [PartOfSpeech]) {
    self.words = words
    self.tags = tags
    heads = Array(repeating: -1, count: words.count)
    relations = Array(repeating: .root, count: words.count)
    dependents = Array(repeating: Dependents(), count: words.count + 1)
  }

  var isFinished: Bool { next == words.count && waiting.isEmpty }

  /// The legal move with the highest score, the first of equals.
  func bestMove(_ scores: UnsafeMutableBufferPointer<Int32>) -> Int {
    var best = -1
    func consider(_ moves: Range<Int>) {
      for move in moves where best < 0 || scores[move] > scores[best] { best = move }
    }
    let labels = Self.labels
    if next < words.count {
      consider(0..<1)
      if !waiting.isEmpty { consider(2..<labels + 1) }
    } else if waiting.count == 1 {
      consider(1..<2)
    }
    if waiting.count >= 2 { consider(labels + 2..<2 * labels + 1) }
    return best
  }

  /// Makes a move.
  mutating func apply(_ move: Int) {
    if move == 0 {
      waiting.append(next)
      next += 1
      return
    }
    let word = waiting.removeLast()
    let toTheNext = move <= Self.labels
    let relation = Relation(rawValue: UInt8(toTheNext ? move - 1 : move - 1 - Self.labels))!
    let head = toTheNext ? next : waiting[waiting.count - 1]
    heads[word] = head
    relations[word] = relation
    if word < head {
      dependents[head].left2 = dependents[head].left
      dependents[head].left = word
      dependents[head].lefts = min(dependents[head].lefts + 1, Self.mostCounted)
    } else {
      dependents[head].right2 = dependents[head].right
      dependents[head].right = word
      dependents[head].rights = min(dependents[head].rights + 1, Self.mostCounted)
    }
  }

  /// Writes the atoms of this state in the order of Scripts/tagger/kernel.py.
  func write(to atoms: UnsafeMutablePointer<UInt32>) {
    let last = waiting.count > 0 ? waiting[waiting.count - 1] : -1
    let before = waiting.count > 1 ? waiting[waiting.count - 2] : -1
    let third = waiting.count > 2 ? waiting[waiting.count - 3] : -1
    let of = last >= 0 ? dependents[last] : Dependents()
    let ofBefore = before >= 0 ? dependents[before] : Dependents()
    func ahead(_ by: Int) -> Int { next + by <= words.count ? next + by : -1 }
    atoms[0] = 0
    var out = atoms + 1
    func node(_ word: Int) {
      write(word, to: out)
      out += Self.nodeAtoms
    }
    node(last)
    node(before)
    node(third)
    node(next)
    node(ahead(1))
    node(ahead(2))
    node(ahead(3))
    node(of.left)
    node(of.left2)
    node(of.right)
    node(of.right2)
    node(ofBefore.left)
    node(ofBefore.right)
    node(dependents[next].left)
    node(next - 1)
    node(last >= 0 ? last + 1 : -1)
    out[0] = last >= 0 ? gap(next - last) : 0
    out[1] = before >= 0 ? gap(last - before) : 0
  }

  private func write(_ word: Int, to out: UnsafeMutablePointer<UInt32>) {
    if word < 0 {
      out.update(repeating: 0, count: Self.nodeAtoms)
    } else if word >= words.count {
      out[0] = 2
      out[1] = 2
      out[2] = 1
      out[3] = 2
      out[4] = 1
      out[5] = 1
    } else {
      out[0] = words[word].word
      out[1] = UInt32(tags[word].rawValue) + 3
      out[2] = UInt32(relations[word].rawValue) + 2
      out[3] = words[word].cluster
      out[4] = UInt32(dependents[word].lefts) + 1
      out[5] = UInt32(dependents[word].rights) + 1
    }
  }

  /// A distance in words, the far ones together.
  private func gap(_ words: Int) -> UInt32 {
    switch words {
    case ..<1: 1
    case ..<5: UInt32(words)
    case ..<8: 5
    case ..<13: 6
    default: 7
    }
  }
}
