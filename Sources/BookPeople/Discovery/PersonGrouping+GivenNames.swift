// Whether given names and initials may be one person's.

extension PersonGrouper {
  /// Every given name of the shorter fits one of the longer, in order.
  ///
  /// Initials fit names, but a name no later one of several initials: Lew Wallace is another than
  /// W. H. L. Wallace.
  mutating func givenFit(
    _ one: [UInt32], _ other: [UInt32], titles: Set<String>
  ) -> Bool {
    let (first, second) = (one.flatMap(words.givenParts), other.flatMap(words.givenParts))
    let short = first.count <= second.count ? first : second
    let long = first.count <= second.count ? second : first
    var place = 0
    for name in short {
      var found = false
      while place < long.count {
        let next = long[place]
        place += 1
        guard fits(name, next) else { continue }
        if place > 1, case .name = name, case .letter = next,
          !isTitle(long[place - 2], among: titles)
        {
          continue
        }
        found = true
        break
      }
      if !found { return false }
    }
    return true
  }

  // D. C. Buell is Don Carlos Buell.
  private func isTitle(_ part: GivenPart, among titles: Set<String>) -> Bool {
    guard case .letter(let letter) = part else { return false }
    return titles.contains { $0.utf8.first == letter }
  }

  private mutating func fits(_ one: GivenPart, _ other: GivenPart) -> Bool {
    switch (one, other) {
    case (.name(let one), .name(let other)): return sameName(one, other)
    case (.letter(let one), .letter(let other)): return one == other
    case (.letter(let letter), .name(let name)), (.name(let name), .letter(let letter)):
      return words.spelling(name).first == letter
    }
  }

  private mutating func sameName(_ one: UInt32, _ other: UInt32) -> Bool {
    if one == other { return true }
    let keys = keys(of: one)
    return self.keys(of: other).contains(where: keys.contains)
  }

  private mutating func keys(of name: UInt32) -> [UInt64] {
    if let known = keysOfName[name] { return known }
    let keys = NameKeys.of(words.spelling(name))
    keysOfName[name] = keys
    return keys
  }
}
