import BookModel
package import ArgumentParser
import BookDisk
import BookPipeline
import BookServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch

/// `bookc preview`: the book in a browser, following every save.
package struct Preview: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show the book in a browser and follow every save.",
    discussion: """
      EXAMPLES
        bookc preview my-memoir
        bookc preview my-memoir --host 0.0.0.0     also for the phone on the same sofa
      """)

  @OptionGroup var book: BookArgument

  @Option(help: "The port; the next free one is taken when it is in use.")
  var port = 4321

  @Option(help: "The address to listen on; 0.0.0.0 lets other devices in your network read it.")
  var host = "127.0.0.1"

  @Option(help: "A theme: a folder in Styles.")
  var theme: String?

  @Flag(help: "Open the browser.")
  var open = false

  @OptionGroup var jobs: JobsOption

  package init() {}

  package func validate() throws {
    if port < 1 || port > 65_535 { throw ValidationError("--port takes a number from 1 to 65535.") }
  }

  package func run() async throws {
    let request = PreviewRequest(book: book.folder, host: host, port: port, theme: theme)
    let surroundings = try jobs.surroundings()
    let opensBrowser = open
    let serving = Task {
      try await reportingFailures(of: book.book) { () async throws(BuildFailure) in
        try await serve(request, in: surroundings) { address in
          Terminal.output.write("The book is at \(address)\nCtrl-C ends it.\n")
          if opensBrowser { openInBrowser(address) }
        }
      }
    }
    // A dispatch source, not a handler: a handler could do next to nothing safely.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    let sources = [SIGINT, SIGTERM].map { number in
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { serving.cancel() }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await serving.value
  }
}
