import BookDiagnostics

/// Tells how many pages a TIFF has (TIFF 6.0, 2): scanners and fax programs put several into one
/// file, and a book shows one.
func examineTIFF(_ bytes: [UInt8], _ picture: inout ExaminedPicture) {
  let isLittle = bytes.first == 0x49
  func number(_ at: Int, _ count: Int) -> Int {
    isLittle ? littleEndian(bytes, at, count) : bigEndian(bytes, at, count)
  }
  // 43 is BigTIFF, whose offsets are longer; nobody scans letters into it.
  guard number(2, 2) == 42 else { return }
  var pages = 0
  var seen: Set<Int> = []
  var place = number(4, 4)
  while place > 0, place + 2 <= bytes.count, seen.count < mostDirectories,
    seen.insert(place).inserted
  {
    let entries = number(place, 2)
    var isSmallCopy = false
    for entry in 0..<entries {
      let at = place + 2 + entry * 12
      if at + 12 > bytes.count { break }
      // NewSubfileType, bit 0: a reduced copy of another page.
      if number(at, 2) == 254, number(at + 8, 4) & 1 == 1 { isSmallCopy = true }
    }
    if !isSmallCopy { pages += 1 }
    place = number(place + 2 + entries * 12, 4)
  }
  if pages > 1 {
    picture.faults.append(
      (
        .imagePages,
        "has \(pages) pages, of which the first is shown; save each as a picture of its own"
      ))
  }
}

/// Directories that are followed in one file.
private let mostDirectories = 1000
