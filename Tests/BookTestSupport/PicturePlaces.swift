/// The places of a chapter that a picture can be written in.
package enum PicturePlaces {
  /// Markdown with `IMG` for a picture, and `CAPTIONED` for the path of one with a caption.
  package static let all = [
    "IMG", "שלום IMG עולם and IMG words", "Words IMG and words after it that go on for a while.",
    "IMG IMG", "IMG\nIMG\nIMG",
    "[IMG](https://example.org/)", "[words IMG](https://example.org/) and more", "> IMG",
    "> Words IMG there.", "- Item IMG\n- IMG", "1. IMG\n\n   words", "*so IMG it* was",
    "| A | B |\n|---|---|\n| IMG | words IMG |", "## A heading IMG here",
    "![a](CAPTIONED \"words\")", "Words[^n].\n\n[^n]: A note.\n\n    IMG\n\n    and IMG more.",
    "::: plate\nIMG\n\nIts words IMG.\n\nIts credit.\n:::",
    "::: pair\nIMG\n\nOne.\n\nIMG\n\nTwo.\n:::",
    "::: gallery\nIMG\nIMG\n\nIMG\n\nIMG\n:::", "::: letter\nDear Ann,\n\nIMG\n\nBen\n:::",
    "::: verse\na line\nIMG another\n:::", "::: epigraph\nIMG\n:::",
    "::: transcript\nAnn: IMG yes.\n:::",
    "<div>\n\nIMG\n\n</div>", "Words{IMG}", "IMG{width=30%}", "IMG{width=2cm} beside IMG",
    "::: plate page\nIMG\n\nIts words.\n:::", "::: plate bleed\nIMG\n\nIts words IMG.\n:::",
    "::: plates\nIMG\n\nOne.\n\nIMG IMG\n:::", "::: facing\nIMG\n\nLeft.\n\nIMG\n:::",
    "> ::: facing bleed\n> IMG\n> IMG\n> :::",
    "<table><tr><td><img src=\"CAPTIONED\" alt=\"a\"></td><td>words <img src=\"CAPTIONED\" alt=\"a\"> and"
      + "</td></tr></table>",
    "<figure><img src=\"CAPTIONED\" alt=\"a\" width=\"30%\"><figcaption>Cap</figcaption></figure>",
    "| A | B |\n|---|---|\n| words IMG and words IMG | IMG |",
    "::: verse\na line IMG\nand IMG\n\nIMG\n:::",
  ]

  /// One of the places with its pictures, and words after it.
  ///
  /// - Parameters:
  ///   - number: tells the notes of one place from those of another
  ///   - picture: Markdown of the next picture, or its path alone where it has a caption
  package static func filled(
    _ index: Int, number: Int, _ picture: (_ isPath: Bool) -> String
  ) -> String {
    var place = all[index].replacing("[^n]", with: "[^n\(number)]")
    while let sign = place.firstRange(of: "IMG") {
      place.replaceSubrange(sign, with: picture(false))
    }
    while let sign = place.firstRange(of: "CAPTIONED") {
      place.replaceSubrange(sign, with: picture(true))
    }
    return place + "\n\nWords between, and some more of them.\n\n"
  }
}
