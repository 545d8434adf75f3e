import BookFonts
import BookModel
import BookOutline
import BookTestSupport
import Foundation
import Testing

@testable import BookTypesetting

/// No glyph outside the page, no two runs over one another, no word lost: on books made of what is
/// hard to set.
@Suite(.enabled(if: machineFonts != nil, "no fonts on this machine"))
struct NothingLostTests {
  private static let sentence =
    "When I was a boy the river ran behind the house, and every spring it came up to the step."

  private static func words(_ count: Int, _ mark: String) -> String {
    (0..<count).map { "\(mark)\($0)x" }.joined(separator: " ")
  }

  /// What a page, a line or a column may be too small for.
  private static let pieces: [String] = [
    "Text.[^1] More text follows.\n\n[^1]: \(words(1200, "n"))\n",
    "First[^a] and[^b] then[^c] all at once.\n\n"
      + ["a", "b", "c"].map { "[^\($0)]: \(words(300, $0))\n" }.joined(separator: "\n"),
    "| Year | What |\n|---|---|\n| 1953 | \(words(600, "r")) |\n| 1954 | short |\n",
    "| A | B |\n|---|---|\n"
      + (0..<80).map { "| row\($0)a | cell\($0)b[^t\($0 % 3)] |\n" }.joined()
      + "\n[^t0]: Note zero.\n\n[^t1]: Note one.\n\n[^t2]: Note two.\n",
    "| name | born | died | place | occupation | note | source |\n|---|---|---|---|---|---|---|\n"
      + String(
        repeating: "| Annabella-Wilhelmina | 1901-03-12 | 1980-12-31 | Llanfairpwllgwyngyll | "
          + "schoolmistress | never married; kept bees | parish register |\n", count: 20),
    "```\n" + String(repeating: String(repeating: "0123456789", count: 14) + "\n", count: 12)
      + "a    b    c\n\n     |\n```\n",
    "She said \(String(repeating: "Donaudampfschifffahrt", count: 6)) twice, and then nothing.\n",
    "See https://www.example.org/archive/family/papers/1953/mill-lane/letters/index.html?a=3&b=17 "
      + "and " + String(repeating: "abcdefghij", count: 12) + " for it.\n",
    "> - A list in a quotation.[^q]\n>   1. \(sentence)\n>\n>   ```\n>   code\n>   ```\n\n[^q]: Note.\n",
    "Words.[^c]\n\n[^c]: Code in a note:\n\n    ```\n    \(words(3, "k"))\n    ```\n\n    and wordsx.\n",
    "<table><tr><td><pre>\(words(3, "p"))</pre></td><td>\(words(3, "d"))</td></tr></table>\n",
    "<table><caption>\(words(3, "t"))</caption><tr><td>ax</td></tr></table>\n",
    "<ul><li>\(words(2, "u"))</li><li>\(words(2, "l"))</li></ul>\n",
    "::: verse\n\(words(4, "v"))\n\n```\n\(words(2, "w"))\n```\n:::\n",
    "::: document Log, 3 May\n\(words(12, "q"))\n\n| A | B |\n|---|--:|\n| ex | \(words(30, "f")) |\n\n"
      + "E. Ashby, *Headx*\n:::\n",
    "::: plate\n```\nJosefx ═══ Annax\n   ┌──┴──┐\n\n Ottox  Verax\n```\n\nThe Bergsx\n\nBy \(words(2, "z"))\n:::\n",
    "::: recipe Plum cakex\n- \(words(40, "g"))\n- saltx\n\n1. \(words(20, "h"))\n:::\n",
    "> \(words(25, "i"))\n> — Verax, *Lettersx*\n\n::: epigraph Psalmx\n\(words(9, "j"))\n:::\n",
    "::: letter Hullx, 3 May\n12 Millx\nOdensex\n\nDear Annx,\n\n\(words(80, "m"))\n\nYours ever,\nRuthx\n\n"
      + "P.S. \(words(3, "s"))\n:::\n",
    "::: transcript\nRuthx: \(words(20, "x"))\nAnnx: \(words(4, "y"))\n:::\n",
    "Hebrew שלום עולם in a line, ½ a mile, 😀. And \(sentence)\n",
  ]

