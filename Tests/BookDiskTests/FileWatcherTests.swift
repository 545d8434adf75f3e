import Foundation
import Testing

@testable import BookDisk

@Suite("Files are watched")
struct FileWatcherTests {
  @Test("a save in any folder of the book is seen, also in one made later, and rest is rest")
  func saves() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let part = root.appending(path: "parts/one")
    try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
    let path = root.path
    var watcher = FileWatcher { foldersWithin(path) }
    try expect(&watcher, false, milliseconds: 20)
    try Data("x".utf8).write(to: part.appending(path: "01.md"))
    try expect(&watcher, true, milliseconds: 2_000)
    let later = root.appending(path: "parts/two/deep")
    try FileManager.default.createDirectory(at: later, withIntermediateDirectories: true)
    try expect(&watcher, true, milliseconds: 2_000)
    try Data("y".utf8).write(to: later.appending(path: "02.md"))
    try expect(&watcher, true, milliseconds: 2_000)
    try expect(&watcher, false, milliseconds: 20)
  }

  private func expect(
    _ watcher: inout FileWatcher, _ sees: Bool, milliseconds: Int32
  ) throws {
    let saw = watcher.waitForChange(milliseconds: milliseconds)
    try #require(saw == sees)
  }

  @Test("hidden folders are none of the book's")
  func hidden() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    for name in [".git/objects", "a/b", "c"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    let found = foldersWithin(root.path).map { $0.replacing(root.path, with: "") }
    #expect(Set(found) == ["", "/a", "/a/b", "/c"])
  }
}
