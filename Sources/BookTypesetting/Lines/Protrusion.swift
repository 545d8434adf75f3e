/// How far signs stand out into the margins so that the edges look straight, as parts of their own
/// widths.
///
/// Light signs stand out most; of letters only those with open corners, and a little.
enum Protrusion {
  static let hyphen: Float = 0.6

  static func left(_ text: [UInt8], _ token: Token) -> Float {
    let i = Int(token.start)
    guard token.length > 0, i < text.count else { return 0 }
    let byte = text[i]
    if byte < 0x80 {
      switch byte {
      case 0x22, 0x27: return 0.6
      case 0x28, 0x5B: return 0.1
      case 0x41, 0x54, 0x56, 0x57, 0x59: return 0.05
      case 0x4A, 0x43, 0x47, 0x4F, 0x51: return 0.02
      default: return 0
      }
    }
    return general(text, i, isLeft: true)
  }

  static func right(_ text: [UInt8], _ token: Token) -> Float {
    let end = token.end
    guard token.length > 0, end <= text.count else { return 0 }
    let byte = text[end - 1]
    if byte < 0x80 {
      switch byte {
      case 0x2E, 0x2C: return 0.65
      case 0x2D: return hyphen
      case 0x3A, 0x3B: return 0.4
      case 0x22, 0x27: return 0.6
      case 0x21, 0x3F: return 0.15
      case 0x29, 0x5D: return 0.1
      case 0x41, 0x46, 0x4C, 0x50, 0x54, 0x56, 0x57, 0x59: return 0.05
      case 0x66, 0x6B, 0x72, 0x74, 0x76, 0x77, 0x78, 0x79: return 0.04
      default: return 0
      }
    }
    return end >= 3 && end - 3 >= Int(token.start) ? general(text, end - 3, isLeft: false) : 0
  }

  /// Three-byte signs: quotation marks, dashes, the ellipsis.
  private static func general(_ text: [UInt8], _ i: Int, isLeft: Bool) -> Float {
    guard i + 2 < text.count, text[i] == 0xE2, text[i + 1] == 0x80 else { return 0 }
    switch text[i + 2] {
    case 0x98, 0x9C: return isLeft ? 0.55 : 0.3
    case 0x99, 0x9D: return isLeft ? 0.3 : 0.55
    case 0x9A, 0x9E: return 0.3
    case 0x90, 0x91: return hyphen
    case 0x93: return 0.3
    case 0x94: return 0.12
    case 0xA6: return isLeft ? 0 : 0.15
    default: return 0
    }
  }
}
