import BookXML

extension OpenDocumentReader {
  mutating func readFrame(_ element: XMLElement, _ look: TypedRun) {
    let alternative =
      (element.first("svg:desc") ?? element.first("svg:title"))?.text.trimmedBlanks ?? ""
    if let object = element.first("draw:object") ?? element.first("draw:object-ole") {
      let path = (object["xlink:href"] ?? "").drop { $0 == "." || $0 == "/" }
      var words = ""
      if let bytes = package.part(path + "/content.xml"),
        let root = XMLElement.read(bytes, names: Self.names).root
      {
        if root.name == "math:math" || root.name == "math" {
          let signs = root.withoutAnnotations.text.trimmedBlanks
          document.leftOut.append(
            LeftOut(.equation, "its signs stand in the text, set as plain words", place: place))
          add(signs, look, isHidden: false)
          return
        }
        words = root.plainText
      }
      document.leftOut.append(
        LeftOut(.embedded, "a file of another program \(words)", place: place))
      return
    }
    var isTaken = false
    for child in element.elements {
      switch child.name {
      case "draw:text-box": takeBox(child)
      case "draw:image" where !isTaken:
        isTaken = takePicture(child, alternative)
      default: break
      }
    }
  }

  mutating func takePicture(_ element: XMLElement, _ alternative: String) -> Bool {
    guard let target = element["xlink:href"] else { return false }
    let path = target.hasPrefix("./") ? String(target.dropFirst(2)) : target
    if path.contains(":") || path.hasPrefix("../") {
      document.leftOut.append(LeftOut(.picture, "a picture that is not in the file", place: place))
      return false
    }
    let key = path + "\u{0}" + alternative
    if let known = pictureIDs[key] {
      line.append(TypedRun(.picture(known)))
      return true
    }
    let bytes = package.part(path, atMost: ImportLimits.pictureBytes)
    guard let bytes, let ending = pictureEnding(of: bytes) else {
      let fault = bytes.map { pictureAdvice(for: $0) } ?? "is missing"
      document.leftOut.append(
        LeftOut(.picture, "a picture \(fault): \(alternative)", place: place))
      return false
    }
    pictureIDs[key] = document.pictures.count
    document.pictures.append(TypedPicture(bytes: bytes, ending: ending, alternative: alternative))
    line.append(TypedRun(.picture(document.pictures.count - 1)))
    return true
  }
}
