/// A simple temporal network: points in time, and how far apart they can be.
///
/// Every constraint says that one point comes at most so many days after another (Dechter, Meiri
/// and Pearl, "Temporal constraint networks", 1991). Bounds are tightened to a fixed point by
/// worklist; a set of constraints that cannot all hold is a negative cycle, and the points on it
/// name the statements concerned.
package struct TimeNetwork: Sendable {
  /// `to` is at most `days` after `from`; negative days say that it lies before.
  package struct Edge: Sendable {
    package var from: Int32
    package var to: Int32
    package var days: Int32
    /// What says so, for reporting.
    package var statement: Int32
    /// Gives way first.
    package var isSoft: Bool
  }

  /// The bounds, and what could not be kept.
  package struct Solution: Sendable {
    /// First day of each point.
    package var lower: [Int]
    /// Last day of each point.
    package var upper: [Int]
    /// Sets of statements that cannot all be true, each as small as can be.
    package var conflicts: [[Int]] = []
    /// Statements of soft constraints that gave way.
    package var dropped: [Int] = []
  }

  /// No event of a book lies further away: about 2,700 years either side of 1970.
  package static let horizon = 1_000_000

  private var lower: [Int] = []
  private var upper: [Int] = []
  private var lowerStatement: [Int32] = []
  private var upperStatement: [Int32] = []
  private var edges: [Edge] = []

  package init() {}

  /// Adds a point between two days, nil where open; `statement` is what says so.
  package mutating func addPoint(from first: Int?, to last: Int?, statement: Int) -> Int {
    lower.append(max(-Self.horizon, min(Self.horizon, first ?? -Self.horizon)))
    upper.append(max(-Self.horizon, min(Self.horizon, last ?? Self.horizon)))
    lowerStatement.append(first == nil ? -1 : Int32(truncatingIfNeeded: statement))
    upperStatement.append(last == nil ? -1 : Int32(truncatingIfNeeded: statement))
    return lower.count - 1
  }

  /// Says that `b` comes between so many and so many days after `a`, nil where open.
  package mutating func relate(
    _ a: Int, _ b: Int, atLeast least: Int?, atMost most: Int?, statement: Int, isSoft: Bool = false
  ) {
    let limit = Self.horizon
    if let most {
      edges.append(
        Edge(
          from: Int32(a), to: Int32(b), days: Int32(max(-limit, min(limit, most))),
          statement: Int32(truncatingIfNeeded: statement), isSoft: isSoft))
    }
    if let least {
      edges.append(
        Edge(
          from: Int32(b), to: Int32(a), days: Int32(max(-limit, min(limit, -least))),
          statement: Int32(truncatingIfNeeded: statement), isSoft: isSoft))
    }
  }

  /// Tightens every bound; soft constraints give way to hard ones, then the hard one that was
  /// stated last in a contradiction.
  package func solve() -> Solution {
    var isActive = [Bool](repeating: true, count: edges.count)
    var boundIsActive = [Bool](repeating: true, count: lower.count)
    var conflicts: [[Int]] = []
    var dropped: [Int] = []
    // A contradiction costs one more run; a book has few, and a hundred are enough to mend.
    for _ in 0..<Self.mostContradictions {
      var run = Propagation(self, isActive, boundIsActive)
      guard let cycle = run.tighten() else {
        return Solution(lower: run.lower, upper: run.upper, conflicts: conflicts, dropped: dropped)
      }
      if let soft = cycle.edges.filter({ edges[$0].isSoft }).max() {
        isActive[soft] = false
        dropped.append(Int(edges[soft].statement))
        continue
      }
      conflicts.append(cycle.statements)
      if let last = cycle.edges.max() {
        isActive[last] = false
      } else {
        boundIsActive[cycle.point] = false
      }
    }
    for index in edges.indices where edges[index].isSoft { isActive[index] = false }
    var run = Propagation(self, isActive, boundIsActive)
    _ = run.tighten()
    return Solution(lower: run.lower, upper: run.upper, conflicts: conflicts, dropped: dropped)
  }

  private static let mostContradictions = 400

  /// A contradiction as it was met.
  fileprivate struct Cycle {
    var edges: [Int]
    var statements: [Int]
    var point: Int
  }
}

