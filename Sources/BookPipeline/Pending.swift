import BookDiagnostics
import BookModel
import BookPeople
import BookTime

func chronologyProposal(_ e: [DateExpression], in book: Book) -> String { "" }
func appendToChronology(_ text: String, expressions: [DateExpression], in book: Book) -> String { text }
