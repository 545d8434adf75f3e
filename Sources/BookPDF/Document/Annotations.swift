import BookTypesetting

/// A link annotation before it is written: one for every rectangle of a link.
struct AnnotationPlan: Sendable {
  var reference: Reference
  /// Index into the page list.
  var page: Int
  /// The `Link` element.
  var node: Int
  var rectangle: Rectangle
  var target: PageLink.Target
  var contents: String
}

extension PDFFile {
  /// The annotations of all pages, their numbers reserved.
  mutating func planAnnotations(_ pages: PageList) -> [AnnotationPlan] {
    let names = Set(pages.destinations.map(\.name))
    var plans: [AnnotationPlan] = []
    for (number, page) in pages.pages.enumerated() {
      for link in page.links where pages.structure.nodes.indices.contains(link.node) {
        // A link to a place that is not there would be a fault in the file (PDF/UA-1, 7.18.5).
        if case .destination(let name) = link.target, !names.contains(name) { continue }
        for rectangle in link.rectangles {
          plans.append(
            AnnotationPlan(
              reference: reserve(), page: number, node: link.node, rectangle: rectangle,
              target: link.target, contents: link.contents))
        }
      }
    }
    return plans
  }

  /// Writes the annotations; `firstKey` is the parent tree's key of the first.
  mutating func add(_ plans: [AnnotationPlan], _ geometry: PageGeometry, firstKey: Int) {
    for (index, plan) in plans.enumerated() {
      let corners = geometry.corners(plan.rectangle)
      var entries: [UInt8] = []
      entries.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
      for (place, part) in [corners.left, corners.bottom, corners.right, corners.top].enumerated() {
        if place > 0 { entries.append(0x20) }
        entries.write(thousandths: part)
      }
      entries.write("]/StructParent ")
      entries.write(firstKey + index)
      entries.write("/Contents")
      entries.write(text: plan.contents.isEmpty ? plan.fallbackContents : plan.contents)
      switch plan.target {
      case .destination(let name):
        entries.write("/Dest")
        entries.write(text: name)
      case .uri(let address):
        entries.write("/A<</S/URI/URI")
        entries.write(literal: address.utf8)
        entries.write(">>")
      }
      entries.write(">>")
      set(plan.reference, entries)
    }
  }
}

extension AnnotationPlan {
  /// What the link says when the pages give no words for it (PDF/UA-1, 7.18.5).
  fileprivate var fallbackContents: String {
    switch target {
    case .destination(let name): name
    case .uri(let address): address
    }
  }
}
