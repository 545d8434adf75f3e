import BookModel

// BookPDF: finished pages → the bytes of a PDF.
// In: a PageList, the faces it was set with, a profile. Out: one file, tagged and accessible for the
// screen, K-only and bare for the press. It decides nothing about how a page looks, reads no
// Markdown and no clock.

/// What the file is for.
package enum PDFProfile: String, Sendable, CaseIterable {
  /// To be read: tags, links, bookmarks; PDF/UA-1 and PDF/A-2a in one file.
  case screen
  /// To be printed: PDF/X-4, black in K alone, bleed, no links and no bookmarks.
  case print
}

/// How the file is to be made, beyond what the pages say.
package struct PDFOptions: Sendable, Equatable {
  /// What the file is for.
  package var profile = PDFProfile.screen
  /// Whether crop marks stand outside the trim; in print only.
  package var cropMarks = false
  /// The printing condition in print, by its name in the ICC's registry, such as `FOGRA39`.
  package var printingCondition = "FOGRA51"
  /// The condition's ICC profile, where this machine has one.
  var conditionProfile: [UInt8]?
  /// Whether the sheet of a page in print reaches beyond it above, below and outside, as far as the
  /// theme says.
  package var bleeds = false
  /// Whether pictures are printed without colours.
  package var isGrey = false
  /// How hard streams are compressed, 1 to 9; above 4 a book of 300 pages takes half as long again
  /// to write and is 3 % smaller.
  package var compression = 4

  package init(profile: PDFProfile = .screen) { self.profile = profile }

  /// With what the author wants of the pages for the press; `files` are those of this machine.
  func adopting(_ policy: PrintPolicy, _ files: any Workspace) -> PDFOptions {
    guard profile == .print else { return self }
    var options = self
    options.isGrey = policy.interior == .grey
    options.bleeds = policy.bleed == .outside
    options.printingCondition = policy.condition ?? printingCondition
    options.conditionProfile = profileOfPress(options.printingCondition, in: files)
    return options
  }
}
