/// The CMap that says what each code of a font means (ISO 32000-1, 9.10.3).
func toUnicodeMap(_ pairs: [(code: UInt16, text: PackedText)]) -> [UInt8] {
  let pairs = pairs.sorted { $0.code < $1.code }
  var map: [UInt8] = []
  map.write(
    """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
    /CMapName /Adobe-Identity-UCS def
    /CMapType 2 def
    1 begincodespacerange
    <0000> <FFFF>
    endcodespacerange

    """)
  // At most 100 lines to a block (Adobe Technical Note 5014).
  for start in stride(from: 0, to: pairs.count, by: 100) {
    let block = pairs[start..<min(start + 100, pairs.count)]
    map.write(block.count)
    map.write(" beginbfchar\n")
    for (code, text) in block {
      map.append(0x3C)
      map.write(hex16: code)
      map.write("> <")
      for unit in text.string.utf16 { map.write(hex16: unit) }
      map.write(">\n")
    }
    map.write("endbfchar\n")
  }
  map.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
  return map
}
