import BookXML

/// A kind of picture file.
package enum PictureKind: Sendable {
  case png, jpeg, gif, webp, svg
  /// HEIC and AVIF: phones write them, reading systems do not show them.
  case heif
  case tiff

  /// `image/png` and the like.
  package var mediaType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .svg: "image/svg+xml"
    case .heif: "image/heif"
    case .tiff: "image/tiff"
    }
  }

  /// File name endings, the usual one first.
  package var endings: [String] {
    switch self {
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .svg: ["svg"]
    case .heif: ["heic", "heif", "hif", "avif"]
    case .tiff: ["tif", "tiff"]
    }
  }

  /// With its article.
  package var title: String {
    switch self {
    case .png: "a PNG"
    case .jpeg: "a JPEG"
    case .gif: "a GIF"
    case .webp: "a WebP"
    case .svg: "an SVG"
    case .heif: "a HEIC or AVIF picture"
    case .tiff: "a TIFF"
    }
  }

  /// Whether stores and reading systems take it in a book: WebP is a core type of EPUB 3.3, but
  /// Kindle and Kobo refuse it.
  var isForBooks: Bool {
    switch self {
    case .png, .jpeg, .gif, .svg: true
    case .webp, .heif, .tiff: false
    }
  }

  /// Whether saving it lost nothing, so that it may be a drawing.
  var isLossless: Bool {
    switch self {
    case .png, .gif, .webp, .tiff, .svg: true
    case .jpeg, .heif: false
    }
  }
}

extension PictureKind {
  /// The kind of a file by its first bytes; nil for one that is not known.
  package init?(_ bytes: [UInt8]) {
    guard let kind = Self.kind(of: bytes) else { return nil }
    self = kind
  }

  /// What may stand before the first mark of an XML file: a byte order mark, blank lines.
  private static let longestHead = 64

  private static func kind(of bytes: [UInt8]) -> PictureKind? {
    func begins(_ signature: [UInt8], at start: Int = 0) -> Bool {
      bytes.dropFirst(start).starts(with: signature)
    }
    if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
    if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) { return .gif }
    if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return .webp }
    if begins(Array("II*\0".utf8)) || begins(Array("MM\0*".utf8)) { return .tiff }
    // ISO 14496-12, 4.3: a box of the file's type, and the brands of HEIF and AVIF.
    if begins(Array("ftyp".utf8), at: 4), bytes.count >= 12 {
      let brands = ["heic", "heix", "heif", "hevc", "mif1", "msf1", "avif", "avis"]
      return brands.contains(String(decoding: bytes[8..<12], as: UTF8.self)) ? .heif : nil
    }
    guard bytes.prefix(Self.longestHead).contains(UInt8(ascii: "<")) else { return nil }
    return XMLElement.rootName(of: bytes, names: .svg) == "svg" ? .svg : nil
  }
}
