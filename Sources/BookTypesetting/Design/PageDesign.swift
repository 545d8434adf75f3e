/// How the pages of a book look: what a theme's `theme.yaml` and the book's `trim` say.
///
/// Lengths are points unless said otherwise.
package struct PageDesign: Sendable, Equatable {
  /// The page after trimming.
  package var trim = Size(width: 396, height: 612)
  /// Paper beyond the trim on each side, for printers that want it.
  package var bleed: Float = 0
  /// White around the type area; `inner` without the gutter.
  package var margins = Margins()
  /// What the binding takes, by how many pages the book has.
  package var gutters: [Gutter] = [
    Gutter(pages: 0, width: 6), Gutter(pages: 150, width: 9), Gutter(pages: 300, width: 13.5),
    Gutter(pages: 500, width: 18),
  ]
  /// Families in order of preference; the first that is installed sets the book.
  package var families = ["EB Garamond", "Linux Libertine O", "Libertinus Serif", "Palatino"]
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
  /// Letters, diaries, documents, quotations: size as a part of that of running text.
  package var quotationScale: Float = 0.95
  /// True for figures that rise and fall, in running text.
  package var oldStyleFigures = true
  /// True for even right edges.
  package var isJustified = true
  /// How far letters may be widened or narrowed to even out word gaps, as a part of their width.
  package var flexibility: Float = 0.018
  /// Chapter openings.
  package var opener = Opener()
  /// Running heads and folios.
  package var heads = Heads()
  /// What stands at a scene break.
  package var sceneBreak = SceneBreak()
  /// Headings within a chapter, from level 2.
  package var sectionHeading = HeadingStyle.smallCapitals
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
    /// Size of the title.
    package var titleSize: Float = 18
    /// Roman, italic or small capitals.
    package var titleStyle = HeadingStyle.roman
    /// Size of the number, set in spaced small capitals.
    package var numberSize: Float = 10.5
    /// Left, or centred.
    package var isCentred = true
    /// Lines of the large first letter; 0 for none.
    package var dropCapLines = 3
    /// Whether the first words are set in small capitals.
    package var hasLeadIn = true

    package init() {}
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
    /// Size of heads and folios.
    package var size: Float = 8.5
    /// Where folios stand.
    package var folio = FolioPlace.head

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
    package var ornament = "⁂"
    /// True to show it always, not only where a page begins or ends there.
    package var isAlwaysShown = false

    package init() {}
  }

  /// Width of the lines.
  package var measure: Float { max(60, trim.width - margins.inner - margins.outer - 9) }

  /// Lines of running text on a full page.
  package var lines: Int {
    max(6, Int((trim.height - margins.head - margins.foot) / max(leading, 4)))
  }

  /// The inner margin with the gutter.
  package func innerMargin(pages: Int) -> Float {
    let gutter = gutters.last { $0.pages <= pages }?.width ?? gutters.first?.width ?? 0
    return margins.inner + gutter
  }
}
