import BookDiagnostics
import BookModel

extension ChapterReader {
  mutating func readLink(_ node: MarkdownNode, depth: Int) {
    let start = cursor.source
    if cursor.byte == 0x3C {
      readAutolink(node)
      return
    }
    if alternative == nil, let picture = node.onlyPicture, isPlainLink(node) {
      let (image, _) = readLinkedImage(node, picture, depth: depth)
      let mark = prose.openMark(.image(image), at: Int(image.span.start))
      prose.closeMark(mark, at: Int(image.span.end))
      return
    }
    if cursor.byte != 0x5B { findBracket() }
    cursor.position += cursor.byte == 0x5B ? 1 : 0
    guard alternative == nil else {
      readInlines(node.firstChild, depth: depth + 1)
      cursor = cursor.linkTail().end
      return
    }
    let title = sound(withoutHidden(node.title))
    let kind = linkKind(destination: sound(node.destination), title: title)
    let mark = prose.openMark(kind, at: start)
    let wasInLink = beginLink(kind, at: start)
    readInlines(node.firstChild, depth: depth + 1)
    isInLink = wasInLink
    let tail = cursor.linkTail()
    cursor = tail.end
    prose.closeMark(mark, at: cursor.source)
    let destination = written(node.destination, tail.destination)
    if destination != node.destination {
      prose.setKind(linkKind(destination: destination, title: title), ofMark: mark)
    }
    if sound(node.destination) != node.destination || title != withoutHidden(node.title) {
      report(
        .illegalReference, "the link's target or title holds a character that no book may hold",
        at: span(start, cursor.source))
    }
  }

  /// Notes that words are within a link from here on; gives whether they were before.
  mutating func beginLink(_ kind: Mark.Kind, at start: Int) -> Bool {
    let wasInLink = isInLink
    if case .link = kind {
      if wasInLink {
        report(
          .linkInLink, "a link stands within a link, which can hold no other",
          at: span(start, start))
      }
      isInLink = true
    }
    return wasInLink
  }

