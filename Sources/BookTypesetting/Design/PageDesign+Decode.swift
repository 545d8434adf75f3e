package import BookDiagnostics
package import BookModel

extension PageDesign {
  /// The design a theme asks for; `trim` is what book.yaml says.
  package static func decode(_ theme: Theme, trim: String?) -> Diagnosed<PageDesign> {
    Diagnosed(PageDesign())
  }
}
