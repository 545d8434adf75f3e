package import BookDiagnostics
import BookZip

/// What is wrong with a finished EPUB, and the documents that the messages point into.
package struct EPUBCheckResult: Sendable {
  /// In the order they were found.
  package var diagnostics: [Diagnostic]
  /// The documents of the archive that were read.
  package var sources: SourceFiles
}

/// Checks an EPUB from anywhere: its archive, its package and every document, never trusting any.
///
/// `name` is what messages call the file.
package func checkEPUB(_ bytes: [UInt8], name: String) -> EPUBCheckResult {
  var check = ArchiveCheck(name: name)
  check.run(bytes)
  return EPUBCheckResult(diagnostics: check.diagnostics, sources: check.sources)
}

/// The check of an archive as such; what it finds sound it hands on to the check of the package.
private struct ArchiveCheck {
  let name: String
  var diagnostics: [Diagnostic] = []
  var sources = SourceFiles()

  mutating func run(_ bytes: [UInt8]) {
    do throws(ZipFault) {
      let archive = try ZipReader(bytes)
      let faults = archive.faults()
      diagnostics += faults.map(diagnostic)
      checkMimetype(bytes, archive.entries)
      // Nothing is inflated from an archive that tries to do harm.
      if !faults.isEmpty { return }
      for entry in archive.entries where !entry.isFolder {
        if let stated = entry.sizeInLocalHeader, stated != entry.size {
          throw .sizeLies(entry.name)
        }
        try archive.verify(entry)
      }
      let sign = Array("application/epub+zip".utf8)
      if let entry = archive.entries.first(where: { $0.name == "mimetype" }) {
        // A sign a thousand times as long is none either, and need not be read.
        let isTrue = entry.size == sign.count ? try archive.read(entry) == sign : false
        if !isTrue { report(.epubMimetype, "'mimetype' does not hold 'application/epub+zip'") }
      }
      var package = PackageCheck(archive, name: name, sources: sources)
      package.run()
      diagnostics += package.diagnostics
      sources = package.sources
    } catch {
      diagnostics.append(diagnostic(error))
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String) {
    diagnostics.append(Diagnostic(code, "\(name): \(message)", at: nil))
  }

  /// The first 38 bytes and what follows them: OCF 3.3, 4.2.6.2.
  private mutating func checkMimetype(_ bytes: [UInt8], _ entries: [ZipEntry]) {
    let isFirst =
      bytes.count > 58 && Array(bytes[0..<4]) == [0x50, 0x4B, 3, 4]
      && Array(bytes[30..<38]) == Array("mimetype".utf8) && bytes[26] == 8 && bytes[27] == 0
    guard let entry = entries.first(where: { $0.name == "mimetype" }) else {
      return report(.epubMimetype, "there is no file 'mimetype' in the archive")
    }
    if entry.isDeflated {
      report(.epubMimetype, "'mimetype' is compressed")
    } else if !isFirst {
      report(.epubMimetype, "'mimetype' is not the first file of the archive")
    } else if bytes[28] != 0 || bytes[29] != 0 {
      report(.epubMimetype, "'mimetype' has an extra field")
    }
  }

  private func diagnostic(_ fault: ZipFault) -> Diagnostic {
    let (code, words): (DiagnosticCode, String) =
      switch fault {
      case .empty: (.epubNotAnArchive, "the file is empty")
      case .notAnArchive: (.epubNotAnArchive, "the file is no ZIP archive")
      case .damaged(let words): (.epubDamaged, "the archive cannot be read: \(words)")
      case .tooManyEntries(let count): (.epubBomb, "the archive holds \(count) files")
      case .duplicate(let entry, let earlier):
        (
          .epubEntryTwice,
          entry == earlier
            ? "'\(entry)' is in the archive twice"
            : "'\(entry)' and '\(earlier)' differ in capitals alone"
        )
      case .unsafePath(let entry):
        (.epubUnsafeEntry, "the path '\(entry)' leads out of the archive")
      case .symbolicLink(let entry): (.epubUnsafeEntry, "'\(entry)' is a symbolic link")
      case .encrypted(let entry): (.epubUnsafeEntry, "'\(entry)' is encrypted")
      case .tooLarge(let entry, let size):
        (.epubBomb, "'\(entry)' would be \(size >> 20) MB, or with it the archive too large")
      case .bomb(let entry, let ratio):
        (.epubBomb, "'\(entry)' inflates to \(ratio) times its packed size")
      case .sizeLies(let entry): (.epubSizeLies, "'\(entry)' is not as long as the archive states")
      case .damagedEntry(let entry, let words):
        (.epubDamaged, "'\(entry)' cannot be read: \(words)")
      }
    return Diagnostic(code, "\(name): \(words)", at: nil)
  }
}
