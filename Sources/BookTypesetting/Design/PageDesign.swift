/// How the pages of a book look: what a theme's `theme.yaml` and the book's `trim` say.
///
/// Lengths are points unless said otherwise.
package struct PageDesign: Sendable, Equatable {
  /// The page after trimming.
  package var trim = Size(width: 396, height: 612)
  /// Paper beyond the trim on each side, for printers that want it.
  package var bleed: Float = usualBleed
  /// 0.125 in, as KDP (G201953020) and IngramSpark's guide ask.
  private static let usualBleed: Float = 9
  /// White around the type area; `inner` without the gutter.
  package var margins = Margins()
  /// What the binding takes, by how many pages the book has.
  package var gutters: [Gutter] = [
    Gutter(pages: 0, width: 6), Gutter(pages: 150, width: 9), Gutter(pages: 300, width: 13.5),
    Gutter(pages: 500, width: 18),
  ]
  /// Families in order of preference; the first that is installed sets the book.
  package var families = ["EB Garamond", "Linux Libertine O", "Libertinus Serif", "Palatino"]
  /// True for a book whose pages turn from left to right and whose lines begin at the right.
  package var isRightToLeft = false
  /// For heads, where they are of another family than the text.
  package var headFamilies: [String] = []
  /// Tried in order for characters that the family lacks.
  package var fallbackFamilies: [String] = []
  /// False where letters never join.
  package var hasLigatures = true
  /// Size of code beside the text.
  package var codeScale: Float = 0.88
  /// Least letters before and after a hyphen, and in a word that may be divided.
  package var hyphenMinimum = HyphenMinimum()
  /// Most lines in a row that may end in a hyphen.
  package var hyphenRun = 2
  /// A last line shorter than this is avoided, in points.
  package var shortestLast: Float = 23
  /// Figures of folios; nil for those of the text.
  var folioFigures: Figures?
  /// For code.
  package var codeFamilies = ["Linux Libertine Mono O", "DejaVu Sans Mono", "Liberation Mono"]
  /// Running text.
  package var size: Float = 10.5
  /// From baseline to baseline of running text; everything keeps to this grid.
  package var leading: Float = 14
  /// First line of a paragraph, in em.
  package var indent: Float = 1.25
  /// Notes at the foot.
  package var notes = Measure(size: 8.5, leading: 11)
  /// Captions.
  package var captions = Measure(size: 8.5, leading: 11)
  /// The index.
  package var index = Measure(size: 8.5, leading: 11)
  /// Quotations, letters, diaries, documents, transcripts, verse, epigraphs, tables, code.
  package var blocks = BlockStyles()
  /// Contents, index, chronology.
  var matter = MatterStyles()
  /// True for figures that rise and fall, in running text.
  package var oldStyleFigures = true
  /// True for even right edges.
  package var isJustified = true
  /// False where words are never divided.
  package var isHyphenated = true
  /// White between paragraphs, in half lines.
  package var paragraphSpace = 0
  /// How far signs stand out into the margins: 0 not at all, 1 as far as looks straight.
  package var protrusion: Float = 1
  /// How far letters may be widened or narrowed to even out word gaps, as a part of their width.
  package var flexibility: Float = 0.03
  /// Letter space of small capitals, in thousandths of an em.
  package var smallCapitalsSpacing: Float = 50
  /// Chapter openings.
  package var opener = Opener()
  /// Running heads and folios.
  package var heads = Heads()
  /// What stands at a scene break.
  package var sceneBreak = SceneBreak()
  /// Headings within a chapter: levels 2, 3 and 4 and below.
  package var sectionHeadings = [
    SectionHeading(style: .smallCapitals, before: 4, after: 2),
    SectionHeading(style: .italic, before: 2, after: 2),
    SectionHeading(style: .italic, isCentred: false, before: 2, after: 0),
  ]
  /// Columns of the index, and the white between them.
  package var indexColumns = 2
  /// Ditto.
  package var indexColumnGap: Float = 18
  /// Length of the rule above notes; 0 for none.
  package var noteRule: Float = 0
  /// Under the title on the title page; nil for nothing.
  package var titleOrnament: String?
  /// How the contents lead to their folios.
  package var contentsLeader = Leader.space
  /// The one accent, if the theme has any; else black.
  package var accent: Ink = .black

  package init() {}

  /// White around the type area.
  package struct Margins: Sendable, Equatable {
    /// At the binding, without the gutter.
    package var inner: Float = 45
    /// At the fore-edge.
    package var outer: Float = 54
    /// Above the first line's ascenders.
    package var head: Float = 58
    /// Below the last baseline; what is left over goes here.
    package var foot: Float = 66

    package init() {}
  }

  /// What the binding takes from a book of at least so many pages.
  package struct Gutter: Sendable, Equatable {
    /// From this many pages.
    package var pages: Int
    /// Added to the inner margin.
    package var width: Float

    package init(pages: Int, width: Float) {
      self.pages = pages
      self.width = width
    }
  }

  /// A size and a leading.
  package struct Measure: Sendable, Equatable {
    /// Points.
    package var size: Float
    /// Baseline to baseline.
    package var leading: Float

    package init(size: Float, leading: Float) {
      self.size = size
      self.leading = leading
    }
  }

  /// How a chapter begins.
  package struct Opener: Sendable, Equatable {
    /// True when chapters begin on right-hand pages.
    package var isRecto = true
    /// How far down the title stands, as a part of the type area's height.
    package var sink: Float = 0.33
    /// Centred, or left.
    package var isCentred = true
    /// Size of the title.
    package var titleSize: Float = 20
    /// Baseline to baseline of the title.
    package var titleLeading: Float = 28
    /// Roman, italic or small capitals.
    package var titleStyle = HeadingStyle.italic
    /// Size of the number.
    package var numberSize: Float = 10
    /// True for a number in small capitals.
    package var numberIsSmallCapitals = true
    /// Letter space of the number, in thousandths of an em.
    package var numberSpacing: Float = 160
    /// How the number is written.
    package var numberKind = NumberKind.asGiven
    /// Letter space of the title, in thousandths of an em; nil for that of its style.
    package var titleSpacing: Float?
    /// A word before the number where it is a bare figure.
    package var numberLabel: String?
    /// Half lines between number and title.
    package var between = 1
    /// Half lines between title and text.
    package var after = 6
    /// A short bar above the title or below it.
    package var rule: Bar?
    /// Lines of the large first letter; 0 for none.
    package var dropCapLines = 3
    /// Whether the first words are set in small capitals.
    package var hasLeadIn = true

    package init() {}

    /// How a chapter's number is written.
    package enum NumberKind: String, Sendable, CaseIterable {
      case asGiven = "as-given"
      case figures
      case roman
      case none
    }

    /// A short bar.
    package struct Bar: Sendable, Equatable {
      /// Points.
      package var length: Float
      /// Points.
      package var weight: Float
      /// Above the title, or below it.
      package var isAbove: Bool
    }
  }

  /// How headings of one level are set.
  package struct SectionHeading: Sendable, Equatable {
    /// Points; 0 for the size of running text.
    package var size: Float = 0
    /// Roman, italic, bold or small capitals.
    package var style: HeadingStyle
    /// Centred, or left.
    package var isCentred = true
    /// Half lines above.
    package var before: Int
    /// Half lines below.
    package var after: Int
    /// Letter space, in thousandths of an em; nil for that of the style.
    package var spacing: Float?
  }

  /// The parts into which words may be divided, in letters.
  package struct HyphenMinimum: Sendable, Equatable {
    package var before = 2
    package var after = 3
    package var word = 6
  }

  /// What stands above the text.
  package struct Heads: Sendable, Equatable {
    /// What a head says.
    package enum Content: String, Sendable, CaseIterable {
      case title
      case author
      case part
      case chapter
      case none
    }
    /// Left-hand pages.
    package var verso = Content.title
    /// Right-hand pages.
    package var recto = Content.chapter
    /// Small capitals or italic.
    package var style = HeadingStyle.smallCapitals
    /// Letter space, in thousandths of an em.
    package var spacing: Float = 60
    /// Size of heads.
    package var size: Float = 8.5
    /// Size of folios.
    package var folioSize: Float = 9.5
    /// Where folios stand.
    package var folio = FolioPlace.head
    /// Where heads stand on left-hand pages, and on right-hand ones.
    var versoAlignment = LineAlignment.centre
    var rectoAlignment = LineAlignment.centre
    /// Baseline of the head above the first line's, in points.
    package var distance: Float = 28

    package init() {}
  }

  /// Where folios stand.
  package enum FolioPlace: String, Sendable, CaseIterable {
    /// Outside, on the line of the running head; at the foot where a page has no head.
    case head
    /// Outside, at the foot.
    case foot
    /// In the middle of the foot.
    case centre
  }

  /// How a heading's words are set.
  package enum HeadingStyle: String, Sendable, CaseIterable {
    case roman
    case italic
    case smallCapitals = "small-capitals"
    case bold
  }

  /// How a title leads to its folio.
  package enum Leader: String, Sendable, CaseIterable {
    case space
    case dots
  }

  /// What stands at a scene break.
  package struct SceneBreak: Sendable, Equatable {
    /// Characters, set in the middle.
    package var ornament = "· · ·"
    /// True to show it always, not only where a page begins or ends there.
    package var isAlwaysShown = false

    package init() {}
  }

  /// What the binding takes from this book; see `fitGutter`.
  package private(set) var gutter: Float = 9

  /// The margin at the binding.
  package var innerMargin: Float { margins.inner + gutter }

  /// The margin at the fore-edge: it gives way to the gutter as long as it stays the wider.
  package var outerMargin: Float {
    margins.outer - max(0, min(gutter, margins.outer - innerMargin))
  }

  /// Width of the lines.
  package var measure: Float { max(60, trim.width - innerMargin - outerMargin) }

  /// Lines of running text on a full page.
  package var lines: Int {
    max(6, Int((trim.height - margins.head - margins.foot) / max(leading, 4)))
  }

  /// From the last line of a full page to the folio at its foot, baseline to baseline.
  var footDistance: Float {
    let foot = trim.height - margins.head - Float(lines) * leading
    return max(Self.leastFoot * leading, foot * Self.footShare)
  }

  /// Whether a spread may have a line more than others and its folios still stand apart from it.
  var mayRunLong: Bool {
    heads.folio == .head || footDistance - leading >= Self.footOfLongPage * leading
  }

  /// In lines.
  private static let leastFoot: Float = 2
  private static let footOfLongPage: Float = 1.25
  /// Of the margin below the lines: where the folio stands in it.
  private static let footShare: Float = 0.48

  /// Chooses the gutter for a book of about so many bytes of text.
  package mutating func fitGutter(bytes: Int) {
    // A letter is about four tenths of its size wide.
    let perLine = measure / (size * 0.4)
    let pages = Int(Float(bytes) / max(1, perLine * Float(lines))) + 12
    gutter = gutters.last { $0.pages <= pages }?.width ?? gutters.first?.width ?? 0
  }
}
