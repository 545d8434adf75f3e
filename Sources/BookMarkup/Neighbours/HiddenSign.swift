import BookModel

/// A run of signs that CommonMark does not know and cmark is not to see.
///
/// To cmark it reads `;`, `Sentinel.hidden` for every byte between, and `;`: signs to the stars
/// beside it, and as long as what it hides.
struct HiddenSign {
  /// What the signs say.
  enum Meaning {
    case nothing
    /// A place that links may lead to.
    case anchor(String)
    /// Words to print in its place.
    case words(String)
    /// An element of the words up to `closes` of the same name.
    case opens(String)
    case closes(String)
    /// A link to a chapter by its name or title, up to `closes("a")`.
    case opensLink(String)
    /// A note written where it is referred to, by index into `MaskedChapter.notes`.
    case note(Int)
    /// What is said of the picture before it.
    case picture(PictureAttributes)
  }
  var meaning: Meaning
  /// Bytes on the line where it begins.
  var length: Int
}

/// What the `{…}` behind a picture says.
struct PictureAttributes {
  /// How wide it is to stand.
  var width: PictureWidth?
  /// Who is in it.
  var people: [String] = []
  /// What links to it name.
  var id: String?
}

/// What the heading's `{…}` says.
struct HeadingAttributes {
  var id: String?
  var isUnnumbered = false
}

/// A picture whose path cmark could not read as it was written.
struct NamedPicture {
  var path: String
  var alternative: String?
}

/// Everything that was hidden from cmark in a chapter, by where it stands in the file.
struct HiddenSigns {
  var signs: [Int: HiddenSign] = [:]
  /// Line ends within signs: no words on either side are parted by them.
  var lineEnds: Set<Int> = []
  /// Line ends that part two lines for good: after the title of a callout.
  var hardLineEnds: Set<Int> = []
  var pictures: [Int: NamedPicture] = [:]
  /// What a line of its own before or behind a picture says of it, by where the picture begins.
  var pictureAttributes: [Int: PictureAttributes] = [:]
  /// Stars and underscores within commands of other programs, which are no emphasis.
  var commandSigns: Set<Int> = []
  /// By 0-based line of the body.
  var headings: [Int: HeadingAttributes] = [:]
  /// The line block that a line of the body belongs to, by number.
  var lineBlocks: [Int: Int] = [:]

  var isEmpty: Bool { signs.isEmpty && pictures.isEmpty && lineBlocks.isEmpty && headings.isEmpty }
}

/// Something to change in what cmark reads.
struct SignEdit {
  enum Fill {
    /// Signs, with what they mean.
    case sign(HiddenSign.Meaning)
    /// Nothing stands there.
    case blank
    /// Blanks that are to be kept.
    case indent
    /// A note from `^[` to `]`.
    case note
    /// A picture between `![[` and `]]`.
    case embed(NamedPicture)
  }
  var range: Range<Int>
  var fill: Fill
}
