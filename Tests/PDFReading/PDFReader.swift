/// A PDF opened by way of its cross-reference stream.
package struct PDFReader {
  /// A stream object, its data inflated where they are deflated without a predictor.
  package struct Stream {
    package var dictionary: [String: PDFValue]
    package var data: [UInt8]
  }

  /// Why bytes are no PDF that this reader knows.
  package struct Unreadable: Error, CustomStringConvertible {
    package var description: String
  }

  package let bytes: [UInt8]
  package private(set) var trailer: [String: PDFValue] = [:]
  package private(set) var values: [Int: PDFValue] = [:]
  package private(set) var streams: [Int: Stream] = [:]

  package init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let tail = String(decoding: bytes.suffix(64), as: UTF8.self)
    let parts = tail.split(separator: "\n")
    guard let mark = parts.firstIndex(of: "startxref"), parts.count > mark + 2,
      parts[mark + 2] == "%%EOF", let start = Int(parts[mark + 1])
    else { throw Unreadable(description: "no startxref") }
    let table = try stream(at: start).stream
    trailer = table.dictionary
    try readObjects(table)
  }

  private mutating func readObjects(_ table: Stream) throws {
    var rows: [(kind: Int, place: Int, index: Int)] = []
    for start in stride(from: 0, to: table.data.count, by: 7) {
      let row = table.data[start..<start + 7].map { Int($0) }
      let place: Int = row[1...4].reduce(0) { $0 << 8 | $1 }
      rows.append((row[0], place, row[5] << 8 | row[6]))
    }
    guard trailer["Size"]?.integer == rows.count else {
      throw Unreadable(description: "Size is not the number of entries")
    }
    for (number, row) in rows.enumerated() where row.kind == 1 {
      let (found, stream) = try stream(at: row.place)
      guard found == number else { throw Unreadable(description: "object \(number) is elsewhere") }
      streams[number] = stream
    }
    for (number, row) in rows.enumerated() where row.kind == 2 {
      guard let container = streams[row.place], let count = container.dictionary["N"]?.integer,
        let first = container.dictionary["First"]?.integer
      else { throw Unreadable(description: "object stream \(row.place) is missing") }
      var heads = PDFLexer(container.data)
      var places: [(number: Int, offset: Int)] = []
      for _ in 0..<count {
        guard let number = heads.next()?.integer, let offset = heads.next()?.integer else {
          throw Unreadable(description: "object stream \(row.place) has a broken head")
        }
        places.append((number, offset))
      }
      guard places[row.index].number == number else {
        throw Unreadable(description: "object \(number) is not where the table says")
      }
      var lexer = PDFLexer(container.data, at: first + places[row.index].offset)
      values[number] = lexer.next()
    }
  }

  private func stream(at offset: Int) throws -> (number: Int, stream: Stream) {
    var lexer = PDFLexer(bytes, at: offset)
    guard let number = lexer.next()?.integer, lexer.next()?.integer == 0,
      lexer.next() == .word("obj"), case .dictionary(let dictionary)? = lexer.next(),
      lexer.next() == .word("stream"), let length = dictionary["Length"]?.integer
    else { throw Unreadable(description: "no stream at \(offset)") }
    let start = lexer.offset + 1
    guard start + length < bytes.count, bytes[lexer.offset] == 10 else {
      throw Unreadable(description: "stream \(number) has no room")
    }
    var after = PDFLexer(bytes, at: start + length)
    guard bytes[start + length] == 10, after.next() == .word("endstream"),
      after.next() == .word("endobj")
    else { throw Unreadable(description: "stream \(number) has a wrong Length") }
    var data = Array(bytes[start..<start + length])
    if dictionary["Filter"]?.name == "FlateDecode", dictionary["DecodeParms"] == nil {
      guard let plain = inflated(data) else {
        throw Unreadable(description: "stream \(number) does not inflate")
      }
      data = plain
    }
    return (number, Stream(dictionary: dictionary, data: data))
  }

  /// The value behind a reference, however many there are.
  package func resolved(_ value: PDFValue?) -> PDFValue {
    guard case .reference(let number)? = value else { return value ?? .null }
    if let stream = streams[number] { return .dictionary(stream.dictionary) }
    return values[number] ?? .null
  }

  package func dictionary(_ value: PDFValue?) -> [String: PDFValue] {
    if case .dictionary(let entries) = resolved(value) { entries } else { [:] }
  }

  package func array(_ value: PDFValue?) -> [PDFValue] {
    if case .array(let items) = resolved(value) { items } else { [] }
  }

  /// The pages' object numbers in order.
  package var pages: [Int] { leaves(dictionary(catalogue["Pages"])) }

  package var catalogue: [String: PDFValue] { dictionary(trailer["Root"]) }

  private func leaves(_ node: [String: PDFValue]) -> [Int] {
    array(node["Kids"]).flatMap { kid -> [Int] in
      let child = dictionary(kid)
      return child["Type"]?.name == "Page" ? [kid.reference ?? -1] : leaves(child)
    }
  }

  /// The entries of a number or name tree in order.
  package func tree(_ root: PDFValue?, _ key: String) -> [(key: PDFValue, value: PDFValue)] {
    let node = dictionary(root)
    let items = array(node[key])
    let own = stride(from: 0, to: items.count - 1, by: 2).map { (items[$0], items[$0 + 1]) }
    return own + array(node["Kids"]).flatMap { tree($0, key) }
  }

  /// Every reference in the file that leads nowhere.
  package var danglingReferences: Set<Int> {
    var result: Set<Int> = []
    func visit(_ value: PDFValue) {
      switch value {
      case .reference(let number):
        if values[number] == nil && streams[number] == nil { result.insert(number) }
      case .array(let items): items.forEach(visit)
      case .dictionary(let entries): entries.values.forEach(visit)
      default: break
      }
    }
    values.values.forEach(visit)
    streams.values.forEach { $0.dictionary.values.forEach(visit) }
    return result
  }
}
