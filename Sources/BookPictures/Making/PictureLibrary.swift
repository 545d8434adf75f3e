import CPictures

/// libvips, where this machine has it: it reads every kind of photograph, turns, scales and converts.
///
/// It is opened when first asked for and is one a process; a value of this type says that it is
/// there.
package struct PictureLibrary: Sendable {
  /// Of libvips: pictures made by another may differ in their bytes.
  package let version: String

  /// The library of this machine; nil when it has none.
  package static var ofThisMachine: PictureLibrary? {
    let room = 64
    var opened = false
    let version = String(unsafeUninitializedCapacity: room) { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        opened = pictures_open($0.baseAddress, room)
        return opened ? $0.firstIndex(of: 0) ?? 0 : 0
      }
    }
    return opened ? PictureLibrary(version: version) : nil
  }

  /// What to install where there is none.
  package static var whatToInstall: String {
    #if os(macOS)
      "brew install vips"
    #else
      "sudo apt-get install libvips42"
    #endif
  }

  /// A picture made as it is wanted, of the bytes of a file; or what is wrong with them.
  func make(
    _ bytes: [UInt8], for use: PictureUse, isLossless: Bool
  ) -> Result<MadePicture, UnreadablePicture> {
    let wanted = picture_wanted(
      width: Int32(clamping: use.width), height: Int32(clamping: use.height),
      quality: Int32(use.quality), is_grey: use.isGrey, is_flat: use.isFlat,
      is_lossless: isLossless,
      most_png_bits: PictureUse.mostBitsOfDrawings,
      // Its size stands deep within the file, so that only the library knows it.
      most_pixels: Int64(PictureKind(bytes) == .heif ? mostPixelsHeld : absurdPixels))
    var made = picture_made()
    let room = 512
    var isMade = false
    let reason = String(unsafeUninitializedCapacity: room) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { why in
        bytes.withUnsafeBufferPointer {
          isMade = pictures_make($0.baseAddress, $0.count, wanted, &made, why.baseAddress, room)
        }
        return why.firstIndex(of: 0) ?? 0
      }
    }
    defer { pictures_free(made.bytes) }
    guard isMade else {
      let line = reason.split(separator: "\n").first.map(String.init)
      return .failure(UnreadablePicture(reason: line ?? "its data are broken"))
    }
    return .success(
      MadePicture(
        bytes: Array(UnsafeRawBufferPointer(start: made.bytes, count: made.count)),
        kind: made.is_png ? .png : .jpeg, width: Int(made.width), height: Int(made.height)))
  }
}

/// A picture as made: upright, in sRGB or grey.
struct MadePicture: Sendable {
  var bytes: [UInt8]
  var kind: PictureKind
  var width: Int
  var height: Int
}

/// Why a picture could not be read, in the library's words.
struct UnreadablePicture: Error {
  var reason: String
}
