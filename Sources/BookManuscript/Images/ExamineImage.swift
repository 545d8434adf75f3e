import BookDiagnostics

/// A kind of picture that EPUB reading systems must show (EPUB 3.3, section 3.2).
enum ImageKind: Sendable {
  case png, jpeg, gif, webp, svg

  var mediaType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .svg: "image/svg+xml"
    }
  }

  /// File name endings, the usual one first.
  var endings: [String] {
    switch self {
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .svg: ["svg"]
    }
  }

  var title: String {
    switch self {
    case .png: "a PNG"
    case .jpeg: "a JPEG"
    case .gif: "a GIF"
    case .webp: "a WebP"
    case .svg: "an SVG"
    }
  }
}

/// What an image file turned out to be.
struct ExaminedImage {
  var kind: ImageKind?
  var width = 0
  var height = 0
  /// The bytes with private metadata taken out.
  var published: [UInt8] = []
  /// Each completes a sentence that begins "the image 'x' …".
  var findings: [(code: DiagnosticCode, message: String)] = []
}

/// Apple Books refuses inner images of more pixels (Asset Guide).
private let mostPixels = 5_600_000
/// Nobody's photograph: such a header only makes a reader run out of memory.
private let absurdPixels = 400_000_000

/// Tells an image's kind by its content, its size by its header, and whether it is whole.
///
/// Nothing is decoded, so that no file can cost more than reading it.
func examineImage(_ bytes: [UInt8]) -> ExaminedImage {
  var image = ExaminedImage()
  if bytes.isEmpty {
    image.findings.append((.imageEmpty, "is empty"))
    return image
  }
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
    examinePNG(bytes, &image)
  } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    examineJPEG(bytes, &image)
  } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
    examineGIF(bytes, &image)
  } else if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)),
    bytes[8..<12].elementsEqual("WEBP".utf8)
  {
    examineWebP(bytes, &image)
  } else if looksLikeSVG(bytes) {
    examineSVG(bytes, &image)
  } else {
    let name =
      bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
      ? "is a TIFF"
      : bytes.starts(with: Array("%PDF".utf8))
        ? "is a PDF"
        : bytes.starts(with: [0x42, 0x4D])
          ? "is a BMP"
          : bytes.count > 11 && bytes[4..<8].elementsEqual("ftyp".utf8)
            ? "is a HEIC or AVIF picture"
            : "is no picture that is known"
    image.findings.append(
      (.imageFormat, "\(name); save it as PNG, JPEG or SVG"))
  }
  let pixels = image.width.multipliedReportingOverflow(by: image.height)
  if image.kind != .svg {
    if pixels.overflow || pixels.partialValue > absurdPixels {
      image.findings.append(
        (.imageBomb, "claims \(image.width) × \(image.height) pixels, which no reader can show"))
    } else if pixels.partialValue > mostPixels {
      image.findings.append(
        (
          .imageTooLarge,
          "has \(image.width) × \(image.height) pixels; some stores refuse more than 5.6 million"
        ))
    }
  }
  return image
}

func bigEndian(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
  guard at >= 0, at + count <= bytes.count else { return 0 }
  return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
}

func littleEndian(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
  guard at >= 0, at + count <= bytes.count else { return 0 }
  return bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
}

extension ExaminedImage {
  mutating func truncated() {
    findings.append((.imageTruncated, "is cut short or broken"))
  }

  mutating func foundPlace() {
    findings.append(
      (.imagePlace, "says where it was taken; the place is left out of the book"))
  }
}