  /// Pages of other sizes, with larger type, ragged, with paragraphs spaced.
  private static func design(_ number: Int) -> PageDesign {
    var design = PageDesign()
    switch number % 4 {
    case 1: (design.size, design.leading) = (8.5, 11)
    case 2:
      design.trim = Size(width: 504, height: 720)
      (design.size, design.leading) = (18, 23)
      design.isJustified = false
      design.paragraphSpace = 2
    case 3:
      design.trim = Size(width: 432, height: 648)
      design.isJustified = false
      design.blocks.caption.alignment = .left
    default: break
    }
    return design
  }

  private func check(_ text: String, _ design: PageDesign = PageDesign()) async throws {
    let book = SampleText.annotated(SampleText.book(["# One\n\n\(text)", "# Two\n\nThe end.\n"]))
    let fonts = try #require(machineFonts)
    let result = await typeset(outline(of: book), design: design, fonts: fonts, jobs: 1)
    let list = try #require(result.value)
    for page in list.pages { check(page, list) }
    // Every word of the manuscript is on some page.
    let printed = list.pages.map(\.readText).joined()
    let chapter = book.book.chapters[0]
    for word in String(decoding: chapter.text, as: UTF8.self).split(whereSeparator: {
      !$0.isLetter && !$0.isNumber
    }) where word.count < 20 && word.hasSuffix("x") {
      #expect(printed.contains(String(word)), "\(word) is on no page")
    }
  }

  private func check(_ page: Page, _ list: PageList) {
    var boxes: [(left: Float, right: Float, y: Float, size: Float, owner: Owner)] = []
    for case .run(let run) in page.items {
      var width: Float = 0
      var hasInk = false
      for glyph in page.glyphs[run.glyphs] {
        width += (glyph.advance * run.size / 1000 + run.letterSpace) * run.stretch
      }
      for byte in page.text[run.text] where byte > 0x20 { hasInk = byte > 0x20 || hasInk }
      guard hasInk, run.size < 30 else { continue }
      let left = run.isRightToLeft ? run.x - width : run.x
      #expect(left > 0 && left + width < list.trim.width + run.size, "\(page.label): \(run.x)")
      #expect(run.y > 0 && run.y < list.trim.height, "\(page.label): \(run.y)")
      boxes.append((left, left + width, run.y, run.size, run.owner))
    }
    boxes.sort { ($0.y, $0.left) < ($1.y, $1.left) }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        let size = min(box.size, other.size)
        if other.y - box.y > size * 0.5 { break }
        // Raised figures stand beside their line, and a space at a line's end beyond its margin.
        let overlap = min(box.right, other.right) - max(box.left, other.left)
        #expect(overlap < size * 0.6, "\(page.label): \(box) and \(other)")
      }
    }
  }

  @Test(arguments: pieces.indices)
  func whatIsHardToSetIsAllThere(number: Int) async throws { try await check(Self.pieces[number]) }

  /// `MIXTURES=300` tries more.
  private static let mixtures = ProcessInfo.processInfo.environment["MIXTURES"].flatMap { Int($0) }

  @Test(arguments: 0..<(mixtures ?? 32))
  func anyMixtureOfItIsAllThere(seed: Int) async throws {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    // Notes have one name in a chapter: no piece with notes comes twice.
    var left = Self.pieces.indices.map { $0 }
    var text = ""
    for _ in 0..<(2 + next(4)) where !left.isEmpty {
      let piece = Self.pieces[left.remove(at: next(left.count))]
      text += piece + "\n" + String(repeating: Self.sentence + " ", count: next(30)) + "\n\n"
    }
    try await check(text, Self.design(seed))
  }
}
