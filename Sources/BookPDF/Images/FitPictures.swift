import BookModel
import BookTypesetting

/// Pixels to an inch of printed picture that a profile wants at its size on the page: more than 300
/// no press shows, and 220 is as sharp as a page is read on a screen.
extension PDFProfile {
  var pixelsPerInch: Float {
    switch self {
    case .screen: 220
    case .print: 300
    }
  }
}

/// The pictures that pages show, each in the size of its largest place, on at most `jobs` tasks;
/// drawings and those that stand nowhere stay as they are.
func fitPictures(
  _ pages: PageList, _ options: PDFOptions, from supply: (any PictureSupply)?, jobs: Int
) async -> [PictureSource] {
  guard let supply else { return pages.pictures }
  var places: [Int: Size] = [:]
  for page in pages.pages {
    for case .picture(let picture) in page.items {
      let known = places[picture.source] ?? Size(width: 0, height: 0)
      places[picture.source] = Size(
        width: max(known.width, picture.rectangle.width),
        height: max(known.height, picture.rectangle.height))
    }
  }
  let asked = pages.pictures.enumerated().map { (source: $0.element, place: places[$0.offset]) }
  return await asked.mapInOrder(jobs: jobs) { _, picture in
    guard case .file(let image) = picture.source, image.mediaType != "image/svg+xml",
      let place = picture.place
    else { return picture.source }
    func pixels(_ points: Float) -> Int {
      max(1, Int((points / pointsPerInch * options.profile.pixelsPerInch).rounded(.up)))
    }
    let box = PixelBox(width: pixels(place.width), height: pixels(place.height))
    let made = supply.picture(
      image, fitting: box, isGrey: options.isGrey, isFlat: options.profile == .print)
    return made.map { .file($0) } ?? picture.source
  }
}

/// ISO 32000-1, 8.3.2.3.
private let pointsPerInch: Float = 72
