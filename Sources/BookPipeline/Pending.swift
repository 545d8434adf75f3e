import BookDiagnostics
import BookModel
import BookPeople
import BookTime

struct PeopleDiscovery: Sendable {
  struct M: Sendable { var chapter: Int; var range: Range<Int>; var person: Int; var confidence: Double }
  struct F: Sendable { var text: String }
  struct P: Sendable { var id: String; var heading: String; var forms: [F]; var count: Int }
  var mentions: [M] = []
  var people: [P] = []
}
func discoverPeople(in chapters: [ParsedChapter], knowing: Registry, jobs: Int) async -> PeopleDiscovery { PeopleDiscovery() }
func registryProposal(_ d: PeopleDiscovery, in chapters: [ParsedChapter]) -> String { "" }
func appendToRegistry(_ text: String, proposals: String) -> String { text + proposals }
func annotateTime(in book: Book, people: PeopleAnnotation, jobs: Int) async -> Diagnosed<TimeAnnotation> { Diagnosed(TimeAnnotation()) }
func chronologyProposal(_ e: [DateExpression], in book: Book) -> String { "" }
func appendToChronology(_ text: String, expressions: [DateExpression], in book: Book) -> String { text }
struct PDFFormat: OutputFormat {
  static let name = "pdf"
  func render(_ book: AnnotatedBook, theme: Theme, jobs: Int) async -> Diagnosed<Rendering> { Diagnosed(Rendering()) }
}
