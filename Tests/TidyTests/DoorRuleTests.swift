import Testing

/// Only BookDisk touches files, clock, processes and environment; fontconfig's own search for fonts
/// and the opening of libvips are the exceptions, and those are C's.
@Suite("One door to the machine")
struct DoorRuleTests {
  /// How the machine would be touched, as a word followed by what stands here.
  static let touches = [
    "posix_spawn", "posix_spawnp(", "fork(", "execve(", "Process(", "popen(",
    "fopen(", "opendir(", "readdir(", "stat(", "lstat(", "fstat(", "unlink(", "rename(", "mkdir(",
    "realpath(", "readlink(", "inotify_init", "FileManager", "FileHandle", "contentsOfFile",
    "getenv(", "environ", "ProcessInfo", "getcwd(", "sysconf(",
    "time(nil)", "gettimeofday(", "clock_gettime(", "Date()", "ContinuousClock", "SuspendingClock",
  ]

  static func touched(_ text: String) -> [String] {
    text.split(separator: "\n").map(HouseRuleTests.code).flatMap { line in
      touches.filter { pattern in
        line.ranges(of: pattern).contains { range in
          guard range.lowerBound > line.startIndex else { return true }
          let before = line[line.index(before: range.lowerBound)]
          return !before.isLetter && before != "_" && before != "."
        }
      }
    }
  }

  @Test("no other module touches the machine")
  func onlyTheDoor() {
    let files = SourceTree.swiftFiles(in: "Sources").filter {
      !$0.path.hasPrefix("Sources/BookDisk/") && !$0.path.contains("/Data/")
    }
    #expect(files.count > 100)
    for file in files { #expect(Self.touched(file.text) == [], "\(file.path)") }
  }

  @Test("one function starts programs for a book, and git alone asks it to")
  func oneStart() {
    let disk = SourceTree.swiftFiles(in: "Sources/BookDisk")
    let starting = disk.filter { $0.text.contains("posix_spawn(&") }.map(\.path)
    #expect(starting == ["Sources/BookDisk/RunProgram.swift"])
    let asking = disk.filter {
      $0.text.contains("runProgram(") && !$0.path.hasSuffix("/RunProgram.swift")
    }
    #expect(asking.map(\.path) == ["Sources/BookDisk/Git/Git.swift"])
  }

  @Test("the rule sees what it forbids")
  func ruleSees() {
    #expect(Self.touched("let now = time(nil); let s = stat()") == ["stat(", "time(nil)"])
    #expect(Self.touched("// getenv(\nlet state = myStat(1); let x = \"fopen(\"") == [])
  }
}
