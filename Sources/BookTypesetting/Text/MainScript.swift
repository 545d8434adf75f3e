import BookFonts
import BookModel

/// What most of a book is written in, where that is neither Latin nor Greek nor Cyrillic.
struct MainScript {
  /// The script.
  var script: TextScript
  /// Its commonest characters, which the book's face must have.
  var letters: [Unicode.Scalar]

  /// Bytes of each chapter that are looked at.
  private static let sample = 20_000
  /// How many characters a face is asked for.
  private static let asked = 60

  init?(_ book: Book) {
    var plain = 0
    var other = 0
    for chapter in book.chapters {
      for byte in chapter.text.prefix(Self.sample) {
        if byte >= 0xD6, byte != 0xE2 {
          other += 1
        } else if (byte | 0x20) &- 0x61 < 26 {
          plain += 1
        }
      }
    }
    guard other > plain else { return nil }
    var counts: [Unicode.Scalar: Int] = [:]
    for chapter in book.chapters {
      for scalar in String(decoding: chapter.text.prefix(Self.sample), as: UTF8.self).unicodeScalars
      where scalar.value > 0x24F { counts[scalar, default: 0] += 1 }
    }
    var scripts: [TextScript: [(scalar: Unicode.Scalar, count: Int)]] = [:]
    for (scalar, count) in counts {
      let script = TextScript(of: scalar)
      if !script.isShared { scripts[script, default: []].append((scalar, count)) }
    }
    func weight(_ script: TextScript) -> Int { scripts[script]?.reduce(0) { $0 + $1.count } ?? 0 }
    guard
      let main = scripts.keys.max(by: {
        (weight($0), $0.tag.value) < (weight($1), $1.tag.value)
      })
    else { return nil }
    script = main
    letters = (scripts[main] ?? []).sorted { ($1.count, $0.scalar) < ($0.count, $1.scalar) }
      .prefix(Self.asked).map(\.scalar)
  }
}
