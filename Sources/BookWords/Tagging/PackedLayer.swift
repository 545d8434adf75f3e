/// One layer of the model: a table of features and the weights of each feature for each class.
///
/// A feature is a key of 32 bits made of atoms; its weights are found by the upper bits and told apart
/// by the lower sixteen. See Scripts/tagger/README.md. Features that speak of many classes, which are
/// those met most, have their weights laid out class by class when the model is read.
struct PackedLayer: Sendable {
  /// A template: the places of the atoms it joins.
  private struct Template: Sendable {
    var seed: UInt32
    var first: UInt8
    var second: UInt8
    var third: UInt8
    var fourth: UInt8
  }

  /// Where the weights of one feature are.
  private struct Row: Sendable {
    let packed: UInt32

    init(packed: UInt32) { self.packed = packed }

    init?(pairs: Int, start: Int) {
      guard pairs <= Int(UInt8.max), start < 1 << Self.startBits else { return nil }
      packed = UInt32(pairs) << Self.startBits | UInt32(start)
    }

    private static let startBits: UInt32 = 24

    /// How many pairs of a class and its weight there are; 0 where they are laid out.
    var pairs: Int { Int(packed &>> Self.startBits) }
    /// Where the pairs begin in the model, or the lanes in `laidOut`.
    var start: Int { Int(packed & (1 &<< Self.startBits &- 1)) }
  }

  /// Weights or scores of neighbouring classes.
  typealias Lane = SIMD8<Int16>

  /// Those of one atom, of two, of three and of four.
  private let templates: [[Template]]
  private let bits: UInt32
  /// Where in `rows` those of each bucket begin, and one more.
  private let buckets: [UInt32]
  /// What tells the rows of a bucket apart, all of them others; by themselves, so that they are near.
  private let checks: [UInt16]
  private let rows: [Row]
  private let laidOut: [Lane]
  /// How many lanes the classes fill.
  private let lanes: Int

  private static let mostAtoms = 4
  /// So many weights of a byte each never leave sixteen bits when they are added up.
  private static let mostTemplates = 255
  /// A class and its weight.
  private static let pairWidth = 2
  /// From so many pairs on weights are laid out.
  private static let pairsToLayOut = 12

  /// - Parameters:
  ///   - table: where the templates begin
  ///   - start: where the weights begin
  ///   - atoms: how many atoms a template may name
  ///   - classes: how many classes are asked for
  init?(
    table: Int, weights start: Int, end: Int, atoms: Int, classes: Int,
    in model: UnsafeRawBufferPointer
  ) {
    let count = Int(model.word(table))
    guard count <= Self.mostTemplates, table + 4 + 5 * count <= model.count else { return nil }
    var templates: [[Template]] = Array(repeating: [], count: Self.mostAtoms)
    for index in 0..<count {
      let row = table + 4 + 5 * index
      let places = SIMD4(model[row + 1], model[row + 2], model[row + 3], model[row + 4])
      guard (1...Self.mostAtoms).contains(Int(model[row])), places.max() < atoms else {
        return nil
      }
      templates[Int(model[row]) - 1].append(
        Template(
          seed: mixed(0x811C_9DC5, UInt32(index + 1)), first: places[0], second: places[1],
          third: places[2], fourth: places[3]))
    }
    self.templates = templates
    bits = model.word(start)
    lanes = (classes + Lane.scalarCount - 1) / Lane.scalarCount
    guard bits > 0, bits < 24 else { return nil }
    let ends = start + 8
    let base = ends + 4 * ((1 << bits) + 1)
    guard base <= end, base + Int(model.word(base - 4)) <= end else { return nil }
    var buckets: [UInt32] = [0]
    buckets.reserveCapacity((1 << Int(bits)) + 1)
    var table = Table(classes: classes, lanes: lanes)
    var at = base
    for bucket in 0..<(1 << Int(bits)) {
      let bucketEnd = base + Int(model.word(ends + 4 * bucket + 4))
      // The rows of every bucket fill it, none reaching beyond.
      while at < bucketEnd {
        guard let next = table.add(at, end: bucketEnd, behind: buckets[bucket], in: model) else {
          return nil
        }
        at = next
      }
      guard at == bucketEnd else { return nil }
      buckets.append(UInt32(table.rows.count))
    }
    self.buckets = buckets
    // As many behind the last as are compared at once.
    table.checks += repeatElement(0, count: Self.lanesAtOnce)
    (checks, rows, laidOut) = (table.checks, table.rows, table.laidOut)
  }

  /// Rows as they are read.
  private struct Table {
    let classes: Int
    let lanes: Int
    var checks: [UInt16] = []
    var rows: [Row] = []
    var laidOut: [Lane] = []

    /// Adds the row at a place of the model, unless one of its bucket has its check; says where the
    /// next begins.
    mutating func add(
      _ at: Int, end: Int, behind first: UInt32, in model: UnsafeRawBufferPointer
    ) -> Int? {
      guard at + 3 <= end else { return nil }
      let (check, count, pairs) = (model.half(at), Int(model[at + 2]), at + 3)
      let last = pairs + pairWidth * count
      guard last <= end else { return nil }
      if checks[Int(first)...].contains(check) { return last }
      let places = stride(from: pairs, to: last, by: pairWidth)
      // No pairs would say that they are laid out.
      let isShort = count > 0 && count < pairsToLayOut
      let isSparse = isShort || places.contains { Int(model[$0]) >= classes }
      let start = isSparse ? pairs : laidOut.count
      guard let row = Row(pairs: isSparse ? count : 0, start: start) else { return nil }
      checks.append(check)
      rows.append(row)
      if isSparse { return last }
      laidOut += repeatElement(Lane(), count: lanes)
      for place in places {
        let kind = Int(model[place])
        laidOut[start + kind / Lane.scalarCount][kind % Lane.scalarCount] &+=
          Int16(Int8(bitPattern: model[place + 1]))
      }
      return last
    }
  }

