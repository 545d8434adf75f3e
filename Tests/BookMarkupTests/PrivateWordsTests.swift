import BookModel
import Testing

@Suite("What the author keeps to himself")
struct PrivateWordsTests {
  /// A word that no reader may ever see.
  private static let secret = "zqxsecret"

  /// Places where a remark can stand; `@` is the remark.
  static let places = [
    "Words @ here.", "Words.@ Then rain.", "We moved@. Then rain.", "He said (@) so.",
    "“@” and —@—",
    "*@* and **Note: @** and _@_", "- @\n- b @ c\n\n  @", "> @\n> and @\n", "## A head @\n\n@",
    "| @ | x |\n|---|---|\n| @ | y |", "::: letter @\nDear.\n:::", "::: verse @\nRose @\n:::",
    "::: diary 3 May @\nWe left.\n:::", "::: plate A mill @\n![a](b.png)\n:::",
    "    @\n\nWords.", "Words.\n\n\t@", "- a\n\n      @\n", "Word.[^1]\n\n[^1]: Note @.\n\n    @",
    "Word.^[A note @ here.]", "::: letter\nDear.\n\n    @\n:::", "<div>\nwords @\n</div>",
    "<table><tr><td>c @</td></tr></table>", "<p title=\"@\">Hi @</p>", "Line @\nnext.",
    "[link](https://example.org \"t @\")", "![a @](b.png \"c @\")", "![](b.png \"@\")",
    "[words @](https://example.org)", "Behind code `x` @ and `y`@.", "@\n\n@\n\n@",
    "Before @ and\n@ behind.", "~~struck @~~ and ==marked @==", "[Ann @](person:ann) came.",
    "Term\n: what @ it means", "^[Note @] and [^n]\n\n[^n]: @",
  ]

  @Test("stands nowhere in what is read of a chapter", arguments: places)
  func nowhere(place: String) {
    for remark in ["%% \(Self.secret) %%", "%%\(Self.secret)%%", "<!-- \(Self.secret) -->"] {
      let reading = Reading("# One\n\n" + place.replacing("@", with: remark) + "\n\nThe end.\n")
      let all = "\(reading.chapter)" + String(decoding: reading.chapter.text, as: UTF8.self)
      #expect(!all.contains(Self.secret), "\(remark) in \(place)")
      #expect(reading.leaves.contains("The end."), "\(remark) in \(place)")
      // Nor is our own sign for it left behind.
      #expect(!all.unicodeScalars.contains { $0.value == 4 }, "\(remark) in \(place)")
      #expect(!reading.faults.contains { $0.hasPrefix("B0242") }, "\(remark) in \(place)")
    }
  }

  @Test(
    "percent signs of other things begin nothing",
    arguments: [
      "It was 100%% and 50 %% off, or 20%% of it.", "Write `%% x %%` so.", "An escaped \\%% sign.",
    ])
  func shown(text: String) {
    let reading = Reading("# One\n\n\(text)\n")
    #expect(String(decoding: reading.chapter.text, as: UTF8.self).contains("%%"))
    #expect(reading.faults == [])
  }
}
