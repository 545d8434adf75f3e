extension String {
  /// Whether every scalar is surely a character of its own: ASCII, and the dashes, quotation marks
  /// and dots of U+2010 to U+2027.
  ///
  /// What is asked of the characters of such a text can be asked of its bytes.
  var hasPlainCharacters: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0x0D { return false }
          index += 1
        } else {
          guard byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
            (0x90...0xA7).contains(bytes[index + 2])
          else { return false }
          index += 3
        }
      }
      return true
    }
  }
}
