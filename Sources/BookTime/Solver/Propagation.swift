extension TimeNetwork {
  /// Bounds at their fixed point, to which constraints are added and from which they are taken
  /// back again when they do not fit.
  struct Propagation {
    private(set) var lower: [Int]
    private(set) var upper: [Int]
    private let network: TimeNetwork
    /// The edge that last moved a bound, -1 for its own.
    private var lowerParent: [Int32]
    private var upperParent: [Int32]
    private var outgoing: EdgeLists
    private var incoming: EdgeLists
    /// What was moved since the last time that everything fitted.
    private var trail: [Move] = []
    private var queue: [Int32] = []
    private var isQueued: [Bool]
    /// How often each point was moved in the sweep at hand.
    private var moves: [Int32]

    /// A bound as it was before it was moved.
    private struct Move {
      var point: Int32
      var isUpper: Bool
      var parent: Int32
      var value: Int
    }

    /// Every point on its own days; one whose days contradict each other is undated.
    init(_ network: TimeNetwork) {
      self.network = network
      let count = network.lower.count
      lower = network.lower
      upper = network.upper
      lowerParent = [Int32](repeating: -1, count: count)
      upperParent = lowerParent
      outgoing = EdgeLists(points: count, edges: network.edges.count)
      incoming = outgoing
      isQueued = [Bool](repeating: false, count: count)
      moves = [Int32](repeating: 0, count: count)
      for point in 0..<count where lower[point] > upper[point] {
        lower[point] = -TimeNetwork.horizon
        upper[point] = TimeNetwork.horizon
      }
    }

    /// Adds constraints and tightens; when they do not fit, leaves everything as it was and says
    /// why.
    mutating func add(_ edges: [Int]) -> Cycle? {
      for edge in edges {
        outgoing.insert(edge, at: Int(network.edges[edge].from))
        incoming.insert(edge, at: Int(network.edges[edge].to))
      }
      guard let cycle = sweep(edges, up: true) ?? sweep(edges, up: false) else {
        trail.removeAll(keepingCapacity: true)
        return nil
      }
      for move in trail.reversed() {
        if move.isUpper {
          upper[Int(move.point)] = move.value
          upperParent[Int(move.point)] = move.parent
        } else {
          lower[Int(move.point)] = move.value
          lowerParent[Int(move.point)] = move.parent
        }
      }
      trail.removeAll(keepingCapacity: true)
      for edge in edges.reversed() {
        outgoing.removeFirst(edge, at: Int(network.edges[edge].from))
        incoming.removeFirst(edge, at: Int(network.edges[edge].to))
      }
      return cycle
    }

    /// Moves upper bounds along the edges, or lower bounds against them, until nothing moves.
    private mutating func sweep(_ edges: [Int], up: Bool) -> Cycle? {
      defer { rest() }
      for edge in edges {
        if let cycle = relax(Int32(truncatingIfNeeded: edge), up: up) { return cycle }
      }
      var head = 0
      while head < queue.count {
        let point = Int(queue[head])
        head += 1
        if head > 4096, head * 2 > queue.count {
          queue.removeFirst(head)
          head = 0
        }
        isQueued[point] = false
        var edge = up ? outgoing.first(at: point) : incoming.first(at: point)
        while edge >= 0 {
          if let cycle = relax(edge, up: up) { return cycle }
          edge = up ? outgoing.next(edge) : incoming.next(edge)
        }
      }
      return nil
    }

    /// Ends a sweep: nothing is queued, nothing was moved.
    private mutating func rest() {
      for point in queue { isQueued[Int(point)] = false }
      queue.removeAll(keepingCapacity: true)
      for move in trail { moves[Int(move.point)] = 0 }
    }

    /// Lets one edge move the bound at its end.
    @inline(__always)
    private mutating func relax(_ index: Int32, up: Bool) -> Cycle? {
      let edge = network.edges[Int(index)]
      let source = Int(up ? edge.from : edge.to)
      let target = Int(up ? edge.to : edge.from)
      let days = Int(edge.days)
      if up {
        let value = upper[source] + days
        guard value < upper[target] else { return nil }
        trail.append(
          Move(
            point: Int32(target), isUpper: true, parent: upperParent[target], value: upper[target]))
        upper[target] = value
        upperParent[target] = index
      } else {
        let value = lower[source] - days
        guard value > lower[target] else { return nil }
        trail.append(
          Move(
            point: Int32(target), isUpper: false, parent: lowerParent[target], value: lower[target]
          ))
        lower[target] = value
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
      return nil
    }

    // MARK: Why

    /// A cycle of parents: constraints that contradict each other whatever the dates.
    private func loop(from point: Int, up: Bool) -> Cycle? {
      var at = point
      var seen: [Int] = []
      for _ in 0...lower.count {
        guard let (edge, before) = step(back: at, up: up) else { return nil }
        seen.append(edge)
        at = before
        if at == point { return Cycle(edges: seen) }
      }
      return nil
    }

    /// From a point whose bounds crossed, back to the days that set them.
    private func cycle(at point: Int) -> Cycle {
      var edges: [Int] = []
      var ends: [Int] = []
      for up in [true, false] {
        var at = point
        var steps = 0
        while steps <= lower.count, let (edge, before) = step(back: at, up: up) {
          edges.append(edge)
          at = before
          steps += 1
        }
        ends.append(at)
      }
      return Cycle(edges: Array(Set(edges)).sorted(), above: [ends[0]], below: [ends[1]])
    }

    private func step(back point: Int, up: Bool) -> (edge: Int, before: Int)? {
      let parent = up ? upperParent[point] : lowerParent[point]
      guard parent >= 0 else { return nil }
      let edge = network.edges[Int(parent)]
      return (Int(parent), Int(up ? edge.from : edge.to))
    }
  }

  /// The edges at each point, linked so that the last one added comes off first.
  struct EdgeLists {
    private var heads: [Int32]
    private var nexts: [Int32]

    init(points: Int, edges: Int) {
      heads = [Int32](repeating: -1, count: points)
      nexts = [Int32](repeating: -1, count: edges)
    }

    func first(at point: Int) -> Int32 { heads[point] }
    func next(_ edge: Int32) -> Int32 { nexts[Int(edge)] }

    mutating func insert(_ edge: Int, at point: Int) {
      nexts[edge] = heads[point]
      heads[point] = Int32(truncatingIfNeeded: edge)
    }

    /// Takes off the edge that was added last.
    mutating func removeFirst(_ edge: Int, at point: Int) { heads[point] = nexts[edge] }
  }
}
