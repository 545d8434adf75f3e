import BookDiagnostics
import BookModel
import Testing

@testable import BookPDF

@Suite struct PicturePlacesTests {
  @Test func everyPictureHasTheFirstPlaceItStandsIn() {
    var sources = SourceFiles()
    let file = sources.add(path: "chapters/01.md", bytes: [])
    func image(_ path: String, _ start: Int) -> Image {
      Image(path: path, alternative: "", span: SourceSpan(file: file, start: start, end: start + 5))
    }
    func figure(_ path: String, _ start: Int) -> Block {
      let picture = image(path, start)
      return Block(.figure(Figure(image: picture)), span: picture.span)
    }
    let whole = SourceSpan(file: file, start: 0, end: 99)
    var chapter = ParsedChapter(source: file, header: ChapterHeader())
    chapter.blocks = [
      Block(.quotation([figure("../images/a.png", 10)]), span: whole),
      Block(
        .list(List(start: nil, isTight: false, items: [[figure("images/b.png", 20)]])), span: whole),
      figure("../images/a.png", 30), figure("../images/none.png", 40),
    ]
    chapter.marks = [Mark(.image(image("../images/c.png", 50)), 0..<0, span: whole)]
    var book = Book(
      metadata: BookMetadata(title: "T", language: "en"), chapters: [chapter], sources: sources)
    book.images = ["a", "b", "c"].map {
      PublicationImage(
        path: "images/\($0).png", name: "\($0).png", mediaType: "image/png", width: 1, height: 1,
        bytes: [])
    }
    let places = picturePlaces(in: book)
    #expect(
      places.mapValues(\.range.lowerBound) == [
        "images/a.png": 10, "images/b.png": 20, "images/c.png": 50,
      ])
  }
}
