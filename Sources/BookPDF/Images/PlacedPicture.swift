/// A picture as content streams use it.
struct PlacedPicture: Sendable {
  /// Its name among the resources, without the slash.
  var name: String
  /// The form or image.
  var reference: Reference
  /// How its pixels must be turned to stand upright.
  var orientation: Orientation = .upright
  /// Width and height of its own space: 1 × 1 for an image, the view box for a drawing.
  var extent: (width: Double, height: Double) = (1, 1)

  /// The matrix that lays it over a rectangle, upright.
  func matrix(x: Double, y: Double, width: Double, height: Double) -> [Double] {
    // The unit square is turned or mirrored within itself first, then scaled and moved.
    let unit = orientation.matrix
    let sx = 1 / max(extent.width, 1e-9)
    let sy = 1 / max(extent.height, 1e-9)
    return [
      unit[0] * width * sx, unit[1] * height * sx, unit[2] * width * sy, unit[3] * height * sy,
      x + unit[4] * width, y + unit[5] * height,
    ]
  }
}
