import BookDiagnostics

/// `{#id .class key=value}`, as pandoc, kramdown and Leanpub write it behind a heading, a picture,
/// a link or words in brackets.
struct AttributeList {
  var id: String?
  var classes: [String] = []
  /// `-` or `.unnumbered`.
  var isUnnumbered = false
  /// As written behind `width=`.
  var width: String?
  /// Whether a `height` is asked for, which follows from the width.
  private(set) var hasHeight = false
  /// Identifiers behind `people=`: who is in a picture.
  var people: [String] = []
  /// Whether it is an entry for Leanpub's index, `{i: "mill"}`.
  private(set) var isIndexEntry = false
  /// Whether a key looks like a slip for one that says how wide a picture is or who is in it.
  private(set) var hasSlip = false
  /// After the `}`.
  private(set) var end: Int

  /// Whether it says on which side of the words something is to stand.
  var saysSide: Bool {
    classes.contains {
      ["left", "right", "float-left", "float-right", "alignleft", "alignright"].contains($0)
    }
      || ["left", "right"].contains(side)
  }

  /// As written behind `align=` or `float=`.
  private var side = ""

  /// The list that is meant where blanks stand about its `=` and before its `%`, nil when it is none
  /// then; its `end` is that of the list as it is typed.
  init?(meant bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) {
    let limit = min(limit, start + Self.longest)
    guard start < limit, let close = bytes.offset(of: 0x7D, from: start, before: limit),
      !bytes[start..<close].contains(where: \.isLineEnd)
    else { return nil }
    var tight: [UInt8] = []
    for i in start...close {
      let isSign = bytes[i] == 0x3D || bytes[i] == 0x25
      if isSign { while tight.last?.isSpaceOrTab ?? false { tight.removeLast() } }
      if bytes[i].isSpaceOrTab, tight.last == 0x3D { continue }
      tight.append(bytes[i])
    }
    guard
      let list = tight.withUnsafeBufferPointer({ AttributeList($0, at: 0, before: $0.count) })
    else { return nil }
    self = list
    end = close + 1
  }

  /// So long a list is none.
  private static let longest = 400

  /// Keys that Leanpub writes with a colon; any other word with a colon is a word.
  private static let leanpubKeys: Set<String> = [
    "align", "alt", "caption", "class", "float", "format", "fullbleed", "height", "i", "id",
    "lang",
    "number", "people", "sample", "title", "type", "width",
  ]

  /// The list that begins at `start`, nil when it is none: every part must be of one of the three
  /// kinds, so that braces around words stay words.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) {
    end = start
    guard start < limit, bytes[start] == 0x7B else { return nil }
    let limit = min(limit, start + Self.longest)
    var i = start + 1
    if i < limit, bytes[i] == 0x3A { i += 1 }
    var parts = 0
    while true {
      while i < limit, bytes[i].isSpaceOrTab { i += 1 }
      guard i < limit else { return nil }
      if bytes[i] == 0x7D { break }
      guard let next = part(bytes, at: i, before: limit) else { return nil }
      i = next
      parts += 1
    }
    guard parts > 0 else { return nil }
    end = i + 1
  }

  private mutating func part(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int
  ) -> Int? {
    var i = start
    let sign = bytes[i]
    if sign == 0x2D, i + 1 < limit, bytes[i + 1].isSpaceOrTab || bytes[i + 1] == 0x7D {
      isUnnumbered = true
      return i + 1
    }
    let isMarked = sign == 0x23 || sign == 0x2E || sign == 0x3D
    if isMarked { i += 1 }
    let first = i
    while i < limit, Self.isName(bytes[i]) || isMarked && bytes[i] == 0x3A { i += 1 }
    guard i > first else { return nil }
    let name = String(decoding: bytes[first..<i], as: UTF8.self)
    switch sign {
    case 0x23: id = id ?? name
    case 0x2E:
      classes.append(name)
      if name == "unnumbered" { isUnnumbered = true }
    case 0x3D: break
    default:
      guard bytes[first].isASCIILetter, i < limit, bytes[i] == 0x3D || bytes[i] == 0x3A else {
        return nil
      }
      let isColon = bytes[i] == 0x3A
      if isColon, !Self.leanpubKeys.contains(name) { return nil }
      i += 1
      if isColon { while i < limit, bytes[i].isSpaceOrTab { i += 1 } }
      guard let next = Self.value(bytes, at: i, before: limit) else { return nil }
      if name == "height" { hasHeight = true }
      if !Self.leanpubKeys.contains(name), nearestWord(to: name, among: ["width", "people"]) != nil
      {
        hasSlip = true
      }
      if name == "i", isColon { isIndexEntry = true }
      if ["id", "class", "width", "people", "align", "float"].contains(name) {
        let text = String(decoding: bytes[i..<next], as: UTF8.self).filter {
          $0 != "\"" && $0 != "'"
        }
        switch name {
        case "id": id = id ?? text
        case "class": classes += text.split(separator: " ").map(String.init)
        case "align", "float": side = text
        case "people":
          people += text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        default: width = width ?? text
        }
      }
      i = next
      if i < limit, bytes[i] == 0x2C { i += 1 }
    }
    return i
  }

  private static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int
  ) -> Int? {
    var i = start
    guard i < limit else { return nil }
    if bytes[i] == 0x22 || bytes[i] == 0x27 {
      let quote = bytes[i]
      i += 1
      while i < limit, bytes[i] != quote, !bytes[i].isLineEnd { i += 1 }
      return i < limit && bytes[i] == quote ? i + 1 : nil
    }
    while i < limit, !bytes[i].isASCIISpace, bytes[i] != 0x7D, bytes[i] != 0x2C { i += 1 }
    return i > start ? i : nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F || byte >= 0x80
      || byte == 0x2E || byte == 0x2F
  }
}
