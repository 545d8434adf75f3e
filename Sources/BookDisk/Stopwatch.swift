/// Measures the stages of a run for `--timings`; no book depends on it.
package struct Stopwatch: Sendable {
  /// Each stage with its length in seconds, in order.
  package private(set) var laps: [(stage: String, seconds: Double)] = []
  private let start = ContinuousClock().now
  private var last = ContinuousClock().now

  package init() {}

  /// Ends a stage, which began where the one before it ended.
  package mutating func lap(_ stage: String) {
    let now = ContinuousClock().now
    laps.append((stage, (now - last) / .seconds(1)))
    last = now
  }

  /// Seconds since the watch was made.
  package var elapsed: Double { (ContinuousClock().now - start) / .seconds(1) }
}
