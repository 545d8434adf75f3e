import BookPictures

/// How the file of a picture is called, by its first bytes; nil for a kind that no book can hold.
func pictureEnding(of bytes: [UInt8]) -> String? {
  guard let kind = PictureKind(bytes), kind != .heif, kind != .tiff else { return nil }
  return kind.endings[0]
}
