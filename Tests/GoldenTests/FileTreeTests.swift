import BookTestSupport
import Foundation
import Testing

@Suite("Comparing with what was recorded")
struct FileTreeTests {
  static func tree(_ files: [String: String]) -> FileTree {
    var tree = FileTree()
    for (path, text) in files { tree[path] = text }
    return tree
  }

  @Test("equal trees do not differ")
  func equalTrees() {
    let tree = Self.tree(["a/b": "one\ntwo\n"])
    #expect(tree.differences(from: tree) == [])
  }

  @Test("a file too many, a file too few and the first differing line are told")
  func differences() {
    let recorded = Self.tree(["a": "one\ntwo\nthree\n", "gone": ""])
    let made = Self.tree(["a": "one\n2\nthree!\n", "new": ""])
    #expect(
      made.differences(from: recorded) == [
        "a:2\n  recorded: two\n  now:      2", "gone: is recorded and was not made",
        "new: was made and is not recorded",
      ])
  }

  @Test("a text that ends sooner differs where it ends")
  func shorterText() {
    let told = Self.tree(["a": "one"]).differences(from: Self.tree(["a": "one\ntwo"]))
    #expect(told == ["a:2\n  recorded: two\n  now:      (the file has ended)"])
  }

  @Test("of a long line the part that differs is shown")
  func longLine() throws {
    let long = String(repeating: "x", count: 1000)
    let told = Self.tree(["a": long + "old"]).differences(from: Self.tree(["a": long + "new"]))
    let line = try #require(told.first?.split(separator: "\n").last)
    #expect(line.count < 200)
    #expect(line.hasSuffix("old"))
  }

  @Test("bytes that are no text differ too")
  func bytes() {
    var (old, new) = (FileTree(), FileTree())
    old.files["p"] = [0xFF, 0]
    new.files["p"] = [0xFF, 1]
    #expect(new.differences(from: old) == ["p: 2 other bytes are recorded, not these 2"])
  }

  @Test("what is written is read again, and nothing else stays there")
  func writing() throws {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "golden")
      try Self.tree(["old": "1"]).replace(place)
      let tree = Self.tree(["a/b/c": "ü\n", "d": ""])
      try tree.replace(place)
      #expect(try FileTree(below: place) == tree)
    }
  }
}
