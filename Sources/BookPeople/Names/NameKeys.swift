import BookWords

// What a given name and its short forms have in common, to find one by the other.

/// Keys under which a given name is filed.
enum NameKeys {
  /// The name itself and every name it may be short for.
  static func of(_ name: [UInt8]) -> [UInt64] {
    ([name] + fullNames(of: name)).map(hash)
  }

  /// True when one is a short form of the other that shows: Deb, Lizzy, Tom; not Polly for Mary.
  static func isPlainShortForm(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    areSameGivenName(one, other) && doShowAlike(one, other)
  }

  /// Whether a short form of a name shows it: they begin with one letter, or the longer has the
  /// beginning of the shorter within it.
  static func doShowAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one.first == other.first { return true }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    let stem = short.prefix(3)
    guard stem.count == 3, long.count >= 3 else { return false }
    return (0...(long.count - 3)).contains { long[$0..<($0 + 3)].elementsEqual(stem) }
  }

  private static func hash(_ name: [UInt8]) -> UInt64 {
    var hash = WordHash()
    for byte in name { hash.add(byte) }
    return hash.value
  }
}
