extension Language {
  /// The tag of the language that words are in, by the small words that no text in it does without;
  /// nil where no language, or more than one, has enough of them.
  ///
  /// - Parameter text: some pages of prose; fewer than a few paragraphs say nothing
  package static func guessed(of text: some Sequence<String>) -> String? {
    var signs = ScriptCount()
    var found: [String: Int] = [:]
    var count = 0
    for line in text {
      guard count < longestSample else { break }
      signs.add(line)
      for word in line.lowercased().split(whereSeparator: { !$0.isLetter }) {
        count += 1
        for tag in tagsByWord[String(word)] ?? [] { found[tag, default: 0] += 1 }
      }
    }
    if let tag = signs.tag { return tag }
    let best = found.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard count >= fewestWords, let best else { return nil }
    let second = found.filter { $0.key != best.key }.values.max() ?? 0
    let isEnough = best.value * leastShare >= count
    return isEnough && best.value * 5 >= second * 6 ? best.key : nil
  }

  /// Words after which no more are read.
  private static let longestSample = 20_000
  /// With fewer words nobody can say.
  private static let fewestWords = 80
  /// One word in so many must be a small word of the language.
  private static let leastShare = 10

  private static let tagsByWord: [String: [String]] = {
    var tags: [String: [String]] = [:]
    for language in all where !language.tag.contains("-") {
      for word in language.smallWords { tags[word, default: []].append(language.tag) }
    }
    return tags
  }()
}

/// Letters by script, for languages that have one to themselves.
private struct ScriptCount {
  private var letters = 0
  private var counts: [String: Int] = [:]
  private var han = 0

  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value > 0x40 {
      letters += 1
      switch scalar.value {
      case 0x370...0x3FF, 0x1F00...0x1FFF: counts["el", default: 0] += 1
      case 0x3040...0x30FF: counts["ja", default: 0] += 1
      case 0xAC00...0xD7A3: counts["ko", default: 0] += 1
      case 0x4E00...0x9FFF: han += 1
      default: break
      }
    }
  }

  /// The language whose script most letters are of.
  var tag: String? {
    // Japanese is written in Chinese signs and in kana of its own.
    let kana = counts["ja", default: 0]
    if (han + kana) * 2 > letters, letters > Self.fewest { return kana * 8 > han ? "ja" : "zh" }
    guard letters > Self.fewest else { return nil }
    return counts.first { $0.value * 2 > letters }?.key
  }

  /// With fewer letters nobody can say.
  private static let fewest = 80
}
