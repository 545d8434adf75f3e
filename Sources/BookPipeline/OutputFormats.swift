import BookDiagnostics
import BookDisk
import BookEPUB
package import BookModel
package import BookPDF
import BookPreview

/// Every kind of book that can be made, in the order they are made.
///
/// The PDF comes first: the EPUB takes its page list from it.
/// The PDF has its pictures from `pictures`; with `isStrict` the EPUB's pages have two judges.
package func outputFormats(
  _ pdf: PDFOptions = PDFOptions(), pictures: (any PictureSupply)? = nil, isStrict: Bool = false
) -> [any OutputFormat] {
  [
    PDFFormat(options: pdf, files: DiskWorkspace.machine, pictures: pictures),
    EPUBFormat(judgesTwice: isStrict), HTMLFormat(),
  ]
}

/// What `--pdf-profile` may say.
package var pdfProfileNames: [String] { PDFProfile.allCases.map(\.rawValue) }

/// How the PDF is to be made, from what was asked for; nothing asked means for the screen.
func pdfOptions(profile: String?, cropMarks: Bool) throws(BuildFailure) -> PDFOptions {
  var options = PDFOptions()
  if let profile {
    guard let known = PDFProfile(rawValue: profile.lowercased()) else {
      let near = nearestWord(to: profile.lowercased(), among: pdfProfileNames)
      throw .usage(
        "there is no PDF profile '\(profile)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
          + "; there are: \(pdfProfileNames.sorted().joined(separator: ", "))")
    }
    options.profile = known
  }
  if cropMarks, options.profile != .print {
    throw .usage("--crop-marks needs --pdf-profile print")
  }
  options.cropMarks = cropMarks
  return options
}

extension PDFOptions {
  /// What differs from the usual, as build.json has it.
  var settings: [(String, String)] {
    var settings: [(String, String)] = []
    if profile != .screen { settings.append(("pdf-profile", profile.rawValue)) }
    if cropMarks { settings.append(("crop-marks", "true")) }
    return settings
  }
}

/// The name of every kind of book that can be made.
package var outputFormatNames: [String] { outputFormats().map { type(of: $0).name } }

/// What is made when neither the command line nor book.yaml says: EPUB and PDF, or, where this
/// bookc was built without what pages need, EPUB and the HTML site.
package var defaultFormatNames: [String] {
  #if SETS_PAGES
    ["epub", "pdf"]
  #else
    ["epub", "html"]
  #endif
}
