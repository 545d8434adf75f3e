import BookModel
import Foundation
import Testing

@testable import BookDisk

@Suite("A set of files is replaced whole")
struct AtomicOutputTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func put(_ name: String, _ text: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.appending(path: name).path)
  }

  /// Every file with its contents, hidden ones too.
  var files: [String: String] {
    let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? [])
      .compactMap { $0 as? String }
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
      })
  }

  func artifacts(_ names: String...) -> [Artifact] {
    names.map { Artifact(path: $0, bytes: Array("new".utf8)) }
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)[
      .posixPermissions] as? Int
  }

  @Test("new and old files, in folders too, and nothing else is left")
  func writes() throws {
    try put("a.epub", "old")
    try AtomicOutput(folder: folder.path).write(artifacts("a.epub", "html/index.html"))
    #expect(files == ["a.epub": "new", "html/index.html": "new"])
  }

  @Test("the author's permissions stay", arguments: [0o600, 0o640, 0o664])
  func keepsModes(permissions: Int) throws {
    try put("people.yaml", "old", mode: permissions)
    try AtomicOutput(folder: folder.path, holdsAuthorsWork: true).write(artifacts("people.yaml"))
    #expect(try mode("people.yaml") == permissions)
    #expect(files == ["people.yaml": "new"])
  }

  @Test("a link stays a link, and what it leads to is written with its own permissions")
  func keepsLinks() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "elsewhere"), withIntermediateDirectories: true)
    try put("elsewhere/real.yaml", "old", mode: 0o600)
    let link = folder.appending(path: "people.yaml").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "elsewhere/real.yaml")
    try AtomicOutput(folder: folder.path, holdsAuthorsWork: true).write(artifacts("people.yaml"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "elsewhere/real.yaml")
    #expect(files["elsewhere/real.yaml"] == "new")
    #expect(try mode("elsewhere/real.yaml") == 0o600)
    try FileManager.default.removeItem(atPath: folder.appending(path: "elsewhere/real.yaml").path)
    #expect(throws: BuildFailure.self) {
      try AtomicOutput(folder: folder.path).write(artifacts("people.yaml"))
    }
  }

  @Test("where one of them cannot be moved, all are as they were, and that is what is said")
  func putsBack() throws {
    for name in ["a", "b", "d"] { try put(name, "old") }
    let output = AtomicOutput(folder: folder.path) { from, to in
      if to.hasSuffix("/c") {
        errno = ENOSPC
        return -1
      }
      return rename(from, to)
    }
    let before = files
    #expect(
      throws: BuildFailure.unwritable(
        path: folder.path + "/c", reason: "the disk is full", replaced: [])
    ) { try output.write(artifacts("a", "b", "c", "d")) }
    #expect(files == before)
  }

  @Test("what could not be put back is named")
  func namesWhatStays() {
    let failure = BuildFailure.unwritable(path: "c", reason: "no permission", replaced: ["a", "b"])
    #expect(failure.message == "cannot write 'c': no permission; already new: 'a', 'b'")
    let none = BuildFailure.unwritable(path: "c", reason: "no permission", replaced: [])
    #expect(none.message == "cannot write 'c': no permission; nothing was changed")
  }

  @Test("a run that was killed while it replaced files is undone by the next, which says so")
  func undoesAKilledRun() throws {
    for name in ["a", "b"] { try put(name, "old") }
    let journal = try Journal(in: folder.path)
    var places = ["a", "b", "c"].map { Replacement(path: folder.path + "/" + $0, mode: nil) }
    for index in places.indices {
      places[index].part = journal.name(".bookc-part-", index, beside: places[index].path)
      places[index].kept = journal.name(".bookc-kept-", index, beside: places[index].path)
      try Data("new".utf8).write(to: URL(filePath: places[index].part))
      if index < 2 {
        #expect(link(places[index].path, places[index].kept) == 0)
        places[index].before = .kept
      }
    }
    for index in places.indices { places[index].stamp = FileStamp(ofFile: places[index].part) }
    try journal.beginReplacing(places)
    #expect(rename(places[0].part, places[0].path) == 0)
    #expect(files["a"] == "new")
    // While the run lives, nobody touches its files.
    #expect(AtomicOutput(folder: folder.path).restore() == [])
    #expect(files["a"] == "new")
    close(journal.descriptor)
    let told = AtomicOutput(folder: folder.path).restore()
    #expect(told.count == 1)
    #expect(told.first?.contains("put back as before: '\(folder.path)/a'") == true)
    #expect(files == ["a": "old", "b": "old"])
    #expect(AtomicOutput(folder: folder.path).restore() == [])
  }

  /// A run that was killed when it had replaced the first of two files, as another one sees it.
  func killBetween(_ names: [String]) throws {
    let journal = try Journal(in: folder.path)
    var places = names.map { Replacement(path: folder.path + "/" + $0, mode: nil) }
    for index in places.indices {
      places[index].part = journal.name(".bookc-part-", index, beside: places[index].path)
      places[index].kept = journal.name(".bookc-kept-", index, beside: places[index].path)
      try Data("new".utf8).write(to: URL(filePath: places[index].part))
      #expect(link(places[index].path, places[index].kept) == 0)
      (places[index].before, places[index].stamp) = (
        .kept, FileStamp(ofFile: places[index].part)
      )
    }
    try journal.beginReplacing(places)
    #expect(rename(places[0].part, places[0].path) == 0)
    // A child that another test is just starting holds a copy of the descriptor.
    flock(journal.descriptor, LOCK_UN)
    close(journal.descriptor)
  }

  @Test("what the author changed after the kill is not taken back", arguments: [true, false])
  func keepsLaterWork(inPlace: Bool) throws {
    for name in ["a", "b"] { try put(name, "old") }
    try killBetween(["a", "b"])
    let url = folder.appending(path: "a")
    if inPlace {
      let file = try FileHandle(forWritingTo: url)
      try file.seekToEnd()
      try file.write(contentsOf: Data(" and mine".utf8))
      try file.close()
    } else {
      try FileManager.default.removeItem(at: url)
      try put("a", "new and mine")
    }
    let told = AtomicOutput(folder: folder.path).restore()
    #expect(files == ["a": "new and mine", "b": "old"])
    #expect(told.count == 1)
    #expect(told.first?.contains("newer than the rest: '\(folder.path)/a'") == true)
  }

  @Test("a run from another current folder understands what was left, and one in a moved folder")
  func understandsElsewhere() throws {
    for name in ["a", "b"] { try put(name, "old") }
    try killBetween(["a", "b"])
    let moved = URL(filePath: folder.path + "-moved")
    try FileManager.default.moveItem(at: folder, to: moved)
    #expect(AtomicOutput(folder: moved.path).restore().count == 1)
    try FileManager.default.moveItem(at: moved, to: folder)
    #expect(files == ["a": "old", "b": "old"])
  }

  @Test("a run that was killed before the first of its files was replaced is nothing to tell")
  func silentBeforeTheFirst() throws {
    for name in ["a", "b"] { try put(name, "old") }
    try killBetween(["a", "b"])
    let part = try #require(files.keys.first { $0.hasPrefix(".bookc-part-") })
    let kept = try #require(files.keys.first { $0.hasPrefix(".bookc-kept-") && $0.hasSuffix("0") })
    let first = part.dropLast() + "0"
    #expect(rename(folder.path + "/a", folder.path + "/" + first) == 0)
    #expect(link(folder.path + "/" + kept, folder.path + "/a") == 0)
    #expect(AtomicOutput(folder: folder.path).restore() == [])
    #expect(files == ["a": "old", "b": "old"])
  }

  @Test("what a run left that was killed before it replaced anything is swept away in silence")
  func sweeps() throws {
    try put("a", "old")
    let journal = try Journal(in: folder.path)
    var place = Replacement(path: folder.path + "/a", mode: nil)
    place.part = journal.name(".bookc-part-", 0, beside: place.path)
    try journal.write([place])
    try Data("ne".utf8).write(to: URL(filePath: place.part))
    close(journal.descriptor)
    #expect(AtomicOutput(folder: folder.path).restore() == [])
    #expect(files == ["a": "old"])
  }
}
