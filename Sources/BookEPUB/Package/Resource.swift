import BookModel
import BookXHTML

/// One line of the manifest.
struct Resource: Sendable {
  var id: String
  /// Relative to the package document.
  var reference: String
  var mediaType: String
  /// `nav`, `cover-image`, `index`, with spaces between.
  var properties: String?
}

/// Everything the package holds, in the order of the manifest.
struct Manifest: Sendable {
  private(set) var resources: [Resource] = []
  /// Ids of the documents in reading order.
  private(set) var spine: [String] = []
  /// Id of the cover's picture.
  private(set) var coverImage = ""

  init(_ publication: Publication) {
    for document in publication.outline.documents {
      let id = document.name
      spine.append(id)
      let properties: String? =
        switch document.kind {
        case .contents: "nav"
        case .peopleIndex: "index"
        default: nil
        }
      resources.append(
        Resource(
          id: id, reference: document.name + ".xhtml", mediaType: "application/xhtml+xml",
          properties: properties))
    }
    resources.append(
      Resource(id: "ncx", reference: "toc.ncx", mediaType: "application/x-dtbncx+xml"))
    resources.append(Resource(id: "css", reference: "book.css", mediaType: "text/css"))
    addImages(publication)
  }

  private mutating func addImages(_ publication: Publication) {
    let book = publication.book.book
    var names: [(name: String, type: String)] = book.images.map { ($0.name, $0.mediaType) }
    if !names.contains(where: { $0.name == publication.coverImageName }) {
      names.append((publication.coverImageName, "image/svg+xml"))
    }
    names += publication.plates.map { ($0.name, "image/svg+xml") }
    for (position, image) in names.enumerated() {
      let isCover = image.name == publication.coverImageName
      let id = isCover ? "cover-image" : "image-\(position + 1)"
      if isCover { coverImage = id }
      resources.append(
        Resource(
          id: id, reference: image.name, mediaType: image.type,
          properties: isCover ? "cover-image" : nil))
    }
  }
}
