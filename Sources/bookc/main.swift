import BookCLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

signal(SIGPIPE, SIG_IGN)
#if canImport(Glibc)
  // Chapters come and go as buffers of a few hundred kilobytes: kept in the heap they cost no
  // page faults each time.
  mallopt(M_MMAP_THRESHOLD, 256 << 20)
  mallopt(M_TRIM_THRESHOLD, 512 << 20)
  mallopt(M_TOP_PAD, 16 << 20)
#endif
exit(await Bookc.status(of: Array(CommandLine.arguments.dropFirst())))