extension TimeNetwork {
  /// One run to the fixed point.
  fileprivate struct Propagation {
    var lower: [Int]
    var upper: [Int]
    private let network: TimeNetwork
    private let isActive: [Bool]
    /// The edge that last moved a bound, -1 for its own.
    private var lowerParent: [Int32]
    private var upperParent: [Int32]
    private var outgoing: Adjacency
    private var incoming: Adjacency

    init(_ network: TimeNetwork, _ isActive: [Bool], _ boundIsActive: [Bool]) {
      self.network = network
      self.isActive = isActive
      let count = network.lower.count
      lower = zip(network.lower, boundIsActive).map { $1 ? $0 : -TimeNetwork.horizon }
      upper = zip(network.upper, boundIsActive).map { $1 ? $0 : TimeNetwork.horizon }
      lowerParent = [Int32](repeating: -1, count: count)
      upperParent = [Int32](repeating: -1, count: count)
      outgoing = Adjacency(count, network.edges.map(\.from))
      incoming = Adjacency(count, network.edges.map(\.to))
    }

    mutating func tighten() -> Cycle? {
      for point in lower.indices where lower[point] > upper[point] { return cycle(at: point) }
      return sweep(up: true) ?? sweep(up: false)
    }

    /// Moves upper bounds along the edges, or lower bounds against them, until nothing moves.
    private mutating func sweep(up: Bool) -> Cycle? {
      let count = lower.count
      var queue = Array(0..<Int32(truncatingIfNeeded: count))
      var isQueued = [Bool](repeating: true, count: count)
      var moves = [Int32](repeating: 0, count: count)
      var head = 0
      while head < queue.count {
        let point = Int(queue[head])
        head += 1
        if head > 4096, head * 2 > queue.count {
          queue.removeFirst(head)
          head = 0
        }
        isQueued[point] = false
        let edges = up ? outgoing.edges(of: point) : incoming.edges(of: point)
        for index in edges where isActive[Int(index)] {
          let edge = network.edges[Int(index)]
          let target = Int(up ? edge.to : edge.from)
          let days = Int(edge.days)
          if up {
            guard upper[point] + days < upper[target] else { continue }
            upper[target] = upper[point] + days
            upperParent[target] = index
          } else {
            guard lower[point] - days > lower[target] else { continue }
            lower[target] = lower[point] - days
            lowerParent[target] = index
          }
          if lower[target] > upper[target] { return cycle(at: target) }
          moves[target] += 1
          // A point that moves again and again may be chasing its own tail.
          if moves[target] & 63 == 0, let found = loop(from: target, up: up) { return found }
          if !isQueued[target] {
            isQueued[target] = true
            queue.append(Int32(target))
          }
        }
      }
      return nil
    }

    /// A cycle of parents: constraints that contradict each other whatever the dates.
    private func loop(from point: Int, up: Bool) -> Cycle? {
      var at = point
      var seen: [Int] = []
      for _ in 0...lower.count {
        let parent = up ? upperParent[at] : lowerParent[at]
        guard parent >= 0 else { return nil }
        seen.append(Int(parent))
        at = Int(up ? network.edges[Int(parent)].from : network.edges[Int(parent)].to)
        if at == point { return made(seen, bounds: [], point: point) }
      }
      return nil
    }

    /// From a point whose bounds crossed, back to the statements that set them.
    private func cycle(at point: Int) -> Cycle {
      var edges: [Int] = []
      var bounds: [Int] = []
      for up in [true, false] {
        var at = point
        var steps = 0
        while steps <= lower.count {
          let parent = up ? upperParent[at] : lowerParent[at]
          guard parent >= 0 else { break }
          edges.append(Int(parent))
          at = Int(up ? network.edges[Int(parent)].from : network.edges[Int(parent)].to)
          steps += 1
        }
        let statement = up ? network.upperStatement[at] : network.lowerStatement[at]
        if statement >= 0 { bounds.append(Int(statement)) }
      }
      return made(edges, bounds: bounds, point: point)
    }

    private func made(_ edges: [Int], bounds: [Int], point: Int) -> Cycle {
      let statements = Set(edges.map { Int(network.edges[$0].statement) } + bounds)
      return Cycle(
        edges: Array(Set(edges)), statements: statements.filter { $0 >= 0 }.sorted(), point: point)
    }
  }

  /// The edges at each point, in compressed rows.
  fileprivate struct Adjacency {
    private var starts: [Int32]
    private var list: [Int32]

    init(_ count: Int, _ keys: [Int32]) {
      starts = [Int32](repeating: 0, count: count + 1)
      for key in keys { starts[Int(key) + 1] += 1 }
      for i in 0..<count { starts[i + 1] += starts[i] }
      var next = starts
      list = [Int32](repeating: 0, count: keys.count)
      for (index, key) in keys.enumerated() {
        list[Int(next[Int(key)])] = Int32(index)
        next[Int(key)] += 1
      }
    }

    func edges(of point: Int) -> ArraySlice<Int32> {
      list[Int(starts[point])..<Int(starts[point + 1])]
    }
  }
}
