import Foundation
import Testing

@testable import BookTime

@Suite("Events solved together")
struct SolverTests {
  @Test("bounds equal those of all shortest paths, on networks without contradiction")
  func agreesWithFloydWarshall() {
    var seed: UInt64 = 3
    func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    for _ in 0..<300 {
      let count = 2 + next(8)
      let truth = (0..<count).map { _ in next(1000) }
      var network = TimeNetwork()
      // Point `count` of the matrix is the origin.
      let far = 10_000_000
      var distance = [[Int]](repeating: [Int](repeating: far, count: count + 1), count: count + 1)
      for i in 0...count { distance[i][i] = 0 }
      for i in 0..<count {
        let low = truth[i] - next(200)
        let high = truth[i] + next(200)
        _ = network.addPoint(from: low, to: high, statement: i)
        distance[count][i] = high
        distance[i][count] = -low
      }
      for _ in 0..<(count * 2) {
        let (a, b) = (next(count), next(count))
        if a == b { continue }
        let gap = truth[b] - truth[a]
        let (least, most) = (gap - next(50), gap + next(50))
        network.relate(a, b, atLeast: least, atMost: most, statement: 100)
        distance[a][b] = min(distance[a][b], most)
        distance[b][a] = min(distance[b][a], -least)
      }
      for k in 0...count {
        for i in 0...count {
          for j in 0...count {
            distance[i][j] = min(distance[i][j], distance[i][k] + distance[k][j])
          }
        }
      }
      let solution = network.solve()
      #expect(solution.conflicts.isEmpty)
      for i in 0..<count {
        #expect(solution.upper[i] == distance[count][i])
        #expect(solution.lower[i] == -distance[i][count])
      }
    }
  }

  @Test("a contradiction names the statements concerned and nobody else")
  func smallestContradiction() {
    var network = TimeNetwork()
    let a = network.addPoint(from: 100, to: 110, statement: 0)
    let b = network.addPoint(from: nil, to: nil, statement: 1)
    let c = network.addPoint(from: 0, to: 300, statement: 2)
    let d = network.addPoint(from: 500, to: 600, statement: 3)
    network.relate(a, b, atLeast: 25, atMost: 35, statement: 4)
    network.relate(b, d, atLeast: 0, atMost: 10, statement: 5)
    network.relate(a, c, atLeast: 0, atMost: nil, statement: 6)
    let solution = network.solve()
    #expect(solution.conflicts == [[0, 3, 4, 5]])
  }

  @Test("constraints that contradict each other without any date are found")
  func cycleWithoutDates() {
    var network = TimeNetwork()
    let a = network.addPoint(from: nil, to: nil, statement: 0)
    let b = network.addPoint(from: nil, to: nil, statement: 1)
    network.relate(a, b, atLeast: 5, atMost: nil, statement: 2)
    network.relate(b, a, atLeast: 5, atMost: nil, statement: 3)
    #expect(network.solve().conflicts == [[2, 3]])
  }

  @Test("the order of telling gives way to dates, and says so")
  func softGivesWay() {
    var network = TimeNetwork()
    let a = network.addPoint(from: 500, to: 510, statement: 0)
    let b = network.addPoint(from: 100, to: 110, statement: 1)
    network.relate(a, b, atLeast: 0, atMost: nil, statement: 7, isSoft: true)
    let solution = network.solve()
    #expect(solution.conflicts.isEmpty)
    #expect(solution.dropped == [7])
    #expect(solution.lower == [500, 100])
  }

  /// What a random story says: each statement bounds a point or relates two.
  private struct Saying {
    var a: Int
    /// Nil: days of `a` itself.
    var b: Int?
    var least: Int
    var most: Int
  }

  private static func network(_ sayings: [Saying], _ kept: Set<Int>, points: Int) -> TimeNetwork {
    var network = TimeNetwork()
    for point in 0..<points {
      let own = sayings.firstIndex { $0.a == point && $0.b == nil }
      if let own, kept.contains(own) {
        _ = network.addPoint(from: sayings[own].least, to: sayings[own].most, statement: own)
      } else {
        _ = network.addPoint(from: nil, to: nil, statement: -1)
      }
    }
    for (index, saying) in sayings.enumerated() where kept.contains(index) {
      guard let b = saying.b else { continue }
      network.relate(
        saying.a, b, atLeast: saying.least, atMost: saying.most, statement: index)
    }
    return network
  }

  /// Whether all can be true together, by all shortest paths.
  private static func isPossible(_ sayings: [Saying], _ kept: Set<Int>, points: Int) -> Bool {
    let far = 100_000_000
    var distance = [[Int]](
      repeating: [Int](repeating: far, count: points + 1), count: points + 1)
    for (index, saying) in sayings.enumerated() where kept.contains(index) {
      let (from, to) = saying.b.map { (saying.a, $0) } ?? (points, saying.a)
      distance[from][to] = min(distance[from][to], saying.most)
      distance[to][from] = min(distance[to][from], -saying.least)
    }
    for k in 0...points {
      for i in 0...points {
        for j in 0...points where distance[i][k] < far && distance[k][j] < far {
          distance[i][j] = min(distance[i][j], distance[i][k] + distance[k][j])
        }
      }
    }
    return (0...points).allSatisfy { distance[$0][$0] >= 0 }
  }

