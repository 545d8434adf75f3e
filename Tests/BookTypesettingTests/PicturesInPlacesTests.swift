import BookModel
import BookOutline
import BookTestSupport
import Testing

@testable import BookTypesetting

/// Every picture that a chapter shows stands on its pages, wherever it is written.
@Suite("Pictures in every place") struct PicturesInPlacesTests {
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

  /// However much stands before and behind them, two plates that face each other do.
  @Test(arguments: 0..<12) func platesFaceEachOther(paragraphs: Int) async throws {
    var sample = SampleText(seed: UInt64(paragraphs))
    var text = "# One\n\n"
    for _ in 0..<paragraphs { text += sample.paragraph() + "\n\n" }
    text += "::: facing\n![l](l.jpg)\n\nLeft.\n\n![r](r.jpg)\n\nRight.\n:::\n\n"
    for _ in 0..<(11 - paragraphs) { text += sample.paragraph() + "\n\n" }
    var book = SampleText.book([text])
    book.images = ["l", "r"].map {
      PublicationImage(
        path: "chapters/\($0).jpg", name: "\($0).jpg", mediaType: "image/jpeg", width: 1600,
        height: 2400, bytes: [])
    }
    let fonts = try #require(machineFonts)
    let set = await typeset(
      outline(of: SampleText.annotated(book)), design: PageDesign(), fonts: fonts, jobs: 1)
    let list = try #require(set.value)
    let pages = (0..<2).map { source in
      list.pages.firstIndex { page in
        page.items.contains {
          if case .picture(let picture) = $0 { picture.source == source } else { false }
        }
      }
    }
    let left = try #require(pages[0])
    #expect(left % 2 == 1 && pages[1] == left + 1)
    // Nothing else stands with them but their captions.
    for page in [left, left + 1] {
      let words = list.pages[page].items.filter { if case .run = $0 { true } else { false } }
      #expect(words.count <= 1)
    }
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
      let index =
        seed < PicturePlaces.all.count && number == 0 ? seed : next(PicturePlaces.all.count)
      text += PicturePlaces.filled(index, number: number, picture)
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
        let whole = picture.rectangle
        let distortion = whole.width / whole.height / (Float(image.width) / Float(image.height))
        #expect(abs(distortion - 1) < 0.01, "\(image.path) in \(text)")
        // One that fills its page reaches into what is cut off, and no further.
        let area = picture.clip ?? whole
        let beyond = picture.clip == nil ? 0.01 : list.bleed + 0.01
        #expect(area.x >= -beyond && area.x + area.width <= list.trim.width + beyond)
        #expect(
          area.y >= -beyond && area.y + area.height <= list.trim.height + beyond,
          "\(image.path) \(area) in \(text)")
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
