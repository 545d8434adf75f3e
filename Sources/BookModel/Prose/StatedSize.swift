/// The size that a drawing states in lengths, where it is of another shape than what the drawing shows:
/// browsers then stretch or pad it.
package struct StatedSize: Sendable, Equatable {
  /// Pixels of CSS, 96 to the inch.
  package var width: Double
  /// Ditto.
  package var height: Double

  /// Nil where a side is not stated, or as a share of something else, and where the shape is that of
  /// the view box but for rounding.
  ///
  /// - Parameters:
  ///   - width: as the attribute is written
  ///   - height: ditto
  ///   - box: width and height of the view box
  package init?(width: String?, height: String?, unlike box: (width: Double, height: Double)) {
    guard case .points(let across)? = width.flatMap(PictureWidth.init),
      case .points(let down)? = height.flatMap(PictureWidth.init),
      abs(across * box.height - down * box.width) > down * box.width * Self.evenShare
    else { return nil }
    (self.width, self.height) = (across * Self.pixelsToPoint, down * Self.pixelsToPoint)
  }

  /// Of a shape: what rounding does to it.
  private static let evenShare = 0.01
  private static let pixelsToPoint = 96.0 / 72
}
