/// What becomes of changes that a word processor has tracked.
package enum TrackedChanges: String, Sendable, CaseIterable {
  /// The text as if all were accepted.
  case accept
  /// The text as if all were rejected.
  case reject
  /// Both: what was deleted is struck through.
  case keep
}