  @Test("a reported contradiction is one, and none of its statements could be left out")
  func irreducible() {
    var seed: UInt64 = 17
    func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    var met = 0
    for round in 0..<400 {
      let points = 3 + next(7)
      var sayings: [Saying] = []
      for a in 0..<points where next(3) > 0 {
        let day = next(300)
        sayings.append(Saying(a: a, b: nil, least: day, most: day + next(20)))
      }
      for _ in 0..<(points * 2) {
        let (a, b) = (next(points), next(points))
        if a == b { continue }
        let gap = next(200) - 100
        sayings.append(Saying(a: a, b: b, least: gap, most: gap + next(60)))
      }
      let all = Set(sayings.indices)
      let solution = Self.network(sayings, all, points: points).solve()
      #expect(
        solution.conflicts.isEmpty == Self.isPossible(sayings, all, points: points), "\(round)")
      for conflict in solution.conflicts {
        met += 1
        let set = Set(conflict)
        #expect(!Self.isPossible(sayings, set, points: points), "\(round): \(conflict)")
        for statement in set {
          #expect(
            Self.isPossible(sayings, set.subtracting([statement]), points: points),
            "\(round): \(conflict) without \(statement)")
        }
      }
    }
    #expect(met > 200)
  }

  @Test("soft constraints give way and leave the others' bounds as they are")
  func softLeavesNothing() {
    var seed: UInt64 = 23
    func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    for _ in 0..<200 {
      let points = 2 + next(10)
      var network = TimeNetwork()
      var kept = TimeNetwork()
      for i in 0..<points {
        let day: Int? = next(3) > 0 ? next(300) : nil
        _ = network.addPoint(from: day, to: day.map { $0 + 5 }, statement: i)
        _ = kept.addPoint(from: day, to: day.map { $0 + 5 }, statement: i)
      }
      for i in 1..<points {
        network.relate(i - 1, i, atLeast: 0, atMost: nil, statement: 100 + i, isSoft: true)
      }
      let solution = network.solve()
      for i in 1..<points where !solution.dropped.contains(100 + i) {
        kept.relate(i - 1, i, atLeast: 0, atMost: nil, statement: 100 + i)
      }
      let again = kept.solve()
      #expect(again.conflicts.isEmpty)
      #expect(again.lower == solution.lower)
      #expect(again.upper == solution.upper)
    }
  }

  /// A story of so many events with five constraints each, some dated, all true together.
  static func story(_ count: Int) -> TimeNetwork {
    var network = TimeNetwork()
    var seed: UInt64 = 11
    func next(_ n: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % n
    }
    let truth = (0..<count).map { $0 * 3 + next(40) }
    for i in 0..<count {
      let isDated = i % 7 == 0
      _ = network.addPoint(
        from: isDated ? truth[i] - 15 : nil, to: isDated ? truth[i] + 15 : nil, statement: i)
    }
    for i in 0..<count {
      for step in [1, 2, 5, 17, 101] where i + step < count {
        let gap = truth[i + step] - truth[i]
        network.relate(
          i, i + step, atLeast: gap - 20, atMost: gap + 20, statement: i, isSoft: step == 1)
      }
    }
    return network
  }

  private static func seconds(_ network: TimeNetwork) -> Double {
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure { _ = network.solve() } }.min() ?? .zero
    return Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  }

  @Test("ten times the events cost about ten times the time, and 10,000 far less than a second")
  func growth() {
    let small = Self.seconds(Self.story(1_000))
    let large = Self.seconds(Self.story(10_000))
    #expect(Self.story(10_000).solve().conflicts.isEmpty)
    #expect(large < max(0.002, small) * 40, "1,000: \(small) s, 10,000: \(large) s")
    #if !DEBUG
      #expect(large < 1)
    #endif
  }

  @Test("a hundred contradictions in 10,000 events are all met, in a time that grows with them")
  func manyContradictions() {
    var network = Self.story(10_000)
    for i in 0..<60 {
      network.relate(i * 160, i * 160 + 3, atLeast: 5_000, atMost: nil, statement: 20_000 + i)
    }
    let solution = network.solve()
    #expect(solution.conflicts.count == 60)
    #expect(solution.conflicts.allSatisfy { $0.contains { $0 >= 20_000 } })
  }

  /// `BOOKC_BENCH=1 swift test -c release --filter SolverTests` prints how the time grows.
  @Test("the benchmark", .enabled(if: ProcessInfo.processInfo.environment["BOOKC_BENCH"] != nil))
  func benchmark() {
    for count in [1_000, 10_000, 20_000, 100_000] {
      let time = Self.seconds(Self.story(count))
      print("solver: \(count) events, \(count * 5) constraints: \(Int(time * 1e6)) µs")
    }
  }
}
