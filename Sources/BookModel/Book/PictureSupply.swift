/// A width and a height in pixels.
package struct PixelBox: Sendable, Hashable {
  /// Pixels.
  package var width: Int
  /// Pixels.
  package var height: Int

  package init(width: Int, height: Int) { (self.width, self.height) = (width, height) }
}

/// Gives the pictures of a book in the size and the colours that a page asks for.
package protocol PictureSupply: Sendable {
  /// The picture scaled into a box, as JPEG or PNG, where `isGrey` without colours and where
  /// `isFlat` with white for what shows through; nil where it is good as it is or cannot be made.
  func picture(
    _ image: PublicationImage, fitting box: PixelBox, isGrey: Bool, isFlat: Bool
  ) -> PublicationImage?
}

/// Pictures made in earlier builds, kept somewhere that may forget them.
package protocol KeptPictures: Sendable {
  /// The bytes kept under a key, nil when there are none any more.
  func picture(_ key: String) -> [UInt8]?
  /// Keeps bytes under a key, if it can.
  func keep(_ bytes: [UInt8], as key: String)
}
