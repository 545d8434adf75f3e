import BookLanguage
package import BookModel

#if SETS_PAGES
  import CHyphen
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Hyphenator {
  /// Where hyphenation patterns lie on the systems bookc runs on.
  private static let folders = [
    "usr/share/hyphen", "usr/local/share/hyphen", "opt/homebrew/share/hyphen",
    "usr/share/myspell/dicts",
  ]

  /// The hyphenator for a BCP 47 tag; nil when the machine has no patterns for the language.
  ///
  /// `en-GB` takes British patterns, else American ones, else those of any other region. `files` are
  /// those of this machine, from its root.
  package static func load(language: String, from files: any Workspace) -> Hyphenator? {
    #if SETS_PAGES
      for folder in folders {
        let tags = patternTags(among: files.names(in: folder))
        for tag in preferred(tags, for: language) {
          let bytes = try? files.read("\(folder)/hyph_\(tag).dic")
          if let found = bytes.flatMap({ open($0, patterns: tag) }) { return found }
        }
      }
    #endif
    return nil
  }

  /// The tags among those installed that may serve a language, best first.
  static func preferred(_ tags: [String], for language: String) -> [String] {
    let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let primary = parts.first?.lowercased() else { return [] }
    let region = parts.dropFirst().first { $0.utf8.count == 2 || $0.utf8.count == 3 }
    let usual = Language.of(primary).usualRegion ?? primary.uppercased()
    func rank(_ tag: String) -> (Int, String)? {
      let pieces = tag.split(separator: "_").map(String.init)
      guard pieces.first?.lowercased() == primary else { return nil }
      let tagRegion = pieces.count == 2 ? pieces[1] : nil
      if let region, tagRegion?.uppercased() == region.uppercased() { return (0, tag) }
      if tagRegion == usual { return (1, tag) }
      if pieces.count == 1 { return (2, tag) }
      return (pieces.count == 2 ? 3 : 4, tag)
    }
    return tags.compactMap { tag in rank(tag).map { ($0, tag) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func patternTags(among names: [String]) -> [String] {
    names.filter { $0.hasPrefix("hyph_") && $0.hasSuffix(".dic") }
      .map { String($0.dropFirst(5).dropLast(4)) }
  }

  #if SETS_PAGES
    static func open(_ bytes: [UInt8], patterns: String) -> Hyphenator? {
      guard var dictionary = loadDictionary(bytes) else { return nil }
      if dictionary.pointee.utf8 == 0 {
        let encoding = withUnsafeBytes(of: dictionary.pointee.cset) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        hnj_hyphen_free(dictionary)
        guard let transcoded = loadTranscoded(bytes, from: encoding) else { return nil }
        dictionary = transcoded
      }
      let left = max(2, Int(dictionary.pointee.lhmin))
      let right = max(3, Int(dictionary.pointee.rhmin))
      return Hyphenator(
        adopting: OpaquePointer(dictionary), patterns: patterns, minima: (left, right))
    }

    static func free(
      _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
      _ positions: UnsafeMutablePointer<Int32>?, _ cuts: UnsafeMutablePointer<Int32>?, count: Int
    ) {
      // libhyphen hands these over allocated with malloc.
      if let replacements {
        for i in 0..<count { free(replacements[i]) }
        free(UnsafeMutableRawPointer(replacements))
      }
      free(UnsafeMutableRawPointer(positions))
      free(UnsafeMutableRawPointer(cuts))
    }

    private static func free(_ pointer: UnsafeMutableRawPointer?) {
      #if canImport(Glibc)
        Glibc.free(pointer)
      #elseif canImport(Darwin)
        Darwin.free(pointer)
      #endif
    }
    private static func free(_ pointer: UnsafeMutablePointer<CChar>?) {
      free(UnsafeMutableRawPointer(pointer))
    }
  #endif
}
