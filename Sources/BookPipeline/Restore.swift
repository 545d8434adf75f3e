import BookDisk

/// Puts back, or sweeps away, what runs that were killed left in folders; a sentence for each run
/// that had replaced some of its files.
///
/// Every command that writes begins with it, before it reads what it will write anew.
func restore(_ folders: [String]) -> [String] {
  folders.flatMap { AtomicOutput(folder: $0).restore() }
}
