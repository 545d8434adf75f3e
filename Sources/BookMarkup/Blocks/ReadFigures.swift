import BookDiagnostics
import BookModel

extension ChapterReader {
  /// A paragraph of nothing but images as a figure, or several as a gallery; nil for any other.
  ///
  /// The title is the caption.
  mutating func readFigures(_ node: MarkdownNode) -> [Block]? {
    var images: [MarkdownNode] = []
    var next = node.firstChild
    while let child = next {
      switch child.kind {
      case .image: images.append(child)
      case .link where child.onlyPicture != nil && isPlainLink(child): images.append(child)
      case .softBreak, .lineBreak: break
      case .text where isHidden(child.literal): break
      default: return nil
      }
      next = child.next
    }
    guard !images.isEmpty else { return nil }
    var blocks: [Block] = []
    for child in images {
      skipHidden()
      let title = (child.onlyPicture ?? child).title
      let (image, range) =
        child.onlyPicture.map { readLinkedImage(child, $0, depth: 0) } ?? readImage(child, depth: 0)
      let caption = title.isEmpty ? nil : readCaption(title, range, image)
      blocks.append(Block(.figure(Figure(image: image, caption: caption)), span: image.span))
    }
    guard let first = blocks.first, let last = blocks.last, blocks.count > 1 else { return blocks }
    let gallery = Division(kind: .gallery, label: nil, blocks: blocks)
    return [Block(.division(gallery), span: first.span.union(last.span))]
  }

  /// Whether a text is nothing but blanks, and signs that are hidden, such as a picture's
  /// `{width=50%}`.
  private func isHidden(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    literal.allSatisfy(\.isSpaceOrTab)
      || literal.contains(Sentinel.hidden)
        && literal.allSatisfy {
          $0 == UInt8(ascii: ";") || $0 == Sentinel.hidden || $0.isSpaceOrTab
        }
  }

  /// To the next picture, past line ends, blanks and hidden signs.
  private mutating func skipHidden() {
    while true {
      if cursor.isAtLineEnd, !cursor.nextLine() { return }
      cursor.skipBlanks()
      guard let sign = masked.hidden.signs[cursor.source] else { return }
      cursor.position += sign.length
    }
  }

  private mutating func readCaption(_ title: String, _ range: Range<Int>?, _ image: Image) -> Int? {
    let outer = place.zone
    if place.note == nil { place.zone = .caption }
    defer { place.zone = outer }
    beginParagraph()
    if let range {
      readFragment([range])
    } else {
      // The title stands in a link reference definition somewhere else.
      prose.append(replacing: image.span.range, with: Array(title.utf8))
    }
    return endParagraph()
  }

  /// Reads ranges of what cmark read, a line each, as inline Markdown into the leaf.
  ///
  /// A semicolon goes in front, so that no block can begin there.
  mutating func readFragment(_ ranges: [Range<Int>]) {
    var text: [UInt8] = [0x3B]
    var starts: [Int32] = []
    var deltas: [Int32] = []
    for range in ranges {
      let range = range.clamped(to: 0..<cursor.bytes.count)
      let fileDelta = cursor.lines.delta(ofLine: cursor.lines.line(at: range.lowerBound))
      let start = starts.isEmpty ? 0 : text.count
      starts.append(Int32(start))
      deltas.append(Int32(range.lowerBound + fileDelta - text.count))
      text += cursor.bytes[range]
      text.append(0x0A)
    }
    let length = text.count
    text.append(0x0A)
    text += text.withUnsafeBufferPointer { masked.references.definitions(for: $0, in: masked.body) }
    if starts.count == 1, text[..<(length - 1)].contains(where: \.isLineEnd) {
      // A title over several lines.
      for i in 1..<length - 1 where text[i] == 0x0A {
        starts.append(Int32(i + 1))
        deltas.append(deltas[0])
      }
    }
    let lines = SourceLines(starts: starts, deltas: deltas, length: length)
    text.withUnsafeBufferPointer { buffer in
      let document = MarkdownDocument(buffer)
      let saved = cursor
      cursor = SourceCursor(buffer, lines: lines)
      cursor.position = 1
      defer { cursor = saved }
      _ = document.withRoot { root in
        guard let first = root.firstChild?.firstChild, first.kind == .text else { return }
        take(text: UnsafeBufferPointer(rebasing: first.literal.dropFirst()))
        readInlines(first.next, depth: 0)
      }
    }
  }
}
