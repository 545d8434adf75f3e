/// How a theme draws the cover of a book that has no picture for one: `cover` in theme.yaml.
package struct CoverDesign: Sendable, Equatable {
  /// How the words stand on the cover.
  package enum Layout: String, Sendable, CaseIterable {
    /// On a panel of paper within a frame, with an ornament below.
    case framed
    /// Flush with the side that reading begins on, without serifs, under a short bar.
    case flush
    /// In the largest letters there is room for, between two bars.
    case plain
  }

  package var layout = Layout.framed
  /// What covers the whole, as `#rrggbb`.
  package var ground = "#1f2a38"
  /// What the title stands on, and the author's name is written with on the ground.
  package var paper = "#f4eee0"
  /// The title's.
  package var ink = "#1f2a38"
  /// Frames, bars and the ornament.
  package var accent = "#b89b66"

  package init() {}

  /// As `page`, the whole of theme.yaml, says it; what it leaves out or says wrong is as in
  /// `init()`.
  package init(_ page: YAMLNode?) {
    let cover = page?["cover"]
    func colour(_ key: String, otherwise: String) -> String {
      cover?[key]?.string.flatMap { Self.isColour($0) ? $0 : nil } ?? otherwise
    }
    layout = cover?["layout"]?.string.flatMap(Layout.init) ?? layout
    ground = colour("ground", otherwise: ground)
    paper = colour("paper", otherwise: paper)
    ink = colour("ink", otherwise: ink)
    accent = colour("accent", otherwise: accent)
  }

  /// Only `#rrggbb`: it goes into the drawing as it is written.
  private static func isColour(_ words: String) -> Bool {
    words.utf8.count == 7 && words.hasPrefix("#") && words.dropFirst().allSatisfy(\.isHexDigit)
  }
}
