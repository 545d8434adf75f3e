import BookDiagnostics
import BookModel
import BookPeople
import BookTime

func registryProposal(_ d: PeopleDiscovery, in chapters: [ParsedChapter]) -> String { "" }
func appendToRegistry(_ text: String, proposals: String) -> String { text + proposals }
func chronologyProposal(_ e: [DateExpression], in book: Book) -> String { "" }
func appendToChronology(_ text: String, expressions: [DateExpression], in book: Book) -> String { text }
struct PDFFormat: OutputFormat {
  static let name = "pdf"
  func render(_ book: AnnotatedBook, theme: Theme, jobs: Int) async -> Diagnosed<Rendering> { Diagnosed(Rendering()) }
}
struct HTMLFormat: OutputFormat {
  static let name = "html"
  func render(_ book: AnnotatedBook, theme: Theme, jobs: Int) async -> Diagnosed<Rendering> { Diagnosed(Rendering()) }
}
