import BookTypesetting

extension PDFJob {
  /// Adds the pages and the tree they hang in.
  mutating func addPages(
    _ contents: [Contents], _ references: [Reference], _ annotations: [AnnotationPlan],
    _ setting: PageSetting, tree: Reference
  ) {
    let resources = addResources(setting)
    let streams = contents.map { content in
      file.add(
        entries: content.isCompressed ? Array("/Filter/FlateDecode".utf8) : [], data: content.data)
    }
    var annotationsByPage: [[Reference]] = Array(repeating: [], count: references.count)
    for plan in annotations { annotationsByPage[plan.page].append(plan.reference) }
    let (recto, verso) = (geometry.boxes, versoGeometry.boxes)
    let parents = file.addPageTree(root: tree, leaves: references)
    for (index, reference) in references.enumerated() {
      var entries: [UInt8] = []
      entries.write("<</Type/Page/Parent ")
      entries.write(parents[index])
      entries += index % 2 == 1 ? verso : recto
      entries.write("/Resources ")
      entries.write(resources)
      entries.write("/Contents ")
      entries.write(streams[index])
      if setting.isTagged {
        entries.write("/StructParents ")
        entries.write(index)
        // The tab key follows the structure (ISO 14289-1, 7.18.3).
        entries.write("/Tabs/S")
      }
      if !annotationsByPage[index].isEmpty {
        entries.write("/Annots")
        entries.write(annotationsByPage[index])
      }
      entries.write(">>")
      file.set(reference, entries)
    }
  }

  /// Fonts and pictures, shared by all pages.
  private mutating func addResources(_ setting: PageSetting) -> Reference {
    var entries: [UInt8] = []
    entries.write("<</Font<<")
    for guise in setting.fonts.compactMap({ $0 }).flatMap(\.guises) {
      entries.write(name: guise.name)
      entries.append(0x20)
      entries.write(guise.reference)
    }
    entries.write(">>")
    let pictures = setting.pictures.compactMap { $0 }
    if !pictures.isEmpty {
      entries.write("/XObject<<")
      for picture in pictures {
        entries.write(name: picture.name)
        entries.append(0x20)
        entries.write(picture.reference)
      }
      entries.write(">>")
    }
    entries.write(">>")
    return file.add(entries)
  }
}
