import Foundation
import Testing

@testable import BookPDF

@Suite(.enabled(if: SamplePages.canSet, "EB Garamond is not installed"))
struct WholeFileTests {
  @Test func writeSample() async throws {
    guard let folder = ProcessInfo.processInfo.environment["BOOKC_KEEP_PDF"] else { return }
    let sample = SamplePages.book()
    for (name, options) in [
      ("screen", PDFOptions()), ("print", PDFOptions(profile: .print)),
    ] {
      let bytes = try #require(await sample.render(options))
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).pdf"))
    }
  }
}
