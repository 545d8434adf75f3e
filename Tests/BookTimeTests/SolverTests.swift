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

  @Test("ten times the events cost about ten times the time, and 10,000 far less than a second")
  func growth() {
    func seconds(_ count: Int) -> Double {
      let network = Self.story(count)
      let clock = ContinuousClock()
      let best =
        (0..<3).map { _ in
          clock.measure { #expect(network.solve().conflicts.isEmpty) }
        }.min() ?? .zero
      return Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    }
    let small = seconds(1_000)
    let large = seconds(10_000)
    #expect(large < max(0.002, small) * 40, "1,000: \(small) s, 10,000: \(large) s")
    #if !DEBUG
      #expect(large < 1)
    #endif
  }
}
