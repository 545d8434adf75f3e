#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first offset from `start` on, before `end`, that holds a byte.
  @inline(__always)
  func offset(of byte: UInt8, from start: Int, before end: Int) -> Int? {
    guard start < end, end <= count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// Where a range ends without the blanks at its end.
  func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isSpaceOrTab { end -= 1 }
    return end
  }

  /// Whether `length` bytes from `start` equal those of `other` from `otherStart`.
  @inline(__always)
  func equals(
    _ other: UnsafeBufferPointer<UInt8>, at start: Int, _ otherStart: Int, length: Int
  ) -> Bool {
    guard length > 0, start >= 0, otherStart >= 0, start + length <= count,
      otherStart + length <= other.count, let base = baseAddress, let otherBase = other.baseAddress
    else { return length == 0 }
    return memcmp(base + start, otherBase + otherStart, length) == 0
  }
}
