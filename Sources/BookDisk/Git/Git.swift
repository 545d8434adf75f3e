package import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// git, asked about the repository that a folder lies in: the only place that starts it.
///
/// A repository comes with a configuration that may name programs to run, and so do the person's own
/// configuration and the environment. None of them is run for a book: only commands are used that
/// need none (`Command`), the environment is our own, no protocol is allowed, and the work tree is
/// compared by our own means, since git's would run the repository's filters.
package struct Git: Sendable {
  /// Any folder of the work tree.
  package let folder: String
  /// The file of the program.
  private let program: String
  /// Folders of other people's that the person has told git to trust; asked for only after a refusal.
  private let trusted: [String]

  /// git's commands that read objects, names and the index, and start nothing.
  enum Command: String, Sendable, CaseIterable {
    case catFile = "cat-file"
    case forEachRef = "for-each-ref"
    case listFiles = "ls-files"
    case listTree = "ls-tree"
    case parseRevision = "rev-parse"
    case listRevisions = "rev-list"
  }

  /// The commands that are ever given to git, in order of their names.
  package static var commandNames: [String] { Command.allCases.map(\.rawValue).sorted() }

  /// Nil where git is not installed.
  package init?(folder: String) {
    guard let program = Self.installed() else { return nil }
    self.init(folder: folder, program: program, trusted: [])
  }

  private init(folder: String, program: String, trusted: [String]) {
    (self.folder, self.program, self.trusted) = (folder, program, trusted)
  }

  /// git for the repository of a folder, or why it cannot be read.
  package static func open(_ folder: String) throws(BuildFailure) -> Git {
    if let why = DiskWorkspace.whyNoFolder(folder) { throw .unreadable(path: folder, reason: why) }
    guard let git = Git(folder: folder) else {
      throw .missing("git is not installed: revisions cannot be read without it")
    }
    switch git.state() {
    case .readable: return git
    case .trustedByThePerson(let git): return git
    case .refused(let top): throw .usage(refusal(of: top))
    case .none:
      throw .usage(
        "'\(folder)' is not in a git repository that can be read: name two folders to compare, or "
          + "begin one with `git init`")
    }
  }

  /// What git makes of the folder.
  enum State {
    case readable
    /// Somebody else's, which the person's own configuration says to trust.
    case trustedByThePerson(Git)
    /// Somebody else's: its top folder as git names it.
    case refused(top: String)
    case none
  }

  func state() -> State {
    let answer = ask(.parseRevision, ["--show-prefix"])
    if answer?.ending == .exited(0) { return .readable }
    // The words of git's own refusal (safe.directory, CVE-2022-24765).
    guard let complaint = answer?.complaint, complaint.contains("dubious ownership") else {
      return .none
    }
    let git = Git(folder: folder, program: program, trusted: foldersTrusted())
    if git.line(.parseRevision, ["--show-prefix"]) != nil { return .trustedByThePerson(git) }
    let quoted = complaint.split(separator: "'", omittingEmptySubsequences: false)
    return .refused(top: quoted.count > 1 ? String(quoted[1]) : folder)
  }

  /// What to say when a repository belongs to somebody else.
  static func refusal(of top: String) -> String {
    "git does not read '\(top)', because it belongs to somebody else; if you trust it: "
      + "git config --global --add safe.directory '\(top)'"
  }

  // MARK: Asking

  /// What git printed, nil when it failed.
  func run(_ command: Command, _ arguments: [String], input: [UInt8] = []) -> [UInt8]? {
    guard let answer = ask(command, arguments, input: input), answer.ending == .exited(0) else {
      return nil
    }
    return answer.output
  }

  /// One line that git printed, without its end.
  func line(_ command: Command, _ arguments: [String]) -> String? {
    run(command, arguments).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
  }

  private func ask(
    _ command: Command, _ arguments: [String], input: [UInt8] = []
  ) -> ProgramAnswer? {
    let settings = (Self.settings + trusted.map { ("safe.directory", $0) })
      .flatMap { ["-c", "\($0.0)=\($0.1)"] }
    return runProgram(
      program, ["--no-pager", "-C", folder] + settings + [command.rawValue] + arguments,
      environment: Self.environment + Self.closedDoors, input: input)
  }

  /// What the person's own configuration and the machine's say to trust, read where no repository is.
  private func foldersTrusted() -> [String] {
    ["--global", "--system"].flatMap { scope -> [String] in
      let answer = runProgram(
        program, ["--no-pager", "-C", "/", "config", scope, "--get-all", "-z", "safe.directory"],
        environment: Self.environment)
      guard let answer, answer.ending == .exited(0) else { return [] }
      return answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  // MARK: Closed doors

  /// Settings that outrank the repository's own (git-config(1), "-c"): programs that git starts by
  /// itself around the commands used here, each made to be none.
  private static let settings: [(String, String)] = [
    ("core.fsmonitor", "false"), ("core.hooksPath", "/dev/null"), ("core.pager", "cat"),
    ("core.alternateRefsCommand", ""), ("core.untrackedCache", "false"),
    ("log.showSignature", "false"), ("gpg.program", "false"), ("gpg.ssh.program", "false"),
    ("gpg.x509.program", "false"), ("diff.external", ""), ("credential.helper", ""),
    ("core.sshCommand", "false"), ("core.gitProxy", ""), ("core.askPass", "false"),
    ("core.editor", "false"), ("protocol.allow", "never"), ("fetch.recurseSubmodules", "false"),
    ("gc.auto", "0"), ("maintenance.auto", "false"), ("submodule.recurse", "false"),
    // A repository that lies within the work tree as plain files is not one to read.
    ("safe.bareRepository", "explicit"),
  ]

  /// Beside what the person's environment keeps (`environment`).
  private static let closedDoors = [
    "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1",
    // An empty list: no protocol at all (git(1), GIT_ALLOW_PROTOCOL).
    "GIT_ALLOW_PROTOCOL=", "GIT_PROTOCOL_FROM_USER=0", "GIT_NO_LAZY_FETCH=1",
    "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat", "GIT_EDITOR=false",
    "GIT_SSH_COMMAND=false", "GIT_ASKPASS=false", "SSH_ASKPASS=false",
  ]

  /// Of the person's environment only where programs and her own settings lie, in git's own English.
  private static var environment: [String] {
    let kept = ["HOME", "XDG_CONFIG_HOME", "TMPDIR"].compactMap { name in
      Environment.value(name).map { "\(name)=\($0)" }
    }
    return kept + ["PATH=" + searchedFolders.joined(separator: ":"), "LC_ALL=C", "LANG=C"]
  }

  /// The folders of `PATH` that are named from the root: a `.` among them would run what lies in the
  /// book's own folder.
  private static var searchedFolders: [String] {
    (Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map(String.init).filter { $0.hasPrefix("/") }
  }

  private static func installed() -> String? {
    searchedFolders.map { $0 + "/git" }.first {
      DiskWorkspace.kindOnDisk($0) == .file && access($0, X_OK) == 0
    }
  }
}
