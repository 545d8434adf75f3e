import BookDiagnostics
import BookModel
import BookPeople
import BookTime

func registryProposal(_ d: PeopleDiscovery, in chapters: [ParsedChapter]) -> String { "" }
func appendToRegistry(_ text: String, proposals: String) -> String { text + proposals }
func chronologyProposal(_ e: [DateExpression], in book: Book) -> String { "" }
func appendToChronology(_ text: String, expressions: [DateExpression], in book: Book) -> String { text }
