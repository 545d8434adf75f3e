import BookZip

/// What a file may hold at most: the one table of limits of an import.
///
/// A manuscript of a million words stays far below each; a file that was made to do harm does not.
enum ImportLimits {
  /// Bytes of the file itself.
  static let fileBytes = 512 << 20
  /// Entries of an archive.
  static let entries = 20_000
  /// Bytes of one part that is read as XML; what is not read is not inflated.
  static let partBytes = 128 << 20
  /// Bytes of one picture.
  static let pictureBytes = 64 << 20
  /// Bytes of all that is inflated.
  static let totalBytes = 512 << 20
  /// Inflated bytes to one stored byte; text that a program wrote packs 60:1 at most.
  static let ratio = 200
  /// Tables, boxes and changes may lie in one another this deep; the parser stops at 256 elements.
  static let depth = 24
  /// Files within files that are read.
  static let nestedFiles = 16
  /// Characters of a thing left out that the report prints.
  static let shownWords = 20_000

  static var archive: ZipReader.Limits {
    var limits = ZipReader.Limits()
    limits.entries = entries
    limits.entryBytes = partBytes
    limits.totalBytes = totalBytes
    limits.ratio = ratio
    return limits
  }
}
