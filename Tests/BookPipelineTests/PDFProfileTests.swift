import BookModel
import BookTestSupport
import Foundation
import Testing

@testable import BookPipeline

@Suite("What the PDF is made for")
struct PDFProfileTests {
  @Test("print and crop marks are settings of the build, the usual is none")
  func known() throws {
    #expect(try pdfOptions(profile: nil, cropMarks: false).settings.isEmpty)
    #expect(
      try pdfOptions(profile: "screen", cropMarks: false)
        == pdfOptions(profile: nil, cropMarks: false))
    let print = try pdfOptions(profile: "Print", cropMarks: true)
    #expect(print.profile == .print && print.cropMarks)
    #expect(print.settings.map { $0.0 } == ["pdf-profile", "crop-marks"])
    #expect(pdfProfileNames.sorted() == ["print", "screen"])
  }

  @Test("an unknown profile names those there are", arguments: ["prnt", "", "x-4", "archive"])
  func unknown(name: String) {
    do throws(BuildFailure) {
      _ = try pdfOptions(profile: name, cropMarks: false)
      Issue.record("'\(name)' was taken")
    } catch {
      #expect(error.message.contains("there is no PDF profile '\(name)'"))
      #expect(error.message.contains("there are: print, screen"))
      #expect(error.message.contains("did you mean 'print'") == (name == "prnt"))
    }
  }

  @Test("crop marks are for print alone")
  func marks() {
    #expect(throws: BuildFailure.self) { try pdfOptions(profile: "screen", cropMarks: true) }
    #expect(throws: BuildFailure.self) { try pdfOptions(profile: nil, cropMarks: true) }
  }
}
