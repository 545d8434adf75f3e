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
  /// How many moves there are: on, the last word under the root, and to either side with each label.
  static let moves = 2 * labels + 1

  private let count: Int
  /// The atoms of each word as they now are, of the root behind them, and of no word at all.
  private var atoms: [UInt32] = []
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
    count = words.count
    atoms.reserveCapacity((words.count + 2) * Self.nodeAtoms)
    for (word, tag) in zip(words, tags) {
      atoms += [word.word, UInt32(tag.rawValue) + 3, Self.firstRelation, word.cluster, 1, 1]
    }
    atoms += [2, 2, 1, 2, 1, 1]
    atoms += repeatElement(0, count: Self.nodeAtoms)
    heads = Array(repeating: -1, count: words.count)
    relations = Array(repeating: .root, count: words.count)
    dependents = Array(repeating: Dependents(), count: words.count + 1)
  }

  /// Where among a word's atoms its relation, its dependents to the left and to the right stand.
  private static let relationAtom = 2
  private static let leftsAtom = 4
  private static let rightsAtom = 5
  /// The atom of the relation that every word has before it has another.
  private static let firstRelation = UInt32(Relation.root.rawValue) + 2

  var isFinished: Bool { next == count && waiting.isEmpty }

  /// The legal move with the highest score, the first of equals.
  func bestMove(_ scores: Scores) -> Int {
    var best = -1
    func consider(_ moves: Range<Int>) {
      for move in moves where best < 0 || scores[move] > scores[best] { best = move }
    }
    let labels = Self.labels
    if next < count {
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
    atoms[word * Self.nodeAtoms + Self.relationAtom] = UInt32(relation.rawValue) + 2
    let isLeft = word < head
    if isLeft {
      dependents[head].left2 = dependents[head].left
      dependents[head].left = word
      dependents[head].lefts = min(dependents[head].lefts + 1, Self.mostCounted)
    } else {
      dependents[head].right2 = dependents[head].right
      dependents[head].right = word
      dependents[head].rights = min(dependents[head].rights + 1, Self.mostCounted)
    }
    // The root's own are never asked.
    guard head < count else { return }
    atoms[head * Self.nodeAtoms + (isLeft ? Self.leftsAtom : Self.rightsAtom)] =
      UInt32(isLeft ? dependents[head].lefts : dependents[head].rights) + 1
  }

  /// Writes the atoms of this state in the order of Scripts/tagger/kernel.py.
  func write(to out: UnsafeMutablePointer<UInt32>) {
    let last = waiting.count > 0 ? waiting[waiting.count - 1] : -1
    let before = waiting.count > 1 ? waiting[waiting.count - 2] : -1
    let third = waiting.count > 2 ? waiting[waiting.count - 3] : -1
    let of = last >= 0 ? dependents[last] : Dependents()
    let ofBefore = before >= 0 ? dependents[before] : Dependents()
    func ahead(_ by: Int) -> Int { next + by <= count ? next + by : -1 }
    let nothing = count + 1
    out[0] = 0
    var place = out + 1
    self.atoms.withUnsafeBufferPointer { atoms in
      func node(_ word: Int) {
        let from = (word < 0 ? nothing : word) * Self.nodeAtoms
        place.update(from: atoms.baseAddress! + from, count: Self.nodeAtoms)
        place += Self.nodeAtoms
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
    }
    place[0] = last >= 0 ? gap(next - last) : 0
    place[1] = before >= 0 ? gap(last - before) : 0
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
