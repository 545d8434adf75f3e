/// Builds the ICC profile of sRGB from its definition (IEC 61966-2-1; ICC.1:2004-10).
func sRGBProfile() -> [UInt8] {
  // The primaries and white of sRGB, adapted from D65 to the profile space's D50 by Bradford's
  // matrix; the three colorants add up to D50 exactly.
  let parts: [(tag: String, data: [UInt8])] = [
    ("desc", localizedText("sRGB")),
    ("cprt", localizedText("Public domain")),
    ("wtpt", xyz([0.9642, 1, 0.8249])),
    (
      "chad",
      fixedArray([
        1.047882, 0.022919, -0.050216, 0.029586, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678,
      ])
    ),
    ("rXYZ", xyz([0.436066, 0.222488, 0.013916])),
    ("gXYZ", xyz([0.385147, 0.716873, 0.097076])),
    ("bXYZ", xyz([0.143066, 0.060608, 0.714096])),
    ("rTRC", transferCurve()),
  ]
  let tagCount = parts.count + 2
  var offset = 128 + 4 + 12 * tagCount
  var table = big32(UInt32(tagCount))
  var data: [UInt8] = []
  for part in parts {
    let entry = big32(UInt32(offset)) + big32(UInt32(part.data.count))
    table += Array(part.tag.utf8) + entry
    if part.tag == "rTRC" {
      // All three channels share one curve.
      table += Array("gTRC".utf8) + entry + Array("bTRC".utf8) + entry
    }
    data += part.data + [UInt8](repeating: 0, count: (4 - part.data.count % 4) % 4)
    offset = 128 + 4 + 12 * tagCount + data.count
  }
  return header(size: 128 + table.count + data.count) + table + data
}

private func header(size: Int) -> [UInt8] {
  var bytes = big32(UInt32(size)) + [0, 0, 0, 0] + big32(0x0420_0000)
  bytes += Array("mntrRGB XYZ ".utf8)
  // A date of its own, as the clock must not come in: that of the standard.
  for part in [1999, 10, 18, 0, 0, 0] { bytes += [UInt8(part >> 8), UInt8(part & 0xFF)] }
  bytes += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
  bytes += big32(0x0000_F6D6) + big32(0x0001_0000) + big32(0x0000_D32D)
  return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
}

private func transferCurve() -> [UInt8] {
  // Parametric curve of type 3: (aX + b)^g above d, cX below.
  Array("para".utf8) + [0, 0, 0, 0, 0, 3, 0, 0]
    + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
}

private func localizedText(_ text: String) -> [UInt8] {
  let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  return Array("mluc".utf8) + [0, 0, 0, 0] + big32(1) + big32(12) + Array("enUS".utf8)
    + big32(UInt32(units.count)) + big32(28) + units
}

private func xyz(_ values: [Double]) -> [UInt8] {
  Array("XYZ ".utf8) + [0, 0, 0, 0] + values.flatMap(fixed)
}

private func fixedArray(_ values: [Double]) -> [UInt8] {
  Array("sf32".utf8) + [0, 0, 0, 0] + values.flatMap(fixed)
}

private func fixed(_ value: Double) -> [UInt8] {
  big32(UInt32(bitPattern: Int32((value * 65536).rounded())))
}

private func big32(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
