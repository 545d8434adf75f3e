/// Numbers that look random and are the same in every run and on every machine.
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Another seed gives other numbers.
  public init(seed: UInt64 = 0x9E37_79B9_7F4A_7C15) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
