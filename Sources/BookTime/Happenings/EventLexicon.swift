import BookLanguage

/// What words of events a word or a stretch of words is or holds.
struct EventKinds: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ kind: EventWords.Kind) { rawValue = 1 << UInt64(kind.rawValue) }

  /// The verbs that an event is told by.
  static let eventVerbs: EventKinds = [
    .life, .motion, .arriving, .sending, .trade, .beginning, .ending, .getting, .office, .deciding,
    .meeting, .learning, .publishing, .fighting, .turning,
  ].reduce(into: []) { $0.formUnion(EventKinds($1)) }

  /// Whether it is a word of a kind, or holds one.
  func has(_ kind: EventWords.Kind) -> Bool { contains(EventKinds(kind)) }
}

/// The words of events of a language, found by a hash of their small letters.
struct EventLexicon: Sendable {
  private var keys: [UInt64]
  private var kinds: [EventKinds]

  init(_ words: EventWords) {
    var found: [UInt64: EventKinds] = [:]
    for list in words.lists {
      for word in list.words.utf8.split(separator: 0x20) {
        var hash = Self.seed
        for byte in word { hash = Self.mixed(hash, byte) }
        found[hash, default: []].insert(EventKinds(list.kind))
      }
    }
    // At most half full, so that a look-up ends soon.
    var size = 64
    while size < found.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    kinds = Array(repeating: [], count: size)
    for hash in found.keys.sorted() {
      var slot = Int(truncatingIfNeeded: hash >> 32) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = hash
      kinds[slot] = found[hash] ?? []
    }
  }

  /// What begins every hash.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word with one more byte, capitals as small letters.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return (hash ^ UInt64(small)) &* 0x0000_0100_0000_01B3
  }

  /// What a word is.
  @inline(__always)
  func kinds(of hash: UInt64) -> EventKinds {
    var slot = Int(truncatingIfNeeded: hash >> 32) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return kinds[slot] }
      slot = (slot &+ 1) & (keys.count - 1)
    }
    return []
  }

  /// The lexicon of a language, nil where happenings are not found.
  static func of(_ language: Language) -> EventLexicon? {
    language.eventWords == nil ? nil : english
  }

  private static let english = EventLexicon(Language.english.eventWords ?? .none)
}
