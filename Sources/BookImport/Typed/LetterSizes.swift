/// How many letters of a paragraph are of which size.
struct LetterSizes: Sendable {
  private var counts: [Int: Int] = [:]

  /// Counts the letters of a stretch.
  ///
  /// - Parameter size: in half points, nil where nobody says
  mutating func add(_ text: String, size: Int?) {
    guard let size, text.contains(where: { !$0.isWhitespace }) else { return }
    counts[size, default: 0] += text.utf8.count
  }

  /// The size of most letters, in half points; nil where nobody says.
  var most: Int? { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
}
