import BookModel
import Foundation
import Testing

/// A folder that stands for a hosted service: a repository, the files that scripts write to, and a
/// `gh` that only notes what it was asked.
final class FakeService {
  let folder: URL
  let program: URL
  /// What expressions stand for.
  var values: [String: String] = [
    "vars.BOOKC_REPOSITORY": "", "vars.BOOKC_VERSION": "", "github.token": "none",
    "github.repository": "author/book", "github.ref_name": "v1.0",
    "github.event.pull_request.base.sha || github.event.before":
      "0000000000000000000000000000000000000000",
  ]
  private var workingFolder: URL

  init(program: URL) throws {
    self.program = program
    folder = FileManager.default.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
    workingFolder = folder.appending(path: "repository")
    for name in ["repository", "temp", "bin"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try script(
      "bin/gh",
      """
      if [[ "$1 $2" == "release view" ]]; then exit 1; fi
      if [[ "$1 $2" == "release create" ]]; then echo "create $3" >> "$RUNNER_TEMP/released"; fi
      if [[ "$1 $2" == "release upload" ]]; then echo "$4" >> "$RUNNER_TEMP/released"; fi
      """)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  var repository: URL { folder.appending(path: "repository") }

  private func script(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("#!/usr/bin/env bash\n\(text)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Writes a file of the repository.
  func put(_ path: String, _ text: String) throws {
    let file = repository.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Two commits of a small book, with or without bookc beside it.
  func makeRepository(withBookc: Bool = true) throws {
    if withBookc {
      try script("repository/Scripts/bookc", "exec '\(program.path)' \"$@\"")
      try put("Package.swift", "")
      try put("Sources/empty", "")
    }
    try put("Book/book.yaml", "title: A Sample\nauthor: Jane Roe\nlanguage: en\ndate: 2020-05-01\n")
    try put("Book/chapters/01-one.md", "# One\n\nIt rained all that morning.\n")
    try git("init", "-q")
    try commit("first")
    try put("Book/chapters/01-one.md", "# One\n\nIt rained all that evening.\n")
    try commit("second")
  }

  func commit(_ message: String) throws {
    try git("add", "-A")
    try git("-c", "user.name=Jane", "-c", "user.email=jane@example.org", "commit", "-qm", message)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let result = try run("/usr/bin/env", ["git"] + arguments, environment: [:])
    #expect(result.status == 0, "git \(arguments): \(result.errors)")
    return result.output
  }

  /// Runs a step's script as the service would.
  func run(_ step: YAMLNode) throws -> (status: Int32, output: String, errors: String) {
    var environment = [
      "GITHUB_OUTPUT": temp("output"), "GITHUB_STEP_SUMMARY": temp("summary"),
      "RUNNER_TEMP": folder.appending(path: "temp").path,
    ]
    for entry in step["env"]?.entries ?? [] {
      environment[entry.key] = resolved(entry.value.string ?? "")
    }
    return try run(
      "/usr/bin/env",
      ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]?.string ?? "exit 9"],
      environment: environment)
  }

  private func temp(_ name: String) -> String { folder.appending(path: "temp/\(name)").path }

  private func resolved(_ text: String) -> String {
    text.replacing(/\$\{\{\s*(.*?)\s*\}\}/) { match in
      let name = String(match.1)
      guard let value = values[name] ?? outputs[name] else {
        Issue.record("nothing is known of '\(name)'")
        return ""
      }
      return value
    }
  }

  private func run(
    _ path: String, _ arguments: [String], environment: [String: String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    all["PATH"] = folder.appending(path: "bin").path + ":" + (all["PATH"] ?? "/usr/bin:/bin")
    process.environment = all.merging(environment) { $1 }
    let (output, errors) = (temp("stdout"), temp("stderr"))
    for file in [output, errors] { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, text(output), text(errors))
  }

  private func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// What steps left in `GITHUB_OUTPUT`.
  var outputs: [String: String] {
    var result: [String: String] = [:]
    for line in text(temp("output")).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { result["steps.bookc.outputs.\(parts[0])"] = String(parts[1]) }
    }
    return result
  }

  var summary: String { text(temp("summary")) }
  var released: [String] { text(temp("released")).split(separator: "\n").map(String.init) }

  func files(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: repository.appending(path: path).path))
      ?? [])
      .sorted()
  }

  /// The artifact of the first job as the second one finds it.
  func handOver() throws {
    let book = folder.appending(path: "second/book")
    try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
    for name in ["dist", "reports"] {
      try FileManager.default.copyItem(
        at: repository.appending(path: name), to: book.appending(path: name))
    }
    workingFolder = folder.appending(path: "second")
  }
}
