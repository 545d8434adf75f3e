/// A four-letter OpenType tag as one number.
package struct OpenTypeTag: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The letters, first in the highest byte.
  package var value: UInt32

  package init(value: UInt32) { self.value = value }

  /// Short strings are filled with spaces, long ones cut.
  package init(_ string: String) {
    var value: UInt32 = 0
    var bytes = string.utf8.makeIterator()
    for _ in 0..<4 { value = value << 8 | UInt32(bytes.next() ?? 0x20) }
    self.value = value
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// The OpenType features that a run of text is set with, beyond those HarfBuzz turns on by itself
/// (ligatures, kerning, marks).
package struct FontFeatures: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Feature values by tag, in order of the tag, so that equal sets are equal values.
  package private(set) var settings: [Setting]

  /// One feature and its value: 0 off, 1 on, more to choose an alternate.
  package struct Setting: Sendable, Hashable {
    /// Which feature.
    package var tag: OpenTypeTag
    /// Off, on or which.
    package var value: UInt32
  }

  package init() { settings = [] }

  package init(arrayLiteral tags: OpenTypeTag...) {
    self.init()
    for tag in tags { self[tag] = 1 }
  }

  /// The value of a feature, nil where the font's own default holds.
  package subscript(tag: OpenTypeTag) -> UInt32? {
    get { settings.first { $0.tag == tag }?.value }
    set {
      settings.removeAll { $0.tag == tag }
      guard let newValue else { return }
      let place = settings.firstIndex { $0.tag.value > tag.value } ?? settings.count
      settings.insert(Setting(tag: tag, value: newValue), at: place)
    }
  }

  /// These features with others laid over them.
  package func adding(_ other: FontFeatures) -> FontFeatures {
    var result = self
    for setting in other.settings { result[setting.tag] = setting.value }
    return result
  }

  /// Figures that rise and fall with the lower case, each as wide as it is.
  package static let oldStyleFigures: FontFeatures = ["onum", "pnum"]
  /// Figures as high as capitals, each as wide as it is.
  package static let liningFigures: FontFeatures = ["lnum", "pnum"]
  /// Lining figures of one width, for columns.
  package static let tabularFigures: FontFeatures = ["lnum", "tnum"]
  /// Lower case as small capitals.
  package static let smallCapitals: FontFeatures = ["smcp"]
  /// Lower case and capitals as small capitals.
  package static let allSmallCapitals: FontFeatures = ["smcp", "c2sc"]
}
