import BookCLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

signal(SIGPIPE, SIG_IGN)
exit(await Bookc.status(of: Array(CommandLine.arguments.dropFirst())))
