/// Which cut of the family.
enum FaceRole: UInt8, Sendable, CaseIterable {
  case roman
  case italic
  case bold
  case boldItalic
  case code
  /// Of the family of heads.
  case head
  case headItalic
  case headBold
}

extension FaceRole {
  var isItalic: Bool { self == .italic || self == .boldItalic || self == .headItalic }
  var isBold: Bool { self == .bold || self == .boldItalic || self == .headBold }
}

/// Small capitals or none.
enum Capitals: UInt8, Sendable {
  case plain
  case small
  case allSmall
}

/// Which figures.
enum Figures: UInt8, Sendable {
  case oldStyle
  case lining
  case tabular
  case superior
}

/// All that the shape of a word depends on, in one number; the size is not part of it.
struct ShapeKey: Hashable, Sendable {
  /// Face in bits 0–2, capitals in 3–4, figures in 5–6, direction in 7, language from bit 8.
  var code: UInt16

  init(face: FaceRole, capitals: Capitals, figures: Figures, language: UInt8) {
    code =
      UInt16(face.rawValue) | UInt16(capitals.rawValue) << 3 | UInt16(figures.rawValue) << 5
      | UInt16(language) << 8
  }

  init(code: UInt16) { self.code = code }

  var face: FaceRole { FaceRole(rawValue: UInt8(code & 7)) ?? .roman }
  var capitals: Capitals { Capitals(rawValue: UInt8(code >> 3 & 3)) ?? .plain }
  var figures: Figures { Figures(rawValue: UInt8(code >> 5 & 3)) ?? .oldStyle }
  var language: Int { Int(code >> 8) }
  /// True for words that run from right to left.
  var isRightToLeft: Bool { code & 0x80 != 0 }

  /// The same in one direction.
  func running(fromRight: Bool) -> ShapeKey {
    ShapeKey(code: fromRight ? code | 0x80 : code & ~0x80)
  }
}

/// A picture within a line.
struct InlinePicture: Hashable, Sendable {
  /// Index into the book's pictures.
  var source: Int32
  /// Points.
  var width: Float
  var height: Float
  /// How far it hangs below the baseline.
  var drop: Float
}

/// How a stretch of text is set.
struct TextStyle: Hashable, Sendable {
  var face = FaceRole.roman
  var capitals = Capitals.plain
  var figures = Figures.oldStyle
  /// Index into the book's languages.
  var language: UInt8 = 0
  /// Points.
  var size: Float
  /// Added after every letter, in thousandths of the size.
  var tracking: Float = 0
  /// Points above the baseline.
  var raise: Float = 0
  /// A line drawn along the words.
  var rule = Rule.none
  /// False where words stay whole: headings, names in the index.
  var isHyphenated = true
  /// What stands there instead of letters.
  var picture: InlinePicture?

  /// A line along words.
  enum Rule: UInt8, Sendable {
    case none
    /// Through them: what was deleted.
    case through
    /// Below them: what was underlined or put in.
    case below
  }

  init(size: Float) { self.size = size }

  var key: ShapeKey {
    ShapeKey(face: face, capitals: capitals, figures: figures, language: language)
  }

  /// As emphasised: italic within roman, roman within italic.
  var emphasised: TextStyle {
    var style = self
    switch face {
    case .roman: style.face = .italic
    case .italic: style.face = .roman
    case .bold: style.face = .boldItalic
    case .boldItalic: style.face = .bold
    case .head, .headBold: style.face = .headItalic
    case .headItalic: style.face = .head
    case .code: break
    }
    return style
  }

  /// In bold.
  var strengthened: TextStyle {
    var style = self
    switch face {
    case .roman: style.face = .bold
    case .italic: style.face = .boldItalic
    case .head, .headItalic: style.face = .headBold
    default: break
    }
    return style
  }

  /// In the family of heads, where the design has one.
  func asHead(in design: PageDesign) -> TextStyle {
    guard !design.headFamilies.isEmpty else { return self }
    var style = self
    switch face {
    case .roman: style.face = .head
    case .italic: style.face = .headItalic
    case .bold: style.face = .headBold
    default: break
    }
    return style
  }

  /// In spaced small capitals.
  func smallCapitals(_ capitals: Capitals = .small, tracking: Float = 50) -> TextStyle {
    var style = self
    style.capitals = capitals
    style.tracking = tracking
    style.isHyphenated = false
    return style
  }

  /// In another size.
  func sized(_ size: Float) -> TextStyle {
    var style = self
    style.size = size
    return style
  }

  /// With other figures.
  func with(figures: Figures) -> TextStyle {
    var style = self
    style.figures = figures
    return style
  }

  /// With words kept whole.
  var unhyphenated: TextStyle {
    var style = self
    style.isHyphenated = false
    return style
  }
}

/// The styles in use, numbered.
struct StyleTable: Sendable {
  private(set) var styles: [TextStyle] = []
  private var numbers: [TextStyle: UInt16] = [:]

  subscript(index: UInt16) -> TextStyle { styles[Int(index)] }

  mutating func number(_ style: TextStyle) -> UInt16 {
    if let number = numbers[style] { return number }
    let number = UInt16(clamping: styles.count)
    styles.append(style)
    numbers[style] = number
    return number
  }
}
