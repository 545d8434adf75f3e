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
