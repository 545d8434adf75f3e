import BookDiagnostics
import BookModel
import BookXHTML

/// What is true of this very book's accessibility and can be shown to be (EPUB Accessibility 1.1,
/// section 2); conformance is claimed by the author, never by bookc.
struct AccessibilityMetadata: Sendable {
  private let metadata: BookMetadata
  private let hasImages: Bool
  private let hasAlternatives: Bool
  private let hasPages: Bool
  private let hasIndex: Bool
  private let phrases: Phrasebook

  init(_ publication: Publication) {
    let book = publication.book
    metadata = book.book.metadata
    phrases = publication.phrases
    var images: [Image] = []
    for chapter in book.book.chapters { images += chapter.imagesShown }
    // The cover is always described: by the author, or by its words.
    hasImages = true
    hasAlternatives = images.allSatisfy { !$0.alternative.isEmpty }
    hasPages = !publication.pageReferences(".xhtml").isEmpty
    hasIndex = publication.outline.documents.contains { $0.kind == .peopleIndex }
  }

  func write(to out: inout MarkupWriter) {
    out.property("schema:accessMode", "textual")
    if hasImages { out.property("schema:accessMode", "visual") }
    if hasAlternatives { out.property("schema:accessModeSufficient", "textual") }
    for feature in features { out.property("schema:accessibilityFeature", feature) }
    out.property("schema:accessibilityHazard", "none")
    out.property("schema:accessibilitySummary", summary)
    if hasPages { out.property("pageBreakSource", metadata.title + " (PDF)") }
    if let claim = metadata.accessibility {
      out.property("dcterms:conformsTo", claim.conformsTo, id: "conformance")
      if let certifier = claim.certifiedBy {
        out.refine("conformance", "a11y:certifiedBy", certifier)
      }
    }
  }

  private var features: [String] {
    var features = [
      "tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability",
    ]
    if hasAlternatives { features.append("alternativeText") }
    if hasIndex { features.append("index") }
    if hasPages { features += ["pageNavigation", "pageBreakMarkers"] }
    return features
  }

  private var summary: String {
    let images = hasAlternatives ? phrases[.accessImages] : phrases[.accessNoImages]
    return [phrases[.accessText], images].joined(separator: " ")
  }
}
