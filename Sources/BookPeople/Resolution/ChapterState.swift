/// Who has been met in a chapter so far, and where.
struct ChapterState: Sendable {
  /// The leaf in which each person was last named, far below zero when not yet.
  private(set) var lastLeaf: [Int]
  private var lastSection: [Int]
  private var count: [Int]
  /// The last relative of the narrator, and where.
  var lastKin: (term: String, at: Int)?
  /// Whom a short form last meant, by form.
  var lastShort: [Int: (person: Int, leaf: Int)] = [:]
  /// Where a form with a title was last left open.
  var openTitle: [Int: Int] = [:]
  /// Where a form last stood in the name of somebody unregistered.
  var others: [Int: Int] = [:]
  /// The footnote being read.
  private(set) var noteNumber: Int?

  init(people: Int) {
    lastLeaf = [Int](repeating: -1000, count: people)
    lastSection = [Int](repeating: -2, count: people)
    count = [Int](repeating: 0, count: people)
  }

  mutating func note(_ person: Int, leaf: Int, section: Int) {
    lastLeaf[person] = leaf
    lastSection[person] = section
    count[person] += 1
  }

  /// Notes stand after the text, each by itself: what was near there is not near here.
  mutating func enterNote(_ number: Int?) {
    noteNumber = number
    for i in lastLeaf.indices { lastLeaf[i] = -1000 }
    lastShort = [:]
    openTitle = [:]
    others = [:]
    lastKin = nil
  }

  /// What nearness speaks for a person: 0 for one whom the chapter has not named yet.
  func nearness(_ person: Int, leaf: Int, section: Int) -> Int {
    guard count[person] > 0 else { return 0 }
    var score = 1
    switch leaf - lastLeaf[person] {
    case ...0: score += 5
    case 1: score += 3
    case 2: score += 2
    case 3: score += 1
    default: break
    }
    if section > 0, lastSection[person] == section { score += 1 }
    // A chapter about somebody: named again and again.
    if count[person] >= 3 { score += 1 }
    if count[person] >= 8 { score += 1 }
    return score
  }

  /// Whether another candidate was named after a leaf.
  func isNewer(than leaf: Int, among candidates: [Candidate], but person: Int) -> Bool {
    candidates.contains { $0.person != person && lastLeaf[$0.person] > leaf }
  }
}
