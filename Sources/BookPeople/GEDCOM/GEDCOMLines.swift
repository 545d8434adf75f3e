import BookDiagnostics

/// Where the lines of a family tree stand in its file, to point at them.
struct GEDCOMLines {
  private let source: SourceID
  private var starts: [Int] = [0]
  private let end: Int

  init(_ bytes: [UInt8], _ source: SourceID) {
    self.source = source
    end = bytes.count
    for (index, byte) in bytes.enumerated() {
      // A carriage return alone ends a line in files of old machines.
      let isReturn = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if byte == 0x0A || isReturn { starts.append(index + 1) }
    }
  }

  /// A line by its number, from 1.
  func span(_ line: Int) -> SourceSpan {
    guard starts.indices.contains(line - 1) else {
      return SourceSpan(file: source, start: 0, end: min(1, end))
    }
    let start = min(starts[line - 1], end)
    let next = line < starts.count ? starts[line] - 1 : end
    return SourceSpan(file: source, start: start, end: max(start, min(next, end)))
  }
}
