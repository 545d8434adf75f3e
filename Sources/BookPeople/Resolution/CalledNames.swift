import BookLanguage

// Names by which somebody is called: "Andy" in quotation marks, “Fred, come here”; and the one whom a
// name is joined to.

extension WordReader {
  /// How far back the quotation mark is looked for that opens a speech.
  private static let reach = 400

  /// Whether a bare name stands alone in quotation marks, or as a call in speech.
  func isCalled(_ name: Range<Int>) -> Bool {
    var end = name.upperBound
    // "Fred.," with the point of the short form.
    if end < leaf.upperBound, text[end] == 0x2E { end += 1 }
    guard end < leaf.upperBound else { return false }
    if quoteLength(endingAt: name.lowerBound) > 0 {
      return isCallSign(text[end]) || closesQuote(at: end)
    }
    guard let before = before(name.lowerBound), before.sign == 0x2C, before.isSpaced else {
      return false
    }
    if closesQuote(at: end) { return true }
    return isCallSign(text[end]) && isInSpeech(name.lowerBound)
  }

  private func isCallSign(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x21 || byte == 0x3F }

  // A closing mark, alone or behind a comma; no apostrophe of a possessive.
  private func closesQuote(at place: Int) -> Bool {
    var place = place
    if place < leaf.upperBound, isCallSign(text[place]) { place += 1 }
    guard place < leaf.upperBound else { return false }
    if text[place] == 0x22 { return true }
    guard place + 2 < leaf.upperBound, text[place] == 0xE2, text[place + 1] == 0x80 else {
      return false
    }
    if text[place + 2] == 0x9D { return true }
    return text[place + 2] == 0x99
      && !(place + 3 < leaf.upperBound && ProseBytes.isWordByte(text, place + 3))
  }

  // The last quotation mark before a place opens a speech.
  private func isInSpeech(_ place: Int) -> Bool {
    var i = place
    while i - 3 >= leaf.lowerBound, place - i < Self.reach {
      if text[i - 3] == 0xE2, text[i - 2] == 0x80 {
        if text[i - 1] == 0x9C { return true }
        if text[i - 1] == 0x9D { return false }
      }
      i -= 1
    }
    return false
  }

  /// The bare capital word that a bare name is joined to, in small letters: "Henry and John".
  func companion(of name: Range<Int>) -> String? {
    if let joint = after(name.upperBound), joint.sign == nil, joint.isSpaced,
      NameCueWords.joints.contains(joint.text),
      let other = after(joint.range.upperBound), other.sign == nil, other.isCapital
    {
      return other.text.lowercased()
    }
    if let joint = before(name.lowerBound), joint.sign == nil, joint.isSpaced,
      NameCueWords.joints.contains(joint.text),
      let other = before(joint.range.lowerBound), other.sign == nil, other.isCapital
    {
      return other.text.lowercased()
    }
    return nil
  }
}
