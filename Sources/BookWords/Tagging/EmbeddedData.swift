internal import CWordData

/// The packed files that the C compiler puts into the program.
enum EmbeddedData {
  /// `english.tagger`.
  static func englishTagger() -> [UInt8] {
    var count = 0
    let bytes = english_tagger(&count)
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// `english.happenings`.
  static func englishHappenings() -> [UInt8] {
    var count = 0
    let bytes = english_happenings(&count)
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }
}
