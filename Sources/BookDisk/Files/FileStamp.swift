#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the disk says of a file without its being read: enough to see that it is the same.
struct FileStamp: Sendable {
  /// A moment to the nanosecond.
  struct Time: Sendable, Comparable {
    var seconds: Int
    var nanoseconds: Int

    static func < (a: Time, b: Time) -> Bool {
      (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
  }
  /// In bytes.
  var size: Int
  /// Its number on the disk; 32 bits of it are what git keeps.
  var number: UInt32
  /// When its contents were last written.
  var changed: Time
  var isFile: Bool
  var isLink: Bool

  /// Of what a path leads to, nil when there is nothing; a symbolic link is not followed.
  init?(ofFile path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    number = UInt32(truncatingIfNeeded: status.st_ino)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    changed = Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    isFile = status.st_mode & S_IFMT == S_IFREG
    isLink = status.st_mode & S_IFMT == S_IFLNK
  }

  /// Of the lines that git's index has for a file (`git ls-files --debug`), which are taken away;
  /// nil when they are not such lines.
  init?(gitLines rest: inout ArraySlice<UInt8>) {
    var values: [String: [Substring]] = [:]
    var after = rest
    while after.first == 0x20, let end = after.firstIndex(of: 0x0A) {
      for field in String(decoding: after[..<end], as: UTF8.self).split(separator: "\t") {
        let words = field.split { " :".contains($0) }
        values[words.first.map(String.init) ?? ""] = Array(words.dropFirst())
      }
      after = after[(end + 1)...]
    }
    rest = after
    guard let time = values["mtime"], time.count == 2, let seconds = Int(time[0]),
      let nanoseconds = Int(time[1]), let size = values["size"]?.first.flatMap({ Int($0) }),
      let number = values["ino"]?.first.flatMap({ UInt32($0) }), seconds != 0
    else { return nil }
    (self.size, self.number) = (size, number)
    changed = Time(seconds: seconds, nanoseconds: nanoseconds)
    (isFile, isLink) = (true, false)
  }

  /// The stamp in one word, as `written` gives it; nil when it is not one.
  init?(written word: some StringProtocol) {
    let numbers = word.split(separator: ",").compactMap { Int($0) }
    guard numbers.count == 4, let number = UInt32(exactly: numbers[1]) else { return nil }
    (size, self.number) = (numbers[0], number)
    changed = Time(seconds: numbers[2], nanoseconds: numbers[3])
    (isFile, isLink) = (true, false)
  }

  /// What tells this state of the file from another, in one word.
  var written: String { "\(size),\(number),\(changed.seconds),\(changed.nanoseconds)" }

  /// True for a stamp of the same file with nothing written to it in between.
  func isSame(as other: FileStamp) -> Bool {
    size == other.size && number == other.number && changed == other.changed
  }
}

/// Where a symbolic link says that it leads, nil when it is none.
func linkTarget(_ path: String) -> String? {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = buffer.withUnsafeMutableBytes { bytes in
    bytes.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), bytes.count) }
  }
  guard let count, count >= 0 else { return nil }
  return String(decoding: buffer[..<count], as: UTF8.self)
}
