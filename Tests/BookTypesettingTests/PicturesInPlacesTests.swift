import BookModel
import BookOutline
import Testing

@testable import BookTypesetting

/// Every picture that a chapter shows stands on its pages, wherever it is written.
@Suite("Pictures in every place") struct PicturesInPlacesTests {
  /// Places, with `IMG` for a picture.
  static let places = [
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
  ]
  /// Pixels across and down.
  static let sizes = [(20, 20), (60, 40), (2400, 1600), (1600, 2400), (9000, 90), (90, 9000)]

  /// Figures that wait for a page together may be more than it holds.
  @Test(arguments: 1...8) func figuresInARowLeaveNoPage(count: Int) async throws {
    var text = "# One\n\nThe first words.\n\n"
    var images: [PublicationImage] = []
    for number in 0..<count {
      text +=
        number % 3 == 0 ? "::: plate\n![p](p\(number).jpg)\n:::\n\n" : "![p](p\(number).jpg)\n\n"
      if number % 2 == 1 { text += "## A section\n\n" }
      images.append(
        PublicationImage(
          path: "chapters/p\(number).jpg", name: "p\(number).jpg", mediaType: "image/jpeg",
          width: 1600, height: number % 2 == 0 ? 2400 : 1200, bytes: []))
    }
    text += "The last words.\n"
    var book = SampleText.book([text])
    book.images = images
    let fonts = try #require(machineFonts)
    let set = await typeset(
      outline(of: SampleText.annotated(book)), design: PageDesign(), fonts: fonts, jobs: 1)
    let list = try #require(set.value)
    let foot = list.trim.height - PageDesign().margins.foot
    var sources: [Int] = []
    for page in list.pages {
      for case .picture(let picture) in page.items where picture.source < images.count {
        sources.append(picture.source)
        #expect(picture.rectangle.y + picture.rectangle.height <= foot + 1)
      }
    }
    #expect(sources == Array(0..<count))
  }

  @Test(arguments: 0..<60) func allStand(seed: Int) async throws {
    var numbers = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 7
    func next(_ bound: Int) -> Int {
      numbers = numbers &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((numbers >> 33) % UInt64(bound))
    }
    var text = "# One\n\nThe first words.\n\n"
    var images: [PublicationImage] = []
    func picture(_ isCaptioned: Bool) -> String {
      let size = Self.sizes[next(Self.sizes.count)]
      let path = "p\(images.count).jpg"
      images.append(
        PublicationImage(
          path: "chapters/" + path, name: path, mediaType: "image/jpeg", width: size.0,
          height: size.1, bytes: []))
      return isCaptioned ? path : "![\(path)](\(path))"
    }
    // The first sixty books have every place once; then they come in any order.
    for number in 0..<8 {
      let index = seed < Self.places.count && number == 0 ? seed : next(Self.places.count)
      var place = Self.places[index].replacing("[^n]", with: "[^n\(number)]")
      while let sign = place.firstRange(of: "IMG") {
        place.replaceSubrange(sign, with: picture(false))
      }
      while let sign = place.firstRange(of: "CAPTIONED") {
        place.replaceSubrange(sign, with: picture(true))
      }
      text += place + "\n\nWords between, and some more of them.\n\n"
    }
    var book = SampleText.book([text])
    book.images = images
    #expect(Set(book.chapters[0].imagesShown.map(\.path)).count == images.count)
    let fonts = try #require(machineFonts)
    let set = await typeset(
      outline(of: SampleText.annotated(book)), design: PageDesign(), fonts: fonts, jobs: 2)
    let list = try #require(set.value)
    var counts = [Int](repeating: 0, count: images.count)
    for page in list.pages {
      for case .picture(let picture) in page.items where picture.source < counts.count {
        counts[picture.source] += 1
        let image = images[picture.source]
        let area = picture.rectangle
        let distortion = area.width / area.height / (Float(image.width) / Float(image.height))
        #expect(abs(distortion - 1) < 0.01, "\(image.path) in \(text)")
        #expect(area.x >= 0 && area.x + area.width <= list.trim.width + 0.01)
        #expect(area.y >= 0 && area.y + area.height <= list.trim.height + 0.01)
        guard case .node(let node) = picture.owner else {
          Issue.record("a picture that is read by nobody")
          continue
        }
        #expect(list.structure[node].role == .figure)
        #expect(list.structure[node].alternative?.isEmpty == false)
      }
    }
    #expect(counts.allSatisfy { $0 == 1 }, "\(counts) \(text)")
  }
}
