import BookDisk
import BookFonts

/// What these tests need of the machine; a suite is skipped, visibly, where it is not there.
enum InstalledFonts {
  static let library: FontLibrary? = try? FontLibrary.system(DiskWorkspace.machine).get()
  static let garamond = library?.face(FontRequest(family: "EB Garamond"))
  static let libertine = library?.face(FontRequest(family: "Linux Libertine O"))
  static let dejaVu = library?.face(FontRequest(family: "DejaVu Serif"))
  static let hasGaramond = garamond != nil
  static let hasDejaVu = dejaVu != nil
  static let english = Hyphenator.load(language: "en-US", from: DiskWorkspace.machine)
  static let hyphenatesEnglish = english != nil
  /// A CFF and a TrueType face, as far as installed.
  static let faces = [garamond, libertine, dejaVu].compactMap { $0 }
}
