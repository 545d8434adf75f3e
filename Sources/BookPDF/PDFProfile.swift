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
  /// Whether pictures are printed without colours.
  package var isGrey = false
  /// How hard streams are compressed, 1 to 9; above 4 a book of 300 pages takes half as long again
  /// to write and is 3 % smaller.
  package var compression = 4

  package init(profile: PDFProfile = .screen) { self.profile = profile }
}
