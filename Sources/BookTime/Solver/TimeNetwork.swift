/// A simple temporal network: points in time, and how far apart they can be.
///
/// Every constraint says that one point comes at most so many days after another (Dechter, Meiri
/// and Pearl, "Temporal constraint networks", 1991). Bounds are tightened to a fixed point by
/// worklist; a set of constraints that cannot all hold is a negative cycle, and the points on it
/// name the statements concerned.
package struct TimeNetwork: Sendable {
  /// `to` is at most `days` after `from`; negative days say that it lies before.
  struct Edge: Sendable {
    var from: Int32
    var to: Int32
    var days: Int32
    /// What says so, for reporting.
    var statement: Int32
    /// Gives way first.
    var isSoft: Bool
  }

  /// The bounds, and what could not be kept.
  package struct Solution: Sendable {
    /// First day of each point.
    package var lower: [Int]
    /// Last day of each point.
    package var upper: [Int]
    /// Sets of statements that cannot all be true, none of which could be left out of its set.
    package var conflicts: [[Int]] = []
    /// Statements of soft constraints that gave way.
    package var dropped: [Int] = []
  }

  /// Where a point without days stands: about 11,000 years either side of 1970.
  package static let horizon = 4_000_000

  /// Whether a bound says something: one that comes from the horizon does not, however far the
  /// constraints have moved it.
  package static func isDay(_ bound: Int) -> Bool { abs(bound) < 2_500_000 }

  private(set) var lower: [Int] = []
  private(set) var upper: [Int] = []
  private(set) var lowerStatement: [Int32] = []
  private(set) var upperStatement: [Int32] = []
  private(set) var edges: [Edge] = []

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

  /// Tightens every bound.
  ///
  /// Of constraints that contradict each other the one stated last gives way; soft ones are tried
  /// only when all the others stand, each as far as it fits.
  package func solve() -> Solution {
    let hard = edges.indices.filter { !edges[$0].isSoft }
    var run = Propagation(self)
    var solution = Solution(lower: [], upper: [])
    // A point whose own two days contradict each other is as good as undated.
    for point in lower.indices where lower[point] > upper[point] {
      solution.conflicts.append(statements(of: Cycle(edges: [], above: [point], below: [point])))
    }
    if run.add(hard) != nil {
      // Something contradicts: all again one by one, so that each contradiction is met alone.
      for edge in hard {
        guard let cycle = run.add([edge]) else { continue }
        if solution.conflicts.count < Self.mostContradictions {
          solution.conflicts.append(statements(of: irreducible(cycle)))
        }
      }
    }
    for edge in edges.indices where edges[edge].isSoft {
      if run.add([edge]) != nil { solution.dropped.append(Int(edges[edge].statement)) }
    }
    solution.lower = run.lower
    solution.upper = run.upper
    return solution
  }

  /// A book with more to mend than this has enough to mend.
  private static let mostContradictions = 100

  /// A contradiction: constraints, and the points that are bounded from above and from below.
  struct Cycle {
    var edges: [Int]
    var above: [Int] = []
    var below: [Int] = []
  }

  private func statements(of cycle: Cycle) -> [Int] {
    let all =
      cycle.edges.map { edges[$0].statement } + cycle.above.map { upperStatement[$0] }
      + cycle.below.map { lowerStatement[$0] }
    return Set(all.map(Int.init)).filter { $0 >= 0 }.sorted()
  }

  /// The contradiction without what it can do without: each statement is left out in turn, and
  /// stays out where the others still contradict each other.
  private func irreducible(_ cycle: Cycle) -> Cycle {
    var cycle = cycle
    for statement in statements(of: cycle) {
      let rest = Cycle(
        edges: cycle.edges.filter { edges[$0].statement != statement },
        above: cycle.above.filter { upperStatement[$0] != statement },
        below: cycle.below.filter { lowerStatement[$0] != statement })
      if isContradiction(rest) { cycle = rest }
    }
    return cycle
  }

  /// Whether constraints and bounds contradict each other, with nothing else said.
  private func isContradiction(_ cycle: Cycle) -> Bool {
    var network = TimeNetwork()
    var places: [Int32: Int] = [:]
    func place(_ point: Int32) -> Int {
      if let known = places[point] { return known }
      let isAbove = cycle.above.contains(Int(point))
      let isBelow = cycle.below.contains(Int(point))
      let new = network.addPoint(
        from: isBelow ? lower[Int(point)] : nil, to: isAbove ? upper[Int(point)] : nil,
        statement: 0)
      places[point] = new
      return new
    }
    for index in cycle.edges {
      let edge = edges[index]
      network.relate(
        place(edge.from), place(edge.to), atLeast: nil, atMost: Int(edge.days), statement: 0)
    }
    var run = Propagation(network)
    return run.add(Array(network.edges.indices)) != nil
  }
}
