import BookDiagnostics
import BookManuscript
import BookModel
import BookPipeline
import Foundation
import Testing

@Suite("The workflow of an author's book")
struct WorkflowTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func parsed() throws -> YAMLNode {
    let node = readYAML(Array(bookWorkflow.utf8), source: SourceID(0))
    #expect(node.diagnostics == [])
    return try #require(node.value)
  }

  static func steps(of job: String) throws -> [YAMLNode] {
    try #require(parsed()["jobs"]?[job]?["steps"]).items
  }

  @Test("`bookc new` writes the workflow that stands in this project")
  func isTheSameFile() throws {
    let file = try Data(
      contentsOf: Self.root.appending(path: ".github/workflows/book.yml"))
    #expect(Data(bookWorkflow.utf8) == file)
  }

  // MARK: Form

  @Test("it runs on every push and pull request, with no more rights than it needs")
  func hasTheNeededKeys() throws {
    let workflow = try Self.parsed()
    #expect(workflow["name"]?.string == "book")
    let events = try #require(workflow["on"]).entries.map(\.key)
    #expect(Set(events).isSuperset(of: ["push", "pull_request"]))
    #expect(
      workflow["permissions"]?.entries.map { [$0.key, $0.value.string ?? ""] } == [
        ["contents", "read"]
      ])
    let rights = try #require(workflow["jobs"]).entries.map { job in
      (
        job.key,
        job.value["permissions"]?.entries.map { "\($0.key): \($0.value.string ?? "")" } ?? []
      )
    }
    #expect(rights.map(\.0) == ["book", "release"])
    #expect(
      rights.map(\.1) == [["contents: read", "security-events: write"], ["contents: write"]])
    for job in try #require(workflow["jobs"]).entries {
      #expect(job.value["timeout-minutes"] != nil)
      #expect(job.value["runs-on"]?.string?.hasSuffix("latest") == false)
    }
  }

  /// What the service knows; it refuses a file with any other key.
  static let known: [String: Set<String>] = [
    "workflow": [
      "name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs",
    ],
    "job": [
      "name", "permissions", "needs", "if", "runs-on", "environment", "concurrency", "outputs",
      "env", "defaults", "steps", "timeout-minutes", "strategy", "continue-on-error", "container",
      "services", "uses", "with", "secrets",
    ],
    "step": [
      "id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env",
      "continue-on-error", "timeout-minutes",
    ],
    "with actions/checkout": ["fetch-depth", "persist-credentials", "ref", "submodules"],
    "with actions/cache": ["path", "key", "restore-keys"],
    "with actions/upload-artifact": ["name", "path", "if-no-files-found", "retention-days"],
    "with actions/download-artifact": ["name", "path"],
    "with github/codeql-action/upload-sarif": ["sarif_file", "category"],
  ]

  @Test("every key and every context of an expression is one that the service knows")
  func keysAreKnown() throws {
    func expect(_ node: YAMLNode, _ kind: String) {
      let keys = node.entries.map(\.key)
      #expect(Set(keys).count == keys.count)
      for key in keys { #expect(Self.known[kind]?.contains(key) == true, "\(kind): \(key)") }
    }
    let workflow = try Self.parsed()
    expect(workflow, "workflow")
    for job in try #require(workflow["jobs"]).entries {
      expect(job.value, "job")
      for step in try Self.steps(of: job.key) {
        expect(step, "step")
        if let with = step["with"], let action = step["uses"]?.string?.split(separator: "@").first {
          expect(with, "with \(action)")
        }
      }
    }
    let contexts: Set<Substring> = ["github", "vars", "steps", "runner", "env", "secrets", "needs"]
    for expression in bookWorkflow.matches(of: /\$\{\{(.*?)\}\}/) {
      for path in expression.1.matches(of: /([a-z_]+)(?:\.[\w-]+)+/) {
        #expect(contexts.contains(path.1), "\(expression.1)")
      }
    }
  }

  @Test("every script is sound to the shell")
  func scriptsParse() throws {
    for job in ["book", "release"] {
      for script in try Self.steps(of: job).compactMap({ $0["run"]?.string }) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", "-n", "-c", script]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(script)")
      }
    }
  }

  @Test(
    "every step is an action of a known version or a script without expressions",
    arguments: ["book", "release"])
  func stepsAreSound(job: String) throws {
    var ids: Set<String> = []
    for step in try Self.steps(of: job) {
      #expect(step["name"]?.string != nil)
      if let action = step["uses"]?.string {
        #expect(step["run"] == nil)
        #expect(
          action.wholeMatch(of: /[\w.-]+\/[\w.-]+(\/[\w.-]+)?@v\d+(\.\d+)*/) != nil, "\(action)")
      } else {
        let script = try #require(step["run"]?.string)
        // An expression in a script is code that anyone with a branch name can write.
        #expect(!script.contains("${{"), "\(script)")
        for old in ["::set-output", "::save-state", "::set-env", "::add-path", "hub release"] {
          #expect(!script.contains(old))
        }
      }
      for name in Self.referredSteps(step) {
        #expect(ids.contains(name), "no step '\(name)' before")
      }
      if let id = step["id"]?.string { #expect(ids.insert(id).inserted) }
    }
  }

  @Test("the books, the reports, the annotations and the release are all there")
  func doesItsWork() throws {
    let book = try Self.steps(of: "book")
    func uses(_ action: String) -> YAMLNode? {
      book.first { $0["uses"]?.string?.hasPrefix(action + "@") == true }?["with"]
    }
    #expect(uses("actions/checkout")?["fetch-depth"]?.string == "0")
    #expect(uses("actions/cache")?["path"]?.string?.hasSuffix("/.build") == true)
    #expect(
      uses("github/codeql-action/upload-sarif")?["sarif_file"]?.string == "reports/bookc.sarif")
    #expect(uses("actions/upload-artifact")?["path"]?.string?.contains("dist") == true)
    let scripts = book.compactMap { $0["run"]?.string }.joined()
    for needed in [
      "--formats epub,pdf,html", "--format github", "--format sarif", "diff \"$BEFORE\" HEAD",
    ] {
      #expect(scripts.contains(needed))
    }
    let release = try #require(try Self.parsed()["jobs"]?["release"])
    #expect(release["if"]?.string?.contains("github.ref_type == 'tag'") == true)
    #expect(release["needs"]?.string == "book")
  }

  static func referredSteps(_ node: YAMLNode) -> [String] {
    switch node.content {
    case .mapping(let entries): entries.flatMap { referredSteps($0.value) }
    case .sequence(let items): items.flatMap(referredSteps)
    default:
      (node.string ?? "").matches(of: /steps\.(\w+)\./).map { String($0.1) }
    }
  }

  // MARK: Running it

  /// The program that this test run was built beside.
  static let program: URL? = {
    let name = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = [
      name, root.appending(path: ".build/debug"), root.appending(path: ".build/release"),
    ]
    return places.map { $0.appending(path: "bookc") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  @Test(
    "every script of it does its work outside a hosted service",
    .enabled(if: program != nil && defaultFormatNames.contains("pdf")))
  func scriptsRun() throws {
    let service = try FakeService(program: #require(Self.program))
    defer { service.remove() }
    try service.makeRepository()
    for step in try Self.steps(of: "book") where step["run"] != nil {
      let result = try service.run(step)
      #expect(result.status == 0, "\(step["name"]?.string ?? ""): \(result.errors)")
    }
    #expect(service.outputs["steps.bookc.outputs.key"]?.count == 40)
    let files = service.files(in: "dist")
    for ending in [".epub", ".pdf", "build.json", "changes.html"] {
      #expect(files.contains { $0.hasSuffix(ending) }, "no \(ending) among \(files)")
    }
    #expect(service.files(in: "reports") == ["bookc.sarif"])
    #expect(service.summary.contains("[-morning-] {+evening+}."))
    try service.handOver()
    for step in try Self.steps(of: "release") where step["run"] != nil {
      let result = try service.run(step)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(service.released.contains { $0.hasSuffix(".epub") })
    #expect(service.released.contains("changes.html"))
    #expect(service.released.first == "create v1.0")
  }

  @Test("a book with an error fails the check and annotates it", .enabled(if: program != nil))
  func errorsFail() throws {
    let service = try FakeService(program: #require(Self.program))
    defer { service.remove() }
    try service.makeRepository()
    try service.put("Book/book.yaml", "title: [")
    let check = try #require(
      try Self.steps(of: "book").first { $0["run"]?.string?.contains("--format github") == true })
    _ = try service.run(try #require(try Self.steps(of: "book").first { $0["id"] != nil }))
    let result = try service.run(check)
    #expect(result.status == 1)
    #expect(result.output.contains("::error "))
    #expect(service.files(in: "reports") == ["bookc.sarif"])
  }

  @Test("without bookc in the repository it is fetched, and asked for when nobody said from where")
  func findsBookc() throws {
    let service = try FakeService(program: URL(filePath: "/bin/true"))
    defer { service.remove() }
    try service.makeRepository(withBookc: false)
    let find = try #require(try Self.steps(of: "book").first { $0["id"]?.string == "bookc" })
    let unset = try service.run(find)
    #expect(unset.status == 1)
    #expect(unset.output.contains("BOOKC_REPOSITORY"))
    let elsewhere = try FakeService(program: URL(filePath: "/bin/true"))
    defer { elsewhere.remove() }
    try elsewhere.makeRepository()
    service.values["vars.BOOKC_REPOSITORY"] = elsewhere.repository.path
    let found = try service.run(find)
    #expect(found.status == 0, "\(found.errors)")
    let folder = try #require(service.outputs["steps.bookc.outputs.folder"])
    #expect(FileManager.default.isExecutableFile(atPath: folder + "/Scripts/bookc"))
  }
}
