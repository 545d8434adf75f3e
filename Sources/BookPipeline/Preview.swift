import BookDiagnostics
package import BookManuscript
package import BookModel
import BookPDF
package import BookPreview

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `bookc preview` was asked for.
package struct PreviewRequest: Sendable {
  /// The book's folder.
  package var book: String
  /// The address to listen on.
  package var host: String
  /// The first port to try.
  package var port: Int
  /// Nil: what book.yaml names.
  package var theme: String?

  package init(book: String, host: String, port: Int, theme: String?) {
    self.book = book
    self.host = host
    self.port = port
    self.theme = theme
  }
}

/// A book that is compiled again and again, with what can be kept kept.
///
/// Chapters whose bytes, header and language are the same are not parsed again. Everything that
/// depends on the whole book is worked out anew, so that each state equals one from nothing.
package struct IncrementalBook: Sendable {
  private var parsed = ParsedChapters()
  private var lastGood: AnnotatedBook?
  private var version = 0
  private var changed: Int?

  package init() {}

  /// The next state of the book in a workspace; nil before any state could be shown.
  package mutating func update<Files: Workspace>(
    from workspace: Files, prefix: String, sourceDateEpoch: Int?, jobs: Int,
    theme: (String) throws(BuildFailure) -> Theme
  ) async throws(BuildFailure) -> LiveBook? {
    let compilation = await compile(
      workspace, prefix: prefix, sourceDateEpoch: sourceDateEpoch, jobs: jobs, reusing: parsed)
    changed = compilation.parsed.firstChange(since: parsed) ?? changed
    parsed = compilation.parsed
    version += 1
    var isStale = false
    // A manuscript with errors is shown as far as it was read, unless it was not read at all.
    if let annotated = compilation.annotated, !annotated.book.chapters.isEmpty,
      !compilation.hasErrors || lastGood == nil
    {
      lastGood = annotated
    } else {
      isStale = true
    }
    guard let shown = lastGood else { return nil }
    return LiveBook(
      version: version, annotated: shown,
      faults: DiagnosticList(compilation.diagnostics, sources: compilation.sources),
      isStale: isStale, theme: try theme(shown.book.metadata.theme), changed: changed)
  }
}

/// Serves the book and follows every save until the task is cancelled.
///
/// `ready` is told the address once the server listens.
package func preview(
  _ request: PreviewRequest, in surroundings: Surroundings,
  ready: @escaping @Sendable (String) -> Void
) async throws(BuildFailure) {
  guard DiskWorkspace.isFolder(request.book) else {
    throw .unreadable(path: request.book, reason: "there is no such folder")
  }
  let themes: @Sendable (String) throws(BuildFailure) -> Theme = { name throws(BuildFailure) in
    try theme(
      named: request.theme ?? name, forBookAt: request.book, near: surroundings.programFolder)
  }
  var incremental = IncrementalBook()
  let first = try await incremental.update(
    from: DiskWorkspace(root: request.book), prefix: request.book,
    sourceDateEpoch: surroundings.sourceDateEpoch, jobs: surroundings.jobs, theme: themes)
  guard let first else {
    throw .usage("'\(request.book)' could not be read as a book; `bookc check` says why")
  }
  let server = PreviewServer(first, hosts: hostNames(request.host), pdf: pdfSetter(surroundings))
  let following = Task.detached { [incremental] in
    await follow(request, surroundings, incremental, themes, server)
  }
  defer { following.cancel() }
  do {
    try await server.run(address: request.host, port: request.port) { port in
      ready("http://\(request.host == "0.0.0.0" ? "127.0.0.1" : request.host):\(port)/")
    }
  } catch {
    throw .missing(
      "cannot listen on \(request.host) at port \(request.port) or the 19 after it: \(error)")
  }
}

/// Host names a browser may send for an address; anything else could be a page elsewhere that
/// points a name of its own at this machine.
private func hostNames(_ address: String) -> Set<String> {
  switch address {
  case "127.0.0.1": return ["127.0.0.1", "localhost", "[::1]"]
  case "0.0.0.0":
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .lowercased()
    return Set(["127.0.0.1", "localhost", name, name + ".local"] + ownAddresses())
  default: return [address]
  }
}

/// The numeric IPv4 addresses of this machine.
private func ownAddresses() -> [String] {
  var list: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&list) == 0 else { return [] }
  defer { freeifaddrs(list) }
  var result: [String] = []
  var next = list
  while let entry = next {
    next = entry.pointee.ifa_next
    guard let address = entry.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else {
      continue
    }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    if getnameinfo(
      address, socklen_t(MemoryLayout<sockaddr_in>.size), &name, socklen_t(name.count), nil, 0,
      NI_NUMERICHOST) == 0
    {
      result.append(
        String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }
  return result
}

private func follow(
  _ request: PreviewRequest, _ surroundings: Surroundings, _ start: IncrementalBook,
  _ themes: @escaping @Sendable (String) throws(BuildFailure) -> Theme, _ server: PreviewServer
) async {
  var incremental = start
  let folders =
    ["", "/chapters", "/images"].map { request.book + $0 }
    + ["classic", "modern", "large-print"].flatMap { name in
      [request.book + "/Styles/" + name, request.book + "/../Styles/" + name]
    }
  for await _ in changes(in: folders) {
    let next = try? await incremental.update(
      from: DiskWorkspace(root: request.book), prefix: request.book,
      sourceDateEpoch: surroundings.sourceDateEpoch, jobs: surroundings.jobs, theme: themes)
    if let next { await server.show(next) }
  }
}

/// Sets the pages of a state, or nil where this bookc has no pages.
private func pdfSetter(
  _ surroundings: Surroundings
) -> (@Sendable (LiveBook) async -> [UInt8]?)? {
  guard defaultFormatNames.contains("pdf") else { return nil }
  let setter = PDFSetter()
  return { book in
    await setter.pdf(of: book.source, theme: book.dress, jobs: surroundings.jobs)
  }
}
