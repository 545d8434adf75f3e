package import Foundation

/// A repository in which everything is armed that git could be made to run; each trap leaves a file
/// when it is sprung.
package final class HostileRepository {
  /// The top of the repository.
  package let folder: URL
  private let traps: URL
  private var isArmed = false

  /// Every trap, with the settings of git that would spring it; `TRAP` stands for its script.
  package static let settings: [(trap: String, key: String, value: String)] = [
    ("fsmonitor", "core.fsmonitor", "TRAP"),
    ("hooks", "core.hooksPath", "HOOKS"),
    ("gpg", "gpg.program", "TRAP"),
    ("gpg", "log.showSignature", "true"),
    ("pager", "core.pager", "TRAP"),
    ("pager", "pager.rev-list", "TRAP"),
    ("pager", "pager.ls-tree", "TRAP"),
    ("editor", "core.editor", "TRAP"),
    ("diff", "diff.external", "TRAP"),
    ("textconv", "diff.trap.textconv", "TRAP"),
    ("command", "diff.trap.command", "TRAP"),
    ("clean", "filter.trap.clean", "TRAP"),
    ("smudge", "filter.trap.smudge", "TRAP"),
    ("process", "filter.trap.process", "TRAP"),
    ("clean", "filter.trap.required", "true"),
    ("alias", "alias.rev-parse", "!TRAP"),
    ("alias", "alias.ls-files", "!TRAP"),
    ("ssh", "core.sshCommand", "TRAP"),
    ("proxy", "core.gitProxy", "TRAP"),
    ("askpass", "core.askPass", "TRAP"),
    ("credential", "credential.helper", "!TRAP"),
    ("alternates", "core.alternateRefsCommand", "TRAP"),
    ("uploadpack", "remote.origin.url", "ext::TRAP"),
    ("uploadpack", "remote.origin.uploadpack", "TRAP"),
    ("uploadpack", "remote.origin.promisor", "true"),
    ("uploadpack", "remote.origin.partialclonefilter", "blob:none"),
    ("uploadpack", "protocol.ext.allow", "always"),
    ("uploadpack", "protocol.file.allow", "always"),
  ]

  /// Two commits of a small book in the folder `book`; nothing armed yet.
  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
    traps = folder.appending(path: "traps")
    for name in ["book/chapters", "hooks", "scripts", "traps"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try put("book/book.yaml", "title: A Sample\nauthor: Jane Roe\nlanguage: en\ndate: 2020-05-01\n")
    try put("book/chapters/01-one.md", "# One\n\nIt rained all that morning.\n")
    try git("init", "-q")
    try commit("first")
    try put("book/chapters/01-one.md", "# One\n\nIt rained all that evening.\n")
    try commit("second")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The book's folder.
  package var book: String { folder.appending(path: "book").path }

  /// What was run, by the name of the trap.
  package var sprung: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: traps.path)) ?? []).sorted()
  }

  /// Writes a file of the repository.
  package func put(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  /// What git prints, run with the person's own rights; it must not fail before the traps are armed.
  @discardableResult
  package func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder.path, "-c", "user.name=Jane", "-c", "user.email=jane@example.org"]
      + arguments
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A trap of git's own makes it fail.
    if !isArmed { precondition(process.terminationStatus == 0, "git \(arguments)") }
    return String(decoding: output, as: UTF8.self)
  }

  /// Commits the book as it is.
  package func commit(_ message: String) throws {
    try git("add", "-A", "book")
    try git("commit", "-qm", message)
  }

  /// A script that leaves a mark when it runs.
  package func script(_ trap: String) throws -> String {
    let path = "scripts/\(trap)"
    try put(path, "#!/bin/sh\ntouch '\(traps.path)/\(trap)'\ncat\nexit 0\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: path).path)
    return folder.appending(path: path).path
  }

  /// Arms every trap, in a file that the repository's configuration includes, beside it, and in the
  /// attributes of every file.
  package func arm() throws {
    isArmed = true
    var lines: [String] = []
    for (trap, key, value) in Self.settings {
      let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let section = parts.count == 2 ? "[\(parts[0])]" : "[\(parts[0]) \"\(parts[1])\"]"
      let script = try script(trap)
      let filled = value.replacing("TRAP", with: script)
        .replacing("HOOKS", with: folder.appending(path: "hooks").path)
      lines += [section, "  \(parts[parts.count - 1]) = \"\(filled)\""]
    }
    for hook in [
      "post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman",
    ] {
      let script = try script("hooks")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "hooks/\(hook)").path, withDestinationPath: script)
    }
    try put(".git/armed", lines.joined(separator: "\n") + "\n")
    let configuration = folder.appending(path: ".git/config")
    let old = try String(contentsOf: configuration, encoding: .utf8)
    try Data((old + "[include]\n  path = armed\n").utf8).write(to: configuration)
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git/info"), withIntermediateDirectories: true)
    try put(".git/info/attributes", "* filter=trap diff=trap\n")
  }
}
