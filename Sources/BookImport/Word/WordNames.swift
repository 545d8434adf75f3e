import BookXML

/// The vocabularies of Word's files under our prefixes, strict and transitional alike.
enum WordNames {
  static let all: XMLNames = {
    let transitional = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/"
    return XMLNames(
      [
        transitional + "wordprocessingml/2006/main": "w", strict + "wordprocessingml/main": "w",
        transitional + "officeDocument/2006/relationships": "r",
        strict + "officeDocument/relationships": "r",
        transitional + "drawingml/2006/wordprocessingDrawing": "wp",
        strict + "drawingml/wordprocessingDrawing": "wp",
        transitional + "drawingml/2006/main": "a", strict + "drawingml/main": "a",
        transitional + "drawingml/2006/picture": "pic", strict + "drawingml/picture": "pic",
        transitional + "drawingml/2006/chart": "c", strict + "drawingml/chart": "c",
        transitional + "drawingml/2006/diagram": "dgm", strict + "drawingml/diagram": "dgm",
        transitional + "officeDocument/2006/math": "m", strict + "officeDocument/math": "m",
        transitional + "markup-compatibility/2006": "mc",
        microsoft + "word/2010/wordprocessingShape": "wps",
        microsoft + "word/2010/wordprocessingGroup": "wpg",
        microsoft + "word/2010/wordprocessingCanvas": "wpc",
        microsoft + "word/2010/wordml": "w14", microsoft + "word/2012/wordml": "w15",
        "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
        "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
        "http://www.w3.org/XML/1998/namespace": "xml",
      ], ignoring: ["w:rsid", "w14:paraId", "w14:textId"])
  }()
}

extension XMLElement {
  /// Whether a switch such as `w:b` is on: it is where it stands, unless it says otherwise.
  var isOn: Bool {
    switch self["w:val"] {
    case "0", "false", "off", "none": false
    default: true
    }
  }

  /// A number in `w:val`.
  var number: Int? { self["w:val"].flatMap { Int($0) } }
}