  /// Room for the scores of every class that a byte can name, in lanes.
  static let scoreRoom = 256 / Lane.scalarCount

  /// Adds up the weights of every template that fires.
  ///
  /// - Parameter scores: `scoreRoom` lanes, one score behind the other; only those of the classes
  ///   mean anything
  func score(
    _ atoms: UnsafeMutablePointer<UInt32>, into scores: UnsafeMutablePointer<Lane>,
    in model: UnsafeRawPointer
  ) {
    scores.update(repeating: Lane(), count: lanes)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.mostTemplates) { keys in
      let count = write(atoms, to: keys.baseAddress!)
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.mostTemplates + 1) { found in
        let fired = find(keys.baseAddress!, count, found.baseAddress!)
        add(found.baseAddress!, fired, to: scores, model)
      }
    }
  }

  /// Writes the key of every template whose first atom is there; says how many.
  private func write(
    _ atoms: UnsafeMutablePointer<UInt32>, to keys: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    for template in templates[0] {
      let first = atoms[Int(template.first)]
      keys[count] = spread(mixed(template.seed, first))
      count &+= first == 0 ? 0 : 1
    }
    for template in templates[1] {
      let first = atoms[Int(template.first)]
      keys[count] = spread(mixed(mixed(template.seed, first), atoms[Int(template.second)]))
      count &+= first == 0 ? 0 : 1
    }
    for template in templates[2] {
      let first = atoms[Int(template.first)]
      let key = mixed(mixed(template.seed, first), atoms[Int(template.second)])
      keys[count] = spread(mixed(key, atoms[Int(template.third)]))
      count &+= first == 0 ? 0 : 1
    }
    for template in templates[3] {
      let first = atoms[Int(template.first)]
      let key = mixed(mixed(template.seed, first), atoms[Int(template.second)])
      keys[count] = spread(
        mixed(mixed(key, atoms[Int(template.third)]), atoms[Int(template.fourth)]))
      count &+= first == 0 ? 0 : 1
    }
    return count
  }

  /// Writes which rows some keys have; says how many.
  ///
  /// Where each bucket begins is read for all keys before any is looked into, and of each bucket four
  /// checks are compared at once: nothing is branched on before it is there, so that the memory is
  /// read ahead.
  private func find(
    _ keys: UnsafeMutablePointer<UInt32>, _ count: Int, _ found: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var fired = 0
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.mostTemplates) { places in
      let places = places.baseAddress!
      buckets.withUnsafeBufferPointer { buckets in
        for index in 0..<count {
          let bucket = Int(keys[index] &>> (32 &- bits))
          let first = buckets[bucket]
          places[index] = UInt64(buckets[bucket &+ 1] &- first) &<< 32 | UInt64(first)
        }
      }
      checks.withUnsafeBytes { checks in
        for index in 0..<count {
          let first = Int(UInt32(truncatingIfNeeded: places[index]))
          let length = Int(places[index] &>> 32)
          let check = UInt64(UInt16(truncatingIfNeeded: keys[index]))
          // Lanes that are zero are equal; the lowest of those found is one in any case.
          let others =
            checks.loadUnaligned(fromByteOffset: 2 &* first, as: UInt64.self)
            ^ (check &* Self.everyLane)
          let equal = (others &- Self.everyLane) & ~others & (Self.everyLane &<< 15)
          let lane = equal.trailingZeroBitCount &>> 4
          found[fired] = UInt32(first &+ lane)
          fired &+= lane < min(length, Self.lanesAtOnce) ? 1 : 0
          if length > Self.lanesAtOnce {
            for row in first &+ Self.lanesAtOnce..<first &+ length
            where checks.loadUnaligned(fromByteOffset: 2 &* row, as: UInt16.self)
              == UInt16(truncatingIfNeeded: check)
            {
              found[fired] = UInt32(row)
              fired &+= 1
            }
          }
        }
      }
    }
    return fired
  }

  /// So many checks of sixteen bits are compared at once.
  private static let lanesAtOnce = 4
  /// The lowest bit of each of them.
  private static let everyLane: UInt64 = 0x0001_0001_0001_0001

  /// Adds up the weights of some rows.
  private func add(
    _ found: UnsafeMutablePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Lane>,
    _ model: UnsafeRawPointer
  ) {
    let single = UnsafeMutableRawPointer(scores)
    // All rows are read before the first is used, for the same reason.
    rows.withUnsafeBufferPointer { rows in
      for index in 0..<count { found[index] = rows[Int(found[index])].packed }
    }
    laidOut.withUnsafeBufferPointer { laidOut in
      for index in 0..<count {
        let row = Row(packed: found[index])
        if row.pairs == 0 {
          let start = row.start
          for lane in 0..<lanes { scores[lane] &+= laidOut[start &+ lane] }
          continue
        }
        var pair = model + row.start
        let last = pair + Self.pairWidth &* row.pairs
        while pair < last {
          let place = Int(pair.load(as: UInt8.self)) &* MemoryLayout<Int16>.size
          let weight = Int16(pair.load(fromByteOffset: 1, as: Int8.self))
          let score = single.load(fromByteOffset: place, as: Int16.self) &+ weight
          single.storeBytes(of: score, toByteOffset: place, as: Int16.self)
          pair += Self.pairWidth
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
