/// A run of equal elements: `count` of them from `old` and from `new`.
struct AlignedRun: Equatable {
  var old: Int
  var new: Int
  var count: Int
}

/// The longest common subsequence of two sequences, as runs in order.
///
/// After E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). Where the two
/// differ so much that this would be slow, elements that are unique in both are fixed first
/// (B. Cohen's patience diff) and what lies between is aligned alone; then the result is common
/// but may not be the longest.
func alignment(_ old: [UInt64], _ new: [UInt64]) -> [AlignedRun] {
  old.withUnsafeBufferPointer { a in
    new.withUnsafeBufferPointer { b in
      var aligner = Aligner(a: a, b: b)
      aligner.align()
      return aligner.joinedRuns
    }
  }
}

private struct Aligner {
  let a: UnsafeBufferPointer<UInt64>
  let b: UnsafeBufferPointer<UInt64>
  var runs: [AlignedRun] = []
  private static let mostDifferences = 600

  init(a: UnsafeBufferPointer<UInt64>, b: UnsafeBufferPointer<UInt64>) {
    self.a = a
    self.b = b
  }

  /// The runs in order, those that touch made one.
  var joinedRuns: [AlignedRun] {
    var joined: [AlignedRun] = []
    for run in runs.sorted(by: { $0.old < $1.old }) {
      if let last = joined.last, last.old + last.count == run.old,
        last.new + last.count == run.new
      {
        joined[joined.count - 1].count += run.count
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  mutating func align() {
    var work = [(0..<a.count, 0..<b.count)]
    while let (x, y) = work.popLast() {
      let (x, y) = trim(x, y)
      if x.isEmpty || y.isEmpty { continue }
      if myers(x, y) { continue }
      let anchors = anchors(x, y)
      var (i, j) = (x.lowerBound, y.lowerBound)
      for anchor in anchors {
        runs.append(AlignedRun(old: anchor.old, new: anchor.new, count: 1))
        work.append((i..<anchor.old, j..<anchor.new))
        (i, j) = (anchor.old + 1, anchor.new + 1)
      }
      if !anchors.isEmpty { work.append((i..<x.upperBound, j..<y.upperBound)) }
    }
  }

  private mutating func trim(_ x: Range<Int>, _ y: Range<Int>) -> (Range<Int>, Range<Int>) {
    var (i, j) = (x.lowerBound, y.lowerBound)
    while i < x.upperBound, j < y.upperBound, a[i] == b[j] {
      i += 1
      j += 1
    }
    if i > x.lowerBound {
      runs.append(AlignedRun(old: x.lowerBound, new: y.lowerBound, count: i - x.lowerBound))
    }
    var (k, l) = (x.upperBound, y.upperBound)
    while k > i, l > j, a[k - 1] == b[l - 1] {
      k -= 1
      l -= 1
    }
    if k < x.upperBound { runs.append(AlignedRun(old: k, new: l, count: x.upperBound - k)) }
    return (i..<k, j..<l)
  }

  /// Aligns by Myers' method; false when that would be too slow.
  private mutating func myers(_ x: Range<Int>, _ y: Range<Int>) -> Bool {
    let (n, m) = (x.count, y.count)
    let most = min(n + m, Self.mostDifferences)
    // Furthest reaching points of every d, one row after the other: row d begins at d².
    var reach: [Int32] = []
    var budget = 20_000_000
    for d in 0...most {
      var row = [Int32](repeating: 0, count: 2 * d + 1)
      for k in stride(from: -d, through: d, by: 2) {
        var i: Int
        if d == 0 {
          i = 0
        } else {
          let last = (d - 1) * (d - 1)
          func before(_ k: Int) -> Int {
            abs(k) > d - 1 ? -1 : Int(reach[last + k + d - 1])
          }
          i =
            k == -d || (k != d && before(k - 1) < before(k + 1)) ? before(k + 1) : before(k - 1) + 1
        }
        var j = i - k
        while i < n, j < m, a[x.lowerBound + i] == b[y.lowerBound + j] {
          i += 1
          j += 1
          budget -= 1
        }
        row[k + d] = Int32(truncatingIfNeeded: i)
        if i >= n, j >= m {
          reach += row
          trace(reach, d, x, y)
          return true
        }
      }
      reach += row
      if budget < 0 { return false }
    }
    return false
  }

  private mutating func trace(_ reach: [Int32], _ most: Int, _ x: Range<Int>, _ y: Range<Int>) {
    var (i, j) = (x.count, y.count)
    for d in stride(from: most, through: 0, by: -1) {
      let k = i - j
      var from = (0, 0)
      if d > 0 {
        let last = (d - 1) * (d - 1)
        func before(_ k: Int) -> Int { abs(k) > d - 1 ? -1 : Int(reach[last + k + d - 1]) }
        let down = k == -d || (k != d && before(k - 1) < before(k + 1))
        let previous = down ? k + 1 : k - 1
        let start = before(previous)
        from = (start, start - previous)
        let snake = down ? start : start + 1
        if i > snake {
          runs.append(
            AlignedRun(
              old: x.lowerBound + snake, new: y.lowerBound + snake - k, count: i - snake))
        }
      } else if i > 0 {
        runs.append(AlignedRun(old: x.lowerBound, new: y.lowerBound, count: i))
      }
      (i, j) = from
    }
  }

  /// Elements that are once in each range, in the longest order that both share.
  private func anchors(_ x: Range<Int>, _ y: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [UInt64: (old: Int, new: Int)] = [:]
    for i in x { places[a[i]] = places[a[i]] == nil ? (i, -1) : (-1, -1) }
    for j in y {
      guard let place = places[b[j]], place.old >= 0 else { continue }
      places[b[j]] = place.new == -1 ? (place.old, j) : (-1, -1)
    }
    let shared = y.compactMap { j -> (old: Int, new: Int)? in
      guard let place = places[b[j]], place.old >= 0, place.new == j else { return nil }
      return place
    }
    return longestIncreasing(shared.map(\.old)).map { shared[$0] }
  }
}

/// Indices of a longest strictly increasing subsequence.
func longestIncreasing(_ values: [Int]) -> [Int] {
  var tails: [Int] = []
  var previous = [Int](repeating: -1, count: values.count)
  for (index, value) in values.enumerated() {
    var low = 0
    var high = tails.count
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tails[low - 1] }
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var result: [Int] = []
  var index = tails.last ?? -1
  while index >= 0 {
    result.append(index)
    index = previous[index]
  }
  return result.reversed()
}
