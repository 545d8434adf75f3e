/// What remains of diagnostics when the author's `allow` comments have silenced theirs.
///
/// An allowance silences its code within the bytes it covers. One that silences nothing is
/// reported where its code was judged, and so is one that names no code there is.
package func applying(
  _ allowances: [(code: String, reason: String, span: SourceSpan, covers: SourceSpan)],
  to diagnostics: [Diagnostic], isJudged: (String) -> Bool = { _ in true }
) -> [Diagnostic] {
  var used = [Bool](repeating: false, count: allowances.count)
  var remaining: [Diagnostic] = []
  for diagnostic in diagnostics {
    var isSilenced = false
    if let span = diagnostic.span, diagnostic.severity < .error {
      for (index, allowance) in allowances.enumerated()
      where allowance.code == diagnostic.code.id && allowance.covers.file == span.file
        && allowance.covers.start <= span.start
        && span.start <= allowance.covers.end
      {
        used[index] = true
        isSilenced = true
      }
    }
    if !isSilenced { remaining.append(diagnostic) }
  }
  let known = Set(DiagnosticCode.all.map(\.id))
  for (index, allowance) in allowances.enumerated() where !used[index] {
    if !known.contains(allowance.code) {
      remaining.append(
        Diagnostic(
          .unknownAllowance, "'\(allowance.code)' is not the code of any message",
          at: allowance.span))
    } else if isJudged(allowance.code) {
      remaining.append(
        Diagnostic(
          .unusedAllowance, "'allow \(allowance.code)' silences nothing", at: allowance.span))
    }
  }
  return remaining
}
