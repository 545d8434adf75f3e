import BookDiagnostics

/// The diagnostics of the chapters, with all keys of other programs in their headers told as one:
/// a folder of notes has them in every file.
func withForeignKeysTogether(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  let places = diagnostics.indices.filter { !foreignKeys(diagnostics[$0]).isEmpty }
  guard places.count > 1, let first = places.first else { return diagnostics }
  var order: [String] = []
  var counts: [String: Int] = [:]
  for key in places.flatMap({ foreignKeys(diagnostics[$0]) }) {
    if counts[key] == nil { order.append(key) }
    counts[key, default: 0] += 1
  }
  let list = order.map { "'\($0)'" + ((counts[$0] ?? 1) > 1 ? " (\(counts[$0] ?? 1) times)" : "") }
  var told = diagnostics[first]
  told.message =
    "\(list.joined(separator: ", ")): no \(order.count == 1 ? "key" : "keys") of a chapter's header"
  let others = Set(places.dropFirst())
  return diagnostics.indices.filter { !others.contains($0) }.map {
    $0 == first ? told : diagnostics[$0]
  }
}

/// The keys that a diagnostic says are none of a header, and like none.
private func foreignKeys(_ diagnostic: Diagnostic) -> [String] {
  guard diagnostic.code == .unknownKey, diagnostic.fixIts.isEmpty,
    case .keys(let names)? = diagnostic.subject
  else { return [] }
  return names
}
