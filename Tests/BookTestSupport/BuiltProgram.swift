package import Foundation

/// The program `bookc` as it was built beside the running tests.
package struct BuiltProgram: Sendable {
  package let url: URL

  /// What one run of it gave.
  package struct Outcome: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// There is no program where the tests lie.
  package struct Missing: Error, CustomStringConvertible {
    package let description = "bookc was not built beside the tests: run `swift build` first"
  }

  package init() throws {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let runner = URL(filePath: CommandLine.arguments[0])
    let folders =
      (bundles + [runner]).map { $0.deletingLastPathComponent() }
      + [projectRoot.appending(path: ".build/debug")]
    let found = folders.map { $0.appending(path: "bookc") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    guard let found else { throw Missing() }
    url = found
  }

  /// A process of it that is not started yet, at the same moment in the same place on every
  /// machine, but for what `environment` says otherwise.
  package func process(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let fixed = ["SOURCE_DATE_EPOCH": "1470960000", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
    process.environment = ProcessInfo.processInfo.environment.merging(fixed) { $1 }
      .merging(environment) { $1 }
    return process
  }

  /// Runs it to its end.
  package func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = process(arguments, in: folder, environment: environment)
    // Files, since a pipe that nobody empties stops whoever fills it.
    return try withTemporaryFolder { scratch in
      let files = ["output", "errors"].map { scratch.appending(path: $0) }
      for file in files { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: files[0])
      process.standardError = try FileHandle(forWritingTo: files[1])
      try process.run()
      process.waitUntilExit()
      let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
      return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
  }
}

extension BuiltProgram {
  /// Seconds of processor that a run takes, of all its threads; what it says is not kept.
  package func processorSeconds(_ arguments: [String]) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    var words = ([url.path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, url.path, &actions, nil, &words, environ) == 0 else {
      throw Missing()
    }
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Missing() }
    }
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
  }
}

/// The folder that holds Package.swift.
package let projectRoot = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Gives a new folder of its own to `body` and takes it away afterwards.
package func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "bookc-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
