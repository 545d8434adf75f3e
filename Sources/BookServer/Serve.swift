import BookDisk
import BookDiagnostics
import BookManuscript
package import BookModel
import BookPDF
package import BookPipeline
import BookPreview

/// What `bookc preview` was asked for.
package struct PreviewRequest: Sendable {
  /// The book's folder.
  package var book: String
  /// The address or name to listen on.
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

/// Serves the book and follows every save until the task is cancelled.
///
/// `ready` is told the address once the server listens.
package func serve(
  _ request: PreviewRequest, in surroundings: Surroundings,
  ready: @escaping @Sendable (String) -> Void
) async throws(BuildFailure) {
  if let why = whyNoBook(at: request.book) {
    throw .unreadable(path: request.book, reason: why)
  }
  let themes: FindTheme = { name, sources throws(BuildFailure) in
    try theme(
      named: request.theme ?? name, forBookAt: request.book, near: surroundings.programFolder,
      addingTo: &sources)
  }
  var incremental = IncrementalBook()
  let first = try await incremental.update(
    from: DiskWorkspace(root: request.book), prefix: "",
    sourceDateEpoch: surroundings.sourceDateEpoch, jobs: surroundings.jobs,
    pictures: surroundings.pictureMaker(forBookAt: request.book), theme: themes)
  guard let first else {
    throw .usage("'\(request.book)' could not be read as a book; `bookc check` says why")
  }
  let host = PreviewHost(request.host)
  let server = PreviewServer(first, at: host, setPages: pageSetter(surroundings))
  let following = Task.detached { [incremental] in
    await follow(request, surroundings, incremental, themes, server)
  }
  defer { following.cancel() }
  do {
    try await server.run(port: request.port) { ready(host.address(port: $0)) }
  } catch {
    throw .missing(
      "cannot listen on \(request.host) at port \(request.port) or the 19 after it: \(error)")
  }
}

private func follow(
  _ request: PreviewRequest, _ surroundings: Surroundings, _ start: IncrementalBook,
  _ themes: @escaping FindTheme, _ server: PreviewServer
) async {
  var incremental = start
  let book = request.book
  for await _ in changes(in: { foldersWithin(book) + foldersWithin(book + "/../Styles") }) {
    let next = try? await incremental.update(
      from: DiskWorkspace(root: request.book), prefix: "",
      sourceDateEpoch: surroundings.sourceDateEpoch, jobs: surroundings.jobs,
      pictures: surroundings.pictureMaker(forBookAt: request.book), theme: themes)
    if let next { await server.show(next) }
  }
}

/// Sets the pages of a state, or nil where this bookc has no pages.
private func pageSetter(
  _ surroundings: Surroundings
) -> (@Sendable (LiveBook) async -> PrintedPages?)? {
  guard defaultFormatNames.contains("pdf") else { return nil }
  let setter = PDFSetter(files: DiskWorkspace.machine)
  return { book in
    let rendering = await setter.render(
      book.outline, theme: book.dress, jobs: surroundings.jobs)
    return rendering.artifacts.first.map {
      PrintedPages(bytes: $0.bytes, starts: rendering.pageStarts)
    }
  }
}
