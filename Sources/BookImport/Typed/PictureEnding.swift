import BookPictures

/// How the file of a picture is called, by its first bytes; nil for a kind that nothing here reads.
func pictureEnding(of bytes: [UInt8]) -> String? { PictureKind(bytes)?.endings[0] }

/// What is wrong with a picture whose kind nothing here reads, and what its author can do: the end
/// of a sentence that begins with the picture.
func pictureAdvice(for bytes: [UInt8]) -> String {
  switch bytes.prefix(4) {
  case [1, 0, 0, 0], [0xD7, 0xCD, 0xC6, 0x9A], [1, 0, 9, 0], [2, 0, 9, 0]:
    "is a drawing of Windows (EMF or WMF), which no book can hold; in Word choose Save as Picture, "
      + "save it as PNG and put that in its place"
  case let head where head.starts(with: Array("BM".utf8)):
    "is a BMP, which no book can hold; save it as PNG and put that in its place"
  case [0x25, 0x50, 0x44, 0x46]:
    "is a page of a PDF, which no book can hold; save it as PNG and put that in its place"
  default: "is of a kind that no book can hold; save it as PNG or JPEG and put that in its place"
  }
}
