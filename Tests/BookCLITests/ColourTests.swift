import BookTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Both ends of a new terminal: what is written to the second is read from the first.
private func openTerminal() -> (main: Int32, side: Int32)? {
  let main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
  guard main >= 0 else { return nil }
  #if canImport(Glibc)
    // The calls that POSIX has for this are not in the module; these are theirs, from
    // linux/tty's ioctls.
    let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (isLocked, index): (Int32, Int32) = (0, 0)
    guard ioctl(main, unlock, &isLocked) == 0, ioctl(main, number, &index) == 0 else { return nil }
    let name = "/dev/pts/\(index)"
  #else
    guard grantpt(main) == 0, unlockpt(main) == 0, let path = ptsname(main) else { return nil }
    let name = String(cString: path)
  #endif
  let side = open(name, O_RDWR | O_NOCTTY)
  return side >= 0 ? (main, side) : nil
}

@Suite("Colours")
struct ColourTests {
  /// What `check warned` writes to a terminal as its stderr.
  static func shown(_ environment: [String: String]) throws -> String {
    try Desk.with { desk in
      let (main, side) = try #require(openTerminal())
      let terminal = FileHandle(fileDescriptor: main, closeOnDealloc: true)
      let process = desk.program.process(
        ["check", "warned"], in: desk.folder,
        environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 })
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle(fileDescriptor: side, closeOnDealloc: true)
      try process.run()
      process.waitUntilExit()
      // The message is shorter than what a terminal holds, so that nobody waits.
      return String(decoding: terminal.availableData, as: UTF8.self)
    }
  }

  @Test("a terminal gets colours")
  func terminal() throws {
    let text = try Self.shown([:])
    #expect(text.contains("\u{1B}["))
    #expect(text.contains("B0801"))
  }

  @Test(
    "not where NO_COLOR is set, nor on a dumb terminal",
    arguments: [
      ["NO_COLOR": "1"], ["TERM": "dumb"],
    ])
  func plain(environment: [String: String]) throws {
    let text = try Self.shown(environment)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("warning[B0801]"))
  }

  @Test("a file gets none")
  func file() throws {
    let outcome = try Desk.with {
      try $0.bookc("check warned", environment: ["TERM": "xterm", "NO_COLOR": ""])
    }
    #expect(outcome.errors.contains("warning[B0801]"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
