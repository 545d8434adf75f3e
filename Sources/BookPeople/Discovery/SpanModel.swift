// The score of every stretch of a run, how likely each is, and the best choice of them.

/// Weighs features with both sets of weights at once.
struct TwoSums: FeatureSink {
  var first: Float = 0
  var second: Float = 0
  let weights: SpanWeights

  @inline(__always)
  mutating func add(_ feature: Int, _ value: Float) {
    first += Float(weights.first[feature]) * value
    second += Float(weights.second[feature]) * value
  }
}

/// The stretches of a run of `count` words in a fixed order: by start, then by length.
struct Stretches {
  let count: Int

  /// Calls `body` with each stretch and its number.
  @inline(__always)
  func each(_ body: (Int, Range<Int>) -> Void) {
    var number = 0
    for start in 0..<count {
      for end in (start + 1)...min(count, start + longestName) {
        body(number, start..<end)
        number += 1
      }
    }
  }

  var total: Int {
    var total = 0
    for start in 0..<count { total += min(longestName, count - start) }
    return total
  }
}

/// A run's stretches by probability.
struct RunChart {
  private var forward: [Float] = []
  private var back: [Float] = []
  /// Each stretch's probability of being a name, by its number.
  private(set) var likelihood: [Float] = []

  /// Sums over all ways of cutting the run into names and other words.
  mutating func fill(count: Int, scores: ArraySlice<Float>) {
    let stretches = Stretches(count: count)
    let base = scores.startIndex
    likelihood.removeAll(keepingCapacity: true)
    likelihood.append(contentsOf: repeatElement(0, count: scores.count))
    if count == 1 {
      likelihood[0] = 1 / (1 + exponential(-scores[base]))
      return
    }
    forward.removeAll(keepingCapacity: true)
    forward.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    forward[0] = 0
    var from = 0
    var number = 0
    while from < count {
      forward[from + 1] = addLogs(forward[from + 1], forward[from])
      for end in (from + 1)...min(count, from + longestName) {
        forward[end] = addLogs(forward[end], forward[from] + scores[base + number])
        number += 1
      }
      from += 1
    }
    back[count] = 0
    for start in stride(from: count - 1, through: 0, by: -1) {
      var sum = back[start + 1]
      let ends = min(count, start + longestName)
      number -= ends - start
      for end in (start + 1)...ends {
        sum = addLogs(sum, back[end] + scores[base + number + end - start - 1])
      }
      back[start] = sum
    }
    let whole = forward[count]
    stretches.each { index, span in
      likelihood[index] = exponential(
        forward[span.lowerBound] + scores[base + index] + back[span.upperBound] - whole)
    }
  }

  /// The one stretch that comes nearest to being a name, where none is.
  static func nearest(
    count: Int, scores: ArraySlice<Float>
  ) -> (span: Range<Int>, score: Float)? {
    var nearest: (span: Range<Int>, score: Float)?
    Stretches(count: count).each { number, span in
      let score = scores[scores.startIndex + number]
      if score > nearest?.score ?? -.infinity { nearest = (span, score) }
    }
    return nearest
  }

  /// The best stretches that do not overlap.
  static func best(count: Int, scores: ArraySlice<Float>) -> [(span: Range<Int>, number: Int)] {
    let base = scores.startIndex
    if count == 1 { return scores[base] > 0 ? [(0..<1, 0)] : [] }
    var value = [Float](repeating: -.infinity, count: count + 1)
    var choice = [(span: Range<Int>, number: Int)?](repeating: nil, count: count + 1)
    value[0] = 0
    var number = 0
    for start in 0..<count {
      if value[start] > value[start + 1] {
        value[start + 1] = value[start]
        choice[start + 1] = nil
      }
      for end in (start + 1)...min(count, start + longestName) {
        let sum = value[start] + scores[base + number]
        if sum > value[end] {
          value[end] = sum
          choice[end] = (start..<end, number)
        }
        number += 1
      }
    }
    var result: [(span: Range<Int>, number: Int)] = []
    var end = count
    while end > 0 {
      if let chosen = choice[end] {
        result.append(chosen)
        end = chosen.span.lowerBound
      } else {
        end -= 1
      }
    }
    return result.reversed()
  }
}

@inline(__always)
private func addLogs(_ one: Float, _ other: Float) -> Float {
  let high = max(one, other)
  let low = min(one, other)
  if low == -.infinity || high - low > 20 { return high }
  return high + logarithm(1 + exponential(low - high))
}

/// eˣ by halving the exponent range and a polynomial: the same bits on every machine.
func exponential(_ x: Float) -> Float {
  if x < -80 { return 0 }
  if x > 80 { return 5.5e34 }
  let turns = (x * 1.442_695).rounded()
  let rest = x - turns * 0.693_147_2
  var sum: Float = 1 + rest / 6
  sum = 1 + rest / 5 * sum
  sum = 1 + rest / 4 * sum
  sum = 1 + rest / 3 * sum
  sum = 1 + rest / 2 * sum
  sum = 1 + rest * sum
  return Float(sign: .plus, exponent: Int(turns), significand: 1) * sum
}

/// Natural logarithm of a number from 1 to 2.
private func logarithm(_ x: Float) -> Float {
  let ratio = (x - 1) / (x + 1)
  let square = ratio * ratio
  return 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
}
