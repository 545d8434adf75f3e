/// The SHA-256 digest of bytes as 64 hexadecimal digits (FIPS 180-4).
package func sha256(_ bytes: [UInt8]) -> String {
  var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  var schedule = [UInt32](repeating: 0, count: 64)
  bytes.withUnsafeBufferPointer { buffer in
    let whole = buffer.count / 64
    for block in 0..<whole {
      compress(
        UnsafeBufferPointer(rebasing: buffer[block * 64..<block * 64 + 64]), &state, &schedule)
    }
    var tail = Array(buffer[(whole * 64)...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(buffer.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    tail.withUnsafeBufferPointer { rest in
      for block in 0..<rest.count / 64 {
        compress(
          UnsafeBufferPointer(rebasing: rest[block * 64..<block * 64 + 64]), &state, &schedule)
      }
    }
  }
  return hexadecimal(
    state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    })
}

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]

/// Takes in one block of 64 bytes.
private func compress(
  _ block: UnsafeBufferPointer<UInt8>, _ state: inout [UInt32], _ w: inout [UInt32]
) {
  w.withUnsafeMutableBufferPointer { schedule in
    roundConstants.withUnsafeBufferPointer { constants in
      guard let w = schedule.baseAddress, let k = constants.baseAddress,
        let bytes = UnsafeRawBufferPointer(block).baseAddress
      else { return }
      expand(bytes, w)
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      // Eight rounds turn the eight words round once, so that none need be moved.
      for i in stride(from: 0, to: rounds, by: 8) {
        turn(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
        turn(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
        turn(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
        turn(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
        turn(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
        turn(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
        turn(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
        turn(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
      }
      for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ value }
    }
  }
}

private let rounds = 64

@inline(__always)
private func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

/// The words of a block, and those that the rounds make of them.
@inline(__always)
private func expand(_ block: UnsafeRawPointer, _ w: UnsafeMutablePointer<UInt32>) {
  for i in 0..<16 {
    w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 &* i, as: UInt32.self))
  }
  for i in 16..<rounds {
    let (early, late) = (w[i &- 15], w[i &- 2])
    let s0 = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
    let s1 = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
    w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
  }
}

@inline(__always)
private func turn(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
  _ h: inout UInt32, _ word: UInt32
) {
  let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
  let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  d = d &+ t1
  h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
}
