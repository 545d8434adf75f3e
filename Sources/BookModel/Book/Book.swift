package import BookDiagnostics

/// The whole book as read: what it is, its chapters in reading order, its registry and images.
package struct Book: Sendable {
  /// What book.yaml says.
  package var metadata: BookMetadata
  /// In reading order.
  package var chapters: [ParsedChapter]
  /// people.yaml as read, for BookPeople to decode; nil when there is none.
  package var people: YAMLNode?
  /// chronology.yaml as read, for BookTime to decode.
  package var chronology: YAMLNode?
  /// Every image the book shows, once each.
  package var images: [PublicationImage]
  /// The files the spans point into.
  package var sources: SourceFiles
  /// The revision in git, `-dirty` when it is, or nil.
  package var revision: String?
  /// What `dcterms:modified` and PDF dates say, seconds since 1970: SOURCE_DATE_EPOCH, else the
  /// book's date, else 1980-01-01.
  package var modified: Int

  package init(metadata: BookMetadata, chapters: [ParsedChapter], sources: SourceFiles) {
    self.metadata = metadata
    self.chapters = chapters
    self.sources = sources
    people = nil
    chronology = nil
    images = []
    revision = nil
    modified = 315_532_800
  }

  /// Words of all chapters.
  package var wordCount: Int { chapters.reduce(0) { $0 + $1.wordCount } }

  /// The number each chapter goes by: the one printed above its title, else its place among the
  /// body's chapters that have no role and want a number; nil for all other matter.
  package var chapterNumbers: [String?] {
    var count = 0
    return chapters.map { chapter in
      let header = chapter.header
      let isCounted = header.matter == .body && header.role == nil && !chapter.isUnnumbered
      if isCounted { count += 1 }
      return header.ordinal ?? (isCounted ? String(count) : nil)
    }
  }

  /// The name outputs give a chapter's document, without an ending: `chapter-03`.
  package func documentName(_ chapter: Int) -> String {
    let number = String(chapter + 1)
    let width = max(2, String(chapters.count).utf8.count)
    let zeros = String(repeating: "0", count: max(0, width - number.utf8.count))
    return "chapter-\(zeros)\(number)"
  }

  /// Where a link written in a chapter leads.
  package func target(of destination: String, from chapter: Int) -> LinkTarget {
    if destination.hasPrefix("#") {
      return .chapter(chapter, fragment: chapters[chapter].anchor(String(destination.dropFirst())))
    }
    if let colon = destination.firstIndex(of: ":"),
      destination[..<colon].allSatisfy({
        $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
      })
    {
      return .external(destination)
    }
    let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = pieces.count > 1 ? String(pieces[1]) : nil
    let folder = sources[chapters[chapter].source].path.split(separator: "/").dropLast()
    guard
      let path = Self.resolve(Self.percentDecoded(String(pieces[0])), in: folder.map(String.init))
    else { return .outside(destination) }
    if let index = chapterIndex(at: path)
      ?? Self.sources(ofPage: path).lazy.compactMap(chapterIndex).first
    {
      return .chapter(index, fragment: fragment.map(chapters[index].anchor))
    }
    return .missing(path)
  }

  private func chapterIndex(at path: String) -> Int? {
    chapters.firstIndex { sources[$0.source].path == path }
  }

  /// The chapters that programs which make sites turn into the page of a path: `a/b.html` and
  /// `a/b/` come from `a/b.md`, `a/` and `a/index.html` from `a/README.md` or `a/index.md`.
  private static func sources(ofPage path: String) -> [String] {
    let endings = [".md", ".markdown", ".qmd", ".Rmd"]
    let pages = [".html", ".htm"]
    let hasEnding = endings.contains { path.hasSuffix($0) }
    var stem = path
    for ending in hasEnding ? endings : pages where path.hasSuffix(ending) {
      stem = String(path.dropLast(ending.count))
    }
    let name = stem.split(separator: "/").last.map(String.init) ?? ""
    let isFirstPage = name == "index" || name == "README"
    if hasEnding && !isFirstPage { return [] }
    var folder = isFirstPage ? String(stem.dropLast(name.count)) : stem
    if !folder.isEmpty, !folder.hasSuffix("/") { folder += "/" }
    let stems = (isFirstPage ? [] : [stem]) + [folder + "README", folder + "index"]
    return stems.flatMap { stem in endings.map { stem + $0 } }
  }

  /// A relative path against a folder, both within the book; nil when it leaves the book.
  package static func resolve(_ path: String, in folder: [String]) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts = folder
    for piece in path.split(separator: "/", omittingEmptySubsequences: true) {
      if piece == "." { continue }
      if piece == ".." {
        if parts.isEmpty { return nil }
        parts.removeLast()
      } else {
        parts.append(String(piece))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The ways in which a picture's path may be meant: as it is; as Windows writes it; from the book's
  /// folder on, as sites write it; without the place in the drawing that `a.svg#outline` names.
  package static func picturePaths(_ path: String) -> [String] {
    var paths = [path]
    if path.contains("\\") { paths.append(path.replacing("\\", with: "/")) }
    if path.hasPrefix("/") { paths.append(String(path.drop { $0 == "/" })) }
    if let hash = path.lastIndex(of: "#") { paths.append(String(path[..<hash])) }
    return paths
  }

  /// The string with `%41` and the like decoded, as UTF-8; malformed escapes stay.
  package static func percentDecoded(_ string: String) -> String {
    guard string.utf8.contains(0x25) else { return string }
    let bytes = Array(string.utf8)
    var result: [UInt8] = []
    var i = 0
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count, let high = digit(bytes[i + 1]),
        let low = digit(bytes[i + 2])
      {
        result.append(high * 16 + low)
        i += 3
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Where a link leads.
package enum LinkTarget: Sendable, Equatable {
  /// Into the book; without a fragment, to the chapter's start.
  case chapter(Int, fragment: String?)
  /// Somewhere else, with its scheme.
  case external(String)
  /// To a file that is no chapter; the path from the book's folder.
  case missing(String)
  /// Out of the book's folder.
  case outside(String)
}

/// An image file that goes into the book.
package struct PublicationImage: Sendable, Equatable {
  /// Its path from the book's folder.
  package var path: String
  /// The name it has in the outputs, unique, by its real content type: `images/house.png`.
  package var name: String
  /// `image/png`, `image/jpeg`, `image/gif`, `image/webp` or `image/svg+xml`, by content.
  package var mediaType: String
  /// Pixels; for SVG its view box in whole units, 0 when it gives none.
  package var width: Int
  /// Ditto.
  package var height: Int
  /// Pixels of the author's own picture, of which these bytes may be a smaller copy.
  package var originalWidth: Int
  /// Ditto.
  package var originalHeight: Int
  /// The bytes to publish: places and other private metadata taken out.
  package var bytes: [UInt8]

  package init(
    path: String, name: String, mediaType: String, width: Int, height: Int, bytes: [UInt8]
  ) {
    self.path = path
    self.name = name
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.bytes = bytes
    (originalWidth, originalHeight) = (width, height)
  }

  /// Its width by its height; four to three where it does not say.
  package var proportions: Double {
    width > 0 && height > 0 ? Double(width) / Double(height) : 4 / 3
  }

  /// Whether the author's own picture is larger.
  package var hasMorePixels: Bool { originalWidth * originalHeight > width * height }
}

extension Book {
  /// The published image for a path written in a chapter, nil when it is not in the book.
  package func publicationImage(_ path: String, from chapter: Int) -> PublicationImage? {
    let folder = sources[chapters[chapter].source].path.split(separator: "/").dropLast()
    let candidates = Self.picturePaths(path).flatMap {
      [Self.resolve($0, in: folder.map(String.init)), Self.resolve($0, in: [])]
    }
    for candidate in candidates {
      if let candidate, let image = images.first(where: { $0.path == candidate }) { return image }
    }
    // A name alone is looked for in the book's folders.
    return path.contains("/") ? nil : images.first { $0.path.hasSuffix("/" + path) }
  }
}
