import BookModel

extension LiveBook {
  /// A place where the words stand.
  struct Hit {
    var chapter: Int
    var prose: Int
    var range: Range<Int>
  }

  /// Places where words stand, in reading order: capital letters, curly and straight quotation marks and
  /// line ends do not matter.
  func search(_ words: String, limit: Int) -> [Hit] {
    let scalars = String(String.UnicodeScalarView(words.unicodeScalars.prefix(200)))
    let wanted = folded(Array(scalars.utf8), 0..<scalars.utf8.count).bytes
    guard let first = wanted.first else { return [] }
    var hits: [Hit] = []
    for (chapter, parsed) in annotated.book.chapters.enumerated() {
      for (prose, leaf) in parsed.prose.enumerated() {
        let (bytes, offsets) = folded(parsed.text, leaf.text)
        var at = 0
        while at + wanted.count <= bytes.count {
          if bytes[at] == first, bytes[at..<at + wanted.count].elementsEqual(wanted) {
            let start = offsets[at]
            let end =
              at + wanted.count < offsets.count ? offsets[at + wanted.count] : leaf.text.upperBound
            hits.append(Hit(chapter: chapter, prose: prose, range: start..<end))
            if hits.count == limit { return hits }
            at += wanted.count
          } else {
            at += 1
          }
        }
      }
    }
    return hits
  }

  /// The bytes to compare, each with the offset it came from.
  private func folded(_ text: [UInt8], _ range: Range<Int>) -> (bytes: [UInt8], offsets: [Int]) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    bytes.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      // U+2018 to U+201D: quotation marks and the apostrophe.
      if byte == 0xE2, i + 2 < range.upperBound, text[i + 1] == 0x80,
        (0x98...0x9D).contains(text[i + 2])
      {
        bytes.append(text[i + 2] < 0x9C ? 0x27 : 0x22)
        offsets.append(i)
        i += 3
        continue
      }
      // A letter of two bytes, such as É, whose small letter has two as well.
      if (0xC3...0xD4).contains(byte), i + 1 < range.upperBound,
        let scalar = Unicode.Scalar(UInt32(byte & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)),
        scalar.properties.isUppercase
      {
        let small = Array(scalar.properties.lowercaseMapping.utf8)
        if small.count == 2 {
          bytes += small
          offsets += [i, i]
          i += 2
          continue
        }
      }
      bytes.append(byte == 0x0A ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      offsets.append(i)
      i += 1
    }
    return (bytes, offsets)
  }
}
