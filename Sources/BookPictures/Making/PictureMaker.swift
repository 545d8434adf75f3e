package import BookDiagnostics
package import BookModel

/// Makes the pictures of a book fit for what they are for, and takes those that were made before
/// from where they are kept.
package struct PictureMaker: PictureSupply {
  /// The book's files.
  private let files: any Workspace
  private let library: @Sendable () -> PictureLibrary?
  private let kept: (any KeptPictures)?

  /// - Parameters:
  ///   - files: the book's own.
  ///   - library: asked for when the first picture needs it; nil to leave pictures as they are.
  ///   - kept: pictures made in earlier builds; nil to make each anew.
  package init(
    of files: any Workspace, library: @escaping @Sendable () -> PictureLibrary?,
    keeping kept: (any KeptPictures)? = nil
  ) {
    (self.files, self.library, self.kept) = (files, library, kept)
  }

  /// A picture for the e-book and the site, made of the bytes of the file at `path`.
  package func prepare(_ bytes: [UInt8], at path: String, isCover: Bool) -> PreparedPicture {
    let examined = examinePicture(bytes)
    var prepared = PreparedPicture(examined)
    guard !examined.isRefused, let kind = examined.kind, kind != .svg else { return prepared }
    let use = PictureUse.ebook(width: examined.width, height: examined.height, isCover: isCover)
    let isTooLarge = use.width < examined.width || use.height < examined.height
    if kind.isForBooks, !isTooLarge, !examined.isTurned, !examined.hasOtherColours {
      return prepared
    }
    guard library() != nil else {
      if !kind.isForBooks, kind != .webp {
        prepared.faults.append(
          (
            .imageFormat,
            "is \(kind.title), which readers cannot show; save it as JPEG, or let bookc do it: "
              + PictureLibrary.whatToInstall
          ))
      }
      prepared.isTooLarge = examined.width * examined.height > PictureUse.mostPixelsOfStores
      return prepared
    }
    switch make(bytes, at: path, for: use, isLossless: kind.isLossless) {
    case .success(let made): prepared.become(made)
    case .failure(let fault):
      prepared.faults.append((.imageTruncated, "is cut short or broken: \(fault.reason)"))
    }
    return prepared
  }

  /// The picture for a page, nil where it is good as it is or cannot be made.
  package func picture(
    _ image: PublicationImage, fitting box: PixelBox, isGrey: Bool, isFlat: Bool
  ) -> PublicationImage? {
    let isShown = ["image/jpeg", "image/png"].contains(image.mediaType)
    let scale = min(
      Double(box.width) / Double(max(1, image.width)),
      Double(box.height) / Double(max(1, image.height)))
    let isPhotograph = image.mediaType == "image/jpeg"
    if isShown, !isGrey, isPhotograph || !isFlat, scale > Self.worthScaling,
      scale <= 1 || !image.hasMorePixels
    {
      return nil
    }
    var use = PictureUse(width: box.width, height: box.height)
    (use.isGrey, use.isFlat) = (isGrey, isFlat)
    var source = image.bytes
    if scale > 1, image.hasMorePixels {
      do throws(WorkspaceError) { source = try files.read(image.path) } catch { return nil }
    }
    guard
      case .success(let made) = make(
        source, at: image.path, for: use, isLossless: !isPhotograph)
    else { return nil }
    var result = image
    (result.bytes, result.mediaType) = (made.bytes, made.kind.mediaType)
    (result.width, result.height) = (made.width, made.height)
    return result
  }

  /// A picture with up to a third more pixels than it needs across goes in as it is: made again it
  /// would be little smaller and a little worse.
  private static let worthScaling = 0.75

  private func make(
    _ bytes: [UInt8], at path: String, for use: PictureUse, isLossless: Bool
  ) -> Result<MadePicture, UnreadablePicture> {
    guard let library = library() else { return .failure(UnreadablePicture(reason: "")) }
    let key =
      kept == nil
      ? nil
      : files.stamp(of: path).map { stamp in
        self.key(use, stamp, bytes.count, library)
      }
    if let key, let bytes = kept?.picture(key) {
      let examined = examinePicture(bytes)
      if let kind = examined.kind, !examined.isRefused {
        return .success(
          MadePicture(bytes: bytes, kind: kind, width: examined.width, height: examined.height))
      }
    }
    let made = library.make(bytes, for: use, isLossless: isLossless)
    if let key, case .success(let picture) = made { kept?.keep(picture.bytes, as: key) }
    return made
  }

  /// Everything that the bytes of a made picture depend on.
  private func key(
    _ use: PictureUse, _ stamp: String, _ count: Int, _ library: PictureLibrary
  ) -> String {
    let parts = [
      Self.keyVersion, library.version, stamp, String(count), String(use.width),
      String(use.height), String(use.quality), String(use.isGrey), String(use.isFlat),
    ]
    return sha256(Array(parts.joined(separator: "\n").utf8))
  }

  /// To be counted up when pictures are made in another way.
  private static let keyVersion = "2"
}

/// A picture as the e-book and the site have it.
package struct PreparedPicture: Sendable {
  /// As it is in the file or as made; nil when it is none that is known.
  package private(set) var kind: PictureKind?
  /// Pixels.
  package private(set) var width: Int
  /// Pixels.
  package private(set) var height: Int
  /// The bytes to publish.
  package private(set) var bytes: [UInt8]
  /// Kind of the author's own file.
  package let originalKind: PictureKind?
  /// Pixels of the author's own picture, 0 where not known.
  package let originalWidth: Int
  /// Ditto.
  package let originalHeight: Int
  /// Each message completes a sentence that begins "the image 'x' …".
  package fileprivate(set) var faults: [(code: DiagnosticCode, message: String)]
  /// Whether it has more pixels than stores take, and nothing here could scale it.
  package fileprivate(set) var isTooLarge = false

  /// As it is in the file, for a book that is only read.
  package init(_ bytes: [UInt8]) { self.init(examinePicture(bytes)) }

  fileprivate init(_ examined: ExaminedPicture) {
    (kind, originalKind) = (examined.kind, examined.kind)
    (width, height, bytes) = (examined.width, examined.height, examined.published)
    (originalWidth, originalHeight) = (examined.width, examined.height)
    faults = examined.faults
  }

  fileprivate mutating func become(_ made: MadePicture) {
    (kind, width, height, bytes) = (made.kind, made.width, made.height, made.bytes)
  }

  /// True when a fault keeps it out of the book.
  package var isRefused: Bool {
    kind == nil || faults.contains { $0.code.severity == .error }
  }
}
