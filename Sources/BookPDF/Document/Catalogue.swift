import BookLanguage
import BookTypesetting

/// The parts of the document catalogue that are known only when everything else is written.
struct Catalogue {
  var pageTree: Reference
  var structure: Reference?
  var destinations: Reference?
  var outline: Reference?
  var pageLabels: Reference
  var metadata: Reference
  var outputIntent: Reference
  var language: String

  /// True where the book's language is written from right to left, and its pages turned so.
  private var opensFromRight: Bool { Language.of(language).isRightToLeft }

  /// The dictionary (ISO 32000-1, 7.7.2).
  var dictionary: [UInt8] {
    var entries: [UInt8] = []
    entries.write("<</Type/Catalog/Pages ")
    entries.write(pageTree)
    entries.write("/Lang")
    entries.write(text: language)
    entries.write("/ViewerPreferences<</DisplayDocTitle true")
    if opensFromRight { entries.write("/Direction/R2L") }
    entries.write(">>/PageLayout/TwoPageRight/Metadata ")
    entries.write(metadata)
    entries.write("/OutputIntents[")
    entries.write(outputIntent)
    entries.write("]/PageLabels ")
    entries.write(pageLabels)
    if let structure {
      entries.write("/MarkInfo<</Marked true>>/StructTreeRoot ")
      entries.write(structure)
    }
    if let destinations {
      entries.write("/Names<</Dests ")
      entries.write(destinations)
      entries.write(">>")
    }
    if let outline {
      entries.write("/PageMode/UseOutlines/Outlines ")
      entries.write(outline)
    }
    entries.write(">>")
    return entries
  }
}

extension PDFFile {
  /// What the colours are meant for.
  mutating func addOutputIntent(_ options: PDFOptions) -> Reference {
    var entries: [UInt8] = []
    switch options.profile {
    case .screen:
      let profile = addShared(entries: Array("/N 3".utf8), data: sRGBProfile())
      entries.write("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
      entries.write("/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)")
      entries.write("/DestOutputProfile ")
      entries.write(profile)
      entries.write(">>")
    case .print:
      // A condition in the ICC's registry needs no profile in the file (ISO 15930-7, 6.2.2).
      entries.write("<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier")
      entries.write(text: options.printingCondition)
      entries.write("/RegistryName(http://www.color.org)/Info")
      entries.write(text: options.printingCondition)
      if let profile = options.conditionProfile {
        entries.write("/DestOutputProfile ")
        entries.write(addShared(entries: Array("/N 4".utf8), data: profile))
      }
      entries.write(">>")
    }
    return add(entries)
  }

  /// The page tree, two levels deep so that no node has too many children; gives back the parent
  /// of every page.
  mutating func addPageTree(root: Reference, leaves: [Reference]) -> [Reference] {
    let fanOut = 50
    var branches: [Reference] = []
    var parents: [Reference] = []
    for start in stride(from: 0, to: leaves.count, by: fanOut) {
      let part = leaves[start..<min(start + fanOut, leaves.count)]
      var entries: [UInt8] = []
      entries.write("<</Type/Pages/Parent ")
      entries.write(root)
      entries.write("/Kids")
      entries.write(part)
      entries.write("/Count ")
      entries.write(part.count)
      entries.write(">>")
      let branch = add(entries)
      branches.append(branch)
      parents += Array(repeating: branch, count: part.count)
    }
    var entries: [UInt8] = []
    entries.write("<</Type/Pages/Kids")
    entries.write(branches)
    entries.write("/Count ")
    entries.write(leaves.count)
    entries.write(">>")
    set(root, entries)
    return parents
  }
}
