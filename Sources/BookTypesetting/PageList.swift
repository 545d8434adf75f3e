package import BookFonts
package import BookModel

// BookTypesetting: the annotated book set in type.
// In: AnnotatedBook, a theme's page design, fonts. Out: PageList, the finished pages as values:
// where every glyph stands and what it is part of. It knows no PDF and writes no file.

/// The finished pages of a book, everything a PDF is made from.
///
/// Lengths are points; the origin is the top left corner of the trimmed page, y grows downward, so
/// bleed lies at negative coordinates. Nodes of `structure` are numbered in reading order.
package struct PageList: Sendable {
  /// Width and height after trimming, the same for every page.
  package var trim: Size
  /// What is cut off beyond the trim on each side; 0 for none.
  package var bleed: Float = 0
  /// The faces that runs refer to by index.
  package var faces: [FontFace] = []
  /// In order; index 0 is the first recto.
  package var pages: [Page] = []
  /// What everything on the pages is.
  package var structure = StructureTree()
  /// Places that links and the outline lead to, by name; names are unique.
  package var destinations: [Destination] = []
  /// Bookmarks in reading order.
  package var outline: [OutlineItem] = []
  /// Pictures that `Page.Picture.source` refers to, once each.
  package var pictures: [PictureSource] = []
  /// BCP 47 tags that runs and nodes refer to by index; index 0 is the book's own.
  package var languages: [String]
  /// What the book is.
  package var metadata: BookMetadata
  /// Seconds since 1970 that dates in the file say.
  package var modified: Int
  /// Where each page begins in the chapters' text, for the EPUB's page list; pages that begin with
  /// no word of a chapter (blank, title, contents, index) have none.
  package var pageStarts: [PageStart] = []

  package init(trim: Size, metadata: BookMetadata, modified: Int) {
    self.trim = trim
    self.metadata = metadata
    self.modified = modified
    languages = [metadata.language]
  }
}

/// A width and a height in points.
package struct Size: Sendable, Equatable {
  /// Points.
  package var width: Float
  /// Points.
  package var height: Float

  package init(width: Float, height: Float) {
    self.width = width
    self.height = height
  }
}

/// A rectangle in points; `y` is its upper edge.
package struct Rectangle: Sendable, Equatable {
  /// Left edge.
  package var x: Float
  /// Upper edge.
  package var y: Float
  /// Points.
  package var width: Float
  /// Points.
  package var height: Float

  package init(x: Float, y: Float, width: Float, height: Float) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A named place.
package struct Destination: Sendable, Equatable {
  /// ASCII, unique: `chapter-03`, `chapter-03.id`, `index`, `i-dave-smith`.
  package var name: String
  /// Index into `PageList.pages`.
  package var page: Int
  /// Where the view's upper edge goes.
  package var y: Float
  /// The element it leads to, -1 for none (PDF/UA-2 wants it; UA-1 does not).
  package var node: Int

  package init(name: String, page: Int, y: Float, node: Int = -1) {
    self.name = name
    self.page = page
    self.y = y
    self.node = node
  }
}

/// A bookmark.
package struct OutlineItem: Sendable, Equatable {
  /// As shown.
  package var title: String
  /// 0 for the outermost; never more than one deeper than the item before.
  package var depth: Int
  /// Name of a destination.
  package var destination: String

  package init(title: String, depth: Int, destination: String) {
    self.title = title
    self.depth = depth
    self.destination = destination
  }
}

/// A picture that pages show.
package enum PictureSource: Sendable, Equatable {
  /// A file of the book, bitmap or SVG by its media type.
  case file(PublicationImage)
  /// An SVG document drawn by bookc.
  case drawing(svg: String)
}
