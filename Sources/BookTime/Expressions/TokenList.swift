/// The tokens of a leaf and where among them a date can begin, in memory that is used again for
/// the next leaf.
struct TokenList: ~Copyable {
  private var tokens: UnsafeMutablePointer<Token>
  private var capacity = 256
  private(set) var count = 0
  /// Indices of the tokens that can begin a date, judged by them and the next alone.
  private(set) var beginnings: [Int32] = []
  private var awaitsNext = false
  /// What each kind of token can begin.
  private let classes: [Token.Beginning]

  init(hasSmallNames: Bool) {
    tokens = .allocate(capacity: capacity)
    var classes = Token.Beginning.ofKinds
    if !hasSmallNames { classes[Int(Token.Kind.word.rawValue)] = .nothing }
    self.classes = classes
  }

  deinit { tokens.deallocate() }

  /// Forgets the tokens and keeps the room.
  mutating func removeAll() {
    count = 0
    beginnings.removeAll(keepingCapacity: true)
    awaitsNext = false
  }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    if awaitsNext {
      awaitsNext = false
      // A stop for the sake of `A.D.`.
      if token.kind.rawValue > Token.Kind.apostropheS.rawValue && token.kind != .word
        || token.kind == .stop
      {
        beginnings.append(Int32(truncatingIfNeeded: count - 1))
      }
    }
    let beginning = classes[Int(token.kind.rawValue)]
    if beginning != .nothing { begin(beginning, token) }
    count &+= 1
  }

  @inline(__always)
  private mutating func begin(_ beginning: Token.Beginning, _ token: Token) {
    if beginning == .withNext {
      awaitsNext = true
    } else if beginning == .anything || token.flags.contains(.capital) {
      beginnings.append(Int32(truncatingIfNeeded: count))
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: tokens, count: count)
    tokens.deallocate()
    tokens = larger
    capacity *= 2
  }

  /// Takes date words for plain words.
  mutating func makeWords(of indices: [Int]) {
    for index in indices { tokens[index].kind = .word }
  }

  /// Whether a decade of two figures can follow: "the 30s", "mid-30s", "early 30s".
  var endsBeforeDecade: Bool {
    guard count > 0 else { return false }
    return [.the, .early, .late, .mid, .dash, .my].contains(tokens[count - 1].kind)
  }

  /// Whether a token of a kind is among them.
  func contains(_ kind: Token.Kind) -> Bool {
    UnsafeBufferPointer(start: tokens, count: count).contains { $0.kind == kind }
  }

  /// Lends the tokens to a reader.
  func withTokens<Result>(_ body: (UnsafeBufferPointer<Token>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: tokens, count: count))
  }
}

extension Token {
  /// What a kind of token can begin.
  enum Beginning: UInt8 {
    case nothing, anything
    /// Something with the next token, which is judged first.
    case withNext
    /// A name of a language that writes months in small letters.
    case withCapital

    /// By the kind's number.
    static let ofKinds: [Beginning] = (0...Kind.word.rawValue).map { raw in
      switch Kind(rawValue: raw) ?? .word {
      case .comma, .stop, .dash, .slash, .open, .close, .quoteOpen, .quoteClose, .colon, .money,
        .other, .apostropheS, .of, .in, .on, .by, .to, .and, .or, .for, .very, .full, .during,
        .within, .each, .hence, .since, .ago, .born, .birthday, .now, .modal, .counted, .was, .old,
        .clock, .style, .labelled:
        .nothing
      case .only, .the, .this, .that, .same, .a, .i, .my, .person, .at, .when, .until: .withNext
      case .word: .withCapital
      default: .anything
      }
    }
  }
}
