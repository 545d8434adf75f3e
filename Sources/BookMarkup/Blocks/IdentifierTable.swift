import BookDiagnostics

/// The ids of a chapter's headings and raw HTML elements, each once.
struct IdentifierTable {
  private var taken: [String: SourceSpan?] = [:]
  private var counts: [String: Int] = [:]

  /// An id for a heading of these words: as GitHub makes it, with `-1`, `-2` … when it is taken.
  ///
  /// XML wants an id to begin with a letter or an underscore; others get `s-` in front.
  mutating func heading(_ words: some Sequence<UInt8>) -> String {
    var slug = slug(of: String(decoding: Array(words), as: UTF8.self))
    let isName = slug.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    if !isName { slug = "s-" + slug }
    var name = slug
    var count = counts[slug] ?? 0
    while taken[name] != nil {
      count += 1
      name = "\(slug)-\(count)"
    }
    counts[slug] = count
    taken[name] = .some(nil)
    return name
  }

  /// Claims an id the author gave; the span of the earlier claim when there is one.
  mutating func claim(_ id: String, at span: SourceSpan) -> (isTaken: Bool, earlier: SourceSpan?) {
    if let earlier = taken[id] { return (true, earlier) }
    taken[id] = span
    return (false, nil)
  }
}

/// Words as the end of an address: small letters, blanks as hyphens, other signs left out.
func slug(of words: String) -> String {
  var result = ""
  for scalar in words.lowercased().unicodeScalars {
    if scalar == " " || scalar == "\n" || scalar == "\u{A0}" {
      result.append("-")
    } else if scalar == "-" || scalar == "_" || isNamePart(scalar) {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  if scalar.isASCII { return properties.isAlphabetic || properties.numericType != nil }
  switch properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber, .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