  /// A title without what its author keeps to himself: `;`, our sign, `;`.
  private func withoutHidden(_ title: String) -> String {
    guard title.utf8.contains(Sentinel.hidden) else { return title }
    var result: [UInt8] = []
    var isHidden = false
    for byte in title.utf8 {
      if byte == Sentinel.hidden {
        if !isHidden { result.removeLast(result.isEmpty ? 0 : 1) }
        isHidden = true
      } else if isHidden {
        isHidden = false
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self).trimmed
  }

  /// Text without the characters XML forbids, which cmark decodes from `&#11;` and the like.
  private func sound(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({
      isXMLCharacter($0.value) || $0.value <= UInt32(Sentinel.blank)
    }) {
      return text
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter { isXMLCharacter($0.value) })
    return String(result)
  }

  private mutating func readAutolink(_ node: MarkdownNode) {
    let start = cursor.source
    cursor.position += 1
    let mark =
      alternative == nil
      ? prose.openMark(.link(destination: node.destination, title: nil), at: start) : -1
    if let text = node.firstChild?.literal {
      var written = 0
      while cursor.peek(written) != 0x3E, cursor.position + written < cursor.lineEnd {
        written += 1
      }
      let range = cursor.source..<cursor.source + written
      if written == text.count { emit(range) } else { emit(replacing: range, with: Array(text)) }
      cursor.position += written
    }
    cursor.position += cursor.byte == 0x3E ? 1 : 0
    prose.closeMark(mark, at: cursor.source)
  }

  /// To the next bracket on the line; the words before it were laid short.
  mutating func findBracket() {
    var k = cursor.position
    while k < cursor.lineEnd, cursor.bytes[k] != 0x5B { k += 1 }
    if k < cursor.lineEnd { cursor.position = k }
  }

  /// The destination with our sentinels undone: from the file when cmark saw any.
  private func written(_ destination: String, _ range: Range<Int>?) -> String {
    guard destination.utf8.contains(where: Sentinel.isSentinel), let range else {
      return destination
    }
    return string(range.lowerBound + cursor.delta..<range.upperBound + cursor.delta)
  }

  /// Reads an image node up to its end and gives the image and where its title stands.
  mutating func readImage(_ node: MarkdownNode, depth: Int) -> (image: Image, title: Range<Int>?) {
    let start = cursor.source
    if cursor.byte != 0x21 {
      while !cursor.isAtLineEnd, !(cursor.byte == 0x21 && cursor.peek(1) == 0x5B) {
        cursor.position += 1
      }
    }
    cursor.position = min(cursor.lineEnd, cursor.position + 2)
    let outer = alternative
    alternative = []
    readInlines(node.firstChild, depth: depth + 1)
    let words = alternative ?? []
    alternative = outer
    let tail = cursor.linkTail()
    cursor = tail.end
    var attributes = masked.hidden.pictureAttributes[start] ?? PictureAttributes()
    if case .picture(let said) = masked.hidden.signs[cursor.source]?.meaning { attributes = said }
    let named = masked.hidden.pictures.isEmpty ? nil : masked.hidden.pictures[start]
    let path =
      named?.path ?? takenOut(Self.path(sound(written(node.destination, tail.destination))))
    var image = Image(
      path: path, alternative: "", span: span(start, max(start, cursor.source)),
      width: attributes.width, people: attributes.people)
    let idPlace = span(cursor.source, cursor.source + 1)
    image.id = attributes.id.flatMap { claimedIdentifier($0, at: idPlace) }
    if let alternative = named?.alternative {
      image.alternative = alternative
      return (image, nil)
    }
    image.alternative = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return (image, tail.title)
  }

  /// Whether a link leads somewhere: not one that names a person, a date or an event.
  func isPlainLink(_ node: MarkdownNode) -> Bool {
    if case .link = linkKind(destination: sound(node.destination), title: "") { return true }
    return false
  }

  /// Reads a link that holds one picture and nothing else; the cursor stands before its bracket.
  mutating func readLinkedImage(
    _ link: MarkdownNode, _ picture: MarkdownNode, depth: Int
  ) -> (image: Image, title: Range<Int>?) {
    if cursor.byte != 0x5B { findBracket() }
    cursor.position += cursor.byte == 0x5B ? 1 : 0
    var read = readImage(picture, depth: depth + 1)
    let tail = cursor.linkTail()
    cursor = tail.end
    read.image.link = written(sound(link.destination), tail.destination)
    return read
  }

  mutating func readInlineImage(_ node: MarkdownNode, depth: Int) {
    if alternative != nil {
      // An image within an image's alternative text gives its own alternative words.
      cursor.position = min(cursor.lineEnd, cursor.position + 2)
      readInlines(node.firstChild, depth: depth + 1)
      cursor = cursor.linkTail().end
      return
    }
    let (image, title) = readImage(node, depth: depth)
    if title?.isEmpty == false { tally.add(.pictureTitle, at: image.span) }
    let mark = prose.openMark(.image(image), at: Int(image.span.start))
    prose.closeMark(mark, at: Int(image.span.end))
  }

  /// A path as a file name: percent signs decoded, unless it is an address of the web.
  static func path(_ destination: String) -> String {
    destination.contains("://") || destination.hasPrefix("data:")
      ? destination : percentDecoded(destination)
  }
}

/// What a link is: one of ours for people, dates and events, or a plain link.
///
/// `#person:…` means the same as `person:…` for viewers that drop unknown schemes.
func linkKind(destination: String, title: String) -> Mark.Kind {
  let note = title.isEmpty ? nil : title
  let bare = destination.hasPrefix("#") ? String(destination.dropFirst()) : destination
  guard let colon = bare.firstIndex(of: ":") else {
    return .link(destination: destination, title: note)
  }
  let rest = percentDecoded(String(bare[bare.index(after: colon)...]))
  switch bare[..<colon].lowercased() {
  case "person": return .person(id: rest, note: note)
  case "date": return .date(WrittenDate(rest.trimmed))
  case "event": return .event(id: rest, EventDescription(note))
  default: return .link(destination: destination, title: note)
  }
}

/// Decodes `%41` and the like as UTF-8; `1953%` and what would not be UTF-8 stay.
func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(0x25) else { return text }
  var result: [UInt8] = []
  let bytes = Array(text.utf8)
  var i = 0
  while i < bytes.count {
    if bytes[i] == 0x25, i + 2 < bytes.count,
      let value = UInt8(String(decoding: bytes[i + 1...i + 2], as: UTF8.self), radix: 16),
      bytes[i + 1] != 0x2B, bytes[i + 1] != 0x2D
    {
      result.append(value)
      i += 3
    } else {
      result.append(bytes[i])
      i += 1
    }
  }
  return String(validating: result, as: UTF8.self) ?? text
}
