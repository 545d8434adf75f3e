import BookXHTML

// The elements of the package document, the NCX and the container.
extension ElementName {
  static let package = ElementName("package")
  static let metadata = ElementName("metadata")
  static let manifest = ElementName("manifest")
  static let item = ElementName("item", isVoid: true)
  static let spine = ElementName("spine")
  static let itemref = ElementName("itemref", isVoid: true)
  static let guide = ElementName("guide")
  static let reference = ElementName("reference", isVoid: true)
  static let metaText = ElementName("meta")
  static let identifier = ElementName("dc:identifier")
  static let dcTitle = ElementName("dc:title")
  static let language = ElementName("dc:language")
  static let creator = ElementName("dc:creator")
  static let contributor = ElementName("dc:contributor")
  static let date = ElementName("dc:date")
  static let publisher = ElementName("dc:publisher")
  static let rights = ElementName("dc:rights")
  static let description = ElementName("dc:description")
  static let subject = ElementName("dc:subject")

  static let ncx = ElementName("ncx")
  static let docTitle = ElementName("docTitle")
  static let ncxText = ElementName("text")
  static let navMap = ElementName("navMap")
  static let navPoint = ElementName("navPoint")
  static let navLabel = ElementName("navLabel")
  static let content = ElementName("content", isVoid: true)
  static let pageList = ElementName("pageList")
  static let pageTarget = ElementName("pageTarget")

  static let container = ElementName("container")
  static let rootfiles = ElementName("rootfiles")
  static let rootfile = ElementName("rootfile", isVoid: true)
}
