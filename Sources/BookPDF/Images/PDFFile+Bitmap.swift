extension PDFFile {
  /// Adds a bitmap as an image XObject, with its soft mask if it has one.
  mutating func add(_ bitmap: Bitmap, name: String, profile: PDFProfile) -> PlacedPicture {
    var entries: [UInt8] = []
    write(head: &entries, bitmap.width, bitmap.height, bits: bitmap.bits)
    entries.write("/ColorSpace")
    entries += colourSpace(of: bitmap, profile)
    if bitmap.isInverted {
      entries.write("/Decode[")
      for _ in 0..<bitmap.channels.rawValue { entries.write("1 0 ") }
      entries.append(0x5D)
    }
    if let alpha = bitmap.alpha {
      var mask: [UInt8] = []
      write(head: &mask, bitmap.width, bitmap.height, bits: 8)
      mask.write("/ColorSpace/DeviceGray")
      let reference = addCompressed(entries: mask, data: alpha)
      entries.write("/SMask ")
      entries.write(reference)
    }
    entries += bitmap.packing
    let image =
      bitmap.packing.isEmpty
      ? addCompressed(entries: entries, data: bitmap.data)
      : add(entries: entries, data: bitmap.data)
    return PlacedPicture(name: name, reference: image, orientation: bitmap.orientation)
  }

  private func write(head entries: inout [UInt8], _ width: Int, _ height: Int, bits: Int) {
    entries.write("/Type/XObject/Subtype/Image/Width ")
    entries.write(width)
    entries.write("/Height ")
    entries.write(height)
    entries.write("/BitsPerComponent ")
    entries.write(bits)
  }

  /// The picture's own profile; else the device space that the output intent covers, and sRGB named
  /// as such where the intent is CMYK.
  private mutating func colourSpace(of bitmap: Bitmap, _ profile: PDFProfile) -> [UInt8] {
    var base: [UInt8] = []
    let ownProfile = bitmap.profile ?? impliedProfile(of: bitmap, profile)
    if let ownProfile {
      var parameters: [UInt8] = []
      parameters.write("/N ")
      parameters.write(bitmap.channels.rawValue)
      base.write("[/ICCBased ")
      base.write(addShared(entries: parameters, data: ownProfile))
      base.append(0x5D)
    } else {
      switch bitmap.channels {
      case .gray: base.write("/DeviceGray")
      case .rgb: base.write("/DeviceRGB")
      case .cmyk: base.write("/DeviceCMYK")
      }
    }
    guard let palette = bitmap.palette else { return base }
    var space: [UInt8] = []
    space.write("[/Indexed")
    space += base
    space.append(0x20)
    space.write(max(0, palette.count / 3 - 1))
    space.append(0x3C)
    for byte in palette { space.write(hex: byte) }
    space.write(">]")
    return space
  }

  private func impliedProfile(of bitmap: Bitmap, _ profile: PDFProfile) -> [UInt8]? {
    profile == .print && bitmap.channels == .rgb ? sRGBProfile() : nil
  }
}
