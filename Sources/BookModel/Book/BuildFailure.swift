/// What the machine, not the author, got in the way of.
package enum BuildFailure: Error, Sendable, Equatable {
  /// The folder or file to read is not there or may not be read.
  case unreadable(path: String, reason: String)
  /// The output could not be written; `replaced` names the files that are new all the same, mostly
  /// none.
  case unwritable(path: String, reason: String, replaced: [String])
  /// Something the command needs is not installed or not there.
  case missing(String)
  /// The command was used wrongly.
  case usage(String)

  /// The failure in one line for the author.
  package var message: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .unwritable(let path, let reason, let replaced):
      "cannot write '\(path)': \(reason); "
        + (replaced.isEmpty
          ? "nothing was changed"
          : "already new: \(replaced.map { "'\($0)'" }.joined(separator: ", "))")
    case .missing(let what): what
    case .usage(let what): what
    }
  }
}
