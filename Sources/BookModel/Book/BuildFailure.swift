/// What the machine, not the author, got in the way of.
package enum BuildFailure: Error, Sendable, Equatable {
  /// The folder or file to read is not there or may not be read.
  case unreadable(path: String, reason: String)
  /// The output could not be written; what was there before is as it was.
  case unwritable(path: String, reason: String)
  /// Something the command needs is not installed or not there.
  case missing(String)
  /// The command was used wrongly.
  case usage(String)

  /// The failure in one line for the author.
  package var message: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .unwritable(let path, let reason):
      "cannot write '\(path)': \(reason); nothing was changed"
    case .missing(let what): what
    case .usage(let what): what
    }
  }
}
