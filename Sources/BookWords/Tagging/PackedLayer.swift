/// One layer of the model: a table of features and the weights of each feature for each class.
///
/// A feature is a key of 32 bits made of atoms; its weights are found by the upper bits and told apart
/// by the lower sixteen. See Scripts/tagger/README.md.
struct PackedLayer: Sendable {
  /// A template: the places of the atoms it joins.
  private struct Template: Sendable {
    var seed: UInt32
    var count: Int
    var atoms: SIMD4<UInt8>
  }

  private let templates: [Template]
  private let bits: UInt32
  private let buckets: Int
  private let rows: Int

  /// - Parameters:
  ///   - table: where the templates begin
  ///   - start: where the weights begin
  ///   - atoms: how many atoms a template may name
  init?(
    table: Int, weights start: Int, end: Int, atoms: Int,
    in model: UnsafeRawBufferPointer
  ) {
    let count = Int(model.word(table))
    guard table + 4 + 5 * count <= model.count else { return nil }
    var templates: [Template] = []
    for index in 0..<count {
      let row = table + 4 + 5 * index
      let places = SIMD4(model[row + 1], model[row + 2], model[row + 3], model[row + 4])
      guard (1...4).contains(model[row]), places.max() < atoms else { return nil }
      templates.append(
        Template(
          seed: mixed(0x811C_9DC5, UInt32(index + 1)), count: Int(model[row]), atoms: places))
    }
    self.templates = templates
    bits = model.word(start)
    guard bits > 0, bits < 24 else { return nil }
    buckets = start + 8
    rows = buckets + 4 * ((1 << bits) + 1)
    guard rows <= end, rows + Int(model.word(rows - 4)) <= end else { return nil }
    guard isSound(in: model) else { return nil }
  }

  /// Whether the rows of every bucket fill it, no row reaching beyond.
  private func isSound(in model: UnsafeRawBufferPointer) -> Bool {
    var row = rows
    for bucket in 0..<(1 << Int(bits)) {
      let end = rows + Int(model.word(buckets + 4 * bucket + 4))
      while row < end {
        let next = row + 3 + 2 * Int(model[row + 2])
        guard next <= end else { return false }
        row = next
      }
      guard row == end else { return false }
    }
    return true
  }

  /// Room for the scores of every class that a byte can name.
  static let scoreRoom = 256

  /// Adds up the weights of every template that fires.
  ///
  /// - Parameter scores: `scoreRoom` of them
  func score(
    _ atoms: UnsafeMutablePointer<UInt32>, into scores: UnsafeMutableBufferPointer<Int32>,
    in model: UnsafeRawBufferPointer
  ) {
    scores.update(repeating: 0)
    templates.withUnsafeBufferPointer { templates in
      for template in templates {
        let first = atoms[Int(template.atoms[0])]
        if first == 0 { continue }
        var key = mixed(template.seed, first)
        if template.count > 1 { key = mixed(key, atoms[Int(template.atoms[1])]) }
        if template.count > 2 { key = mixed(key, atoms[Int(template.atoms[2])]) }
        if template.count > 3 { key = mixed(key, atoms[Int(template.atoms[3])]) }
        key = spread(key)
        let bucket = buckets &+ 4 &* Int(key &>> (32 &- bits))
        let check = UInt16(truncatingIfNeeded: key)
        var row = rows &+ Int(model.word(bucket))
        let end = rows &+ Int(model.word(bucket &+ 4))
        while row < end, model.half(row) != check { row &+= 3 &+ 2 &* Int(model[row &+ 2]) }
        if row >= end { continue }
        var pair = row &+ 3
        let last = pair &+ 2 &* Int(model[row &+ 2])
        while pair < last {
          scores[Int(model[pair])] &+= Int32(Int8(bitPattern: model[pair &+ 1]))
          pair &+= 2
        }
      }
    }
  }
}

/// Joins one more atom to a key.
@inline(__always) func mixed(_ key: UInt32, _ atom: UInt32) -> UInt32 {
  let product = (key ^ atom) &* 0x9E37_79B1
  return product ^ (product &>> 15)
}

/// A key with every bit of it spread over all.
@inline(__always) func spread(_ key: UInt32) -> UInt32 {
  var key = key
  key ^= key &>> 13
  key = key &* 0x85EB_CA6B
  key ^= key &>> 16
  return key == 0 ? 1 : key
}
