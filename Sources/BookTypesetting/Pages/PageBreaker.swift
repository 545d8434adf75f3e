/// Cuts a galley into pages so that spreads are even.
///
/// Dynamic programming from page to page. A state is a place in the galley where a page may begin,
/// with the line count that its spread has; a page is filled block by block, trying each way every
/// paragraph can be set. Only the best states of each page are kept, so that time stays
/// proportional to the length of the chapter.
struct PageBreaker {
  private let galley: Galley
  private let grid: PageGrid
  /// 0 when the first page is a recto.
  private let firstSide: Int
  private let isOpener: Bool

  private struct Entry {
    var units: Int16
    var pending: Int16
    var variant: Int16
    var cost: Float
    var block: Int32
    var previous: Int32
  }

  private struct State {
    var block: Int32 = 0
    var line: Int32 = 0
    var variant: Int16 = 0
    /// Figures that wait for this page.
    var pending: Int16 = 0
    /// Note lines that wait for this page.
    var carry: Int32 = 0
    /// What the page before it in the same spread has.
    var extra: Int16 = 0
    var cost: Float = 0
    // How the page that ends here was filled.
    var previous: Int32 = -1
    var entry: Int32 = -1
    var partialLines: Int32 = 0
    var noteLines: Int32 = 0
    var pageExtra: Int16 = 0

    var key: UInt64 {
      UInt64(UInt32(bitPattern: block)) << 40 | UInt64(UInt32(bitPattern: line) & 0xFFFFF) << 20
        | UInt64(variant & 3) << 18 | UInt64(pending & 3) << 16 | UInt64(carry & 0xFFF) << 4
        | UInt64((extra + 1) & 3)
    }
  }

  private static let beam = 40

  private var entries: [Entry] = []
  private var states: [State] = [State()]
  private var next: [State] = []
  private var slots: [UInt64: Int] = [:]
  private var finished: State?
  private var isForced = false
  /// How many pages of plates come before the page that a block begins, block by block.
  private let platesBefore: [Int]

  static func pages(
    of galley: Galley, grid: PageGrid, firstIsVerso: Bool = false, isOpener: Bool = true
  ) -> [PageCut] {
    if galley.blocks.isEmpty { return [] }
    var breaker = PageBreaker(
      galley: galley, grid: grid, firstSide: firstIsVerso ? 1 : 0, isOpener: isOpener)
    var cuts = breaker.run()
    if cuts.isEmpty {
      // Nothing fits by the rules: what is too tall may then run over its page.
      breaker.isForced = true
      cuts = breaker.run()
    }
    return withPlates(cuts, of: galley, firstSide: breaker.firstSide)
  }

  private init(galley: Galley, grid: PageGrid, firstSide: Int, isOpener: Bool) {
    self.galley = galley
    self.grid = grid
    self.firstSide = firstSide
    self.isOpener = isOpener
    var plates = 0
    platesBefore =
      galley.blocks.map { block in
        defer { if case .plate = block.content { plates += 1 } }
        return plates
      } + [plates]
  }

  private mutating func run() -> [PageCut] {
    entries.removeAll(keepingCapacity: true)
    states = [State()]
    finished = nil
    var frontier = 0..<1
    var page = 0
    while !frontier.isEmpty {
      next.removeAll(keepingCapacity: true)
      slots.removeAll(keepingCapacity: true)
      for index in frontier { expand(index, page: page) }
      if next.count > Self.beam {
        next.sort { ($0.cost, $0.key) < ($1.cost, $1.key) }
        next.removeLast(next.count - Self.beam)
      }
      if let finished, finished.cost < next.lazy.map(\.cost).min() ?? .infinity { break }
      let start = states.count
      states.append(contentsOf: next)
      frontier = start..<states.count
      page += 1
    }
    return finished.map { cuts($0) } ?? []
  }

  private func notes(_ block: Int, _ variant: Int, _ line: Int) -> Int {
    if block >= galley.blocks.count { return galley.notes.count }
    return galley.notes(block: block, variant: variant, line: line)
  }

  // MARK: One page

  private mutating func expand(_ index: Int, page: Int) {
    let state = states[index]
    let start = PageStartState(
      index: index,
      isVerso: (page + platesBefore[Int(state.block)] + firstSide) % 2
        == 1,
      page: page,
      notes: notes(Int(state.block), Int(state.variant), Int(state.line)))
    let head = figuresAtHead(state)
    let units = head.units + headUnits(state)
    let first = Int32(entries.count)
    entries.append(
      Entry(
        units: Int16(clamping: units), pending: head.waiting, variant: -2, cost: 0, block: -1,
        previous: -1))
    var layer = first..<Int32(entries.count)
    var block = Int(state.block)
    while !layer.isEmpty {
      for entry in layer { endPage(before: block, entry, start) }
      if block >= galley.blocks.count { break }
      if case .pageEnd = galley.blocks[block].content, Int32(block) != state.block { break }
      let from = Int32(entries.count)
      for entry in layer { place(block, after: entry, start, layerStart: Int(from)) }
      layer = from..<Int32(entries.count)
      block += 1
    }
  }

  private struct PageStartState {
    var index: Int
    var isVerso: Bool
    var page: Int
    /// Notes referred to before the page.
    var notes: Int
  }

  /// The figures that wait for the page, the last that may: behind one that waits, none is placed.
  private func pendingFigures(_ state: State) -> [Int] {
    guard state.pending > 0 else { return [] }
    var found: [Int] = []
    var block = Int(state.block) - (state.line > 0 ? 0 : 1)
    while block >= 0, found.count < Int(state.pending) {
      if floats(block) { found.insert(block, at: 0) }
      block -= 1
    }
    return found
  }

  /// Those of the figures that wait for a page which stand at its head, one at least; the others
  /// wait for the next.
  private func figuresAtHead(_ state: State) -> (figures: [Int], units: Int, waiting: Int16) {
    let pending = pendingFigures(state)
    let room = grid.capacity(extra: -1, noteLines: 0)
    var units = 0
    var drawn = 0
    for figure in pending {
      let height = galley.blocks[figure].height
      if drawn > 0, units + height > room { break }
      units += height + 2
      drawn += 1
    }
    return (Array(pending.prefix(drawn)), units, Int16(pending.count - drawn))
  }

  private func floats(_ block: Int) -> Bool {
    if case .figure(let figure) = galley.blocks[block].content {
      galley.figures[figure].floats
    } else {
      false
    }
  }

  /// So many figures may wait for one page.
  private static let mostPending: Int16 = 3

  /// What the head row takes that a table's next page repeats.
  private func headUnits(_ state: State) -> Int {
    guard let head = repeatedHead(state) else { return 0 }
    return galley.blocks[head].height + galley.blocks[head].below
  }

  private func repeatedHead(_ state: State) -> Int? {
    guard state.previous >= 0, state.line == 0, Int(state.block) < galley.blocks.count else {
      return nil
    }
    return galley.blocks[Int(state.block)].repeats
  }

  /// Where a block's top comes after what stands above it.
  private func top(of block: Int, after entry: Entry) -> Int {
    let item = galley.blocks[block]
    var units = Int(entry.units)
    if entry.block >= 0 {
      units += max(item.above, entry.variant == -1 ? 0 : galley.blocks[Int(entry.block)].below)
    }
    return item.isOnGrid ? (units + 1) & ~1 : units
  }

  private mutating func place(
    _ block: Int, after number: Int32, _ start: PageStartState, layerStart: Int
  ) {
    let entry = entries[Int(number)]
    let state = states[start.index]
    let item = galley.blocks[block]
    let top = top(of: block, after: entry)
    let room = grid.capacity(extra: 1, noteLines: 0)
    if case .plate = item.content {
      add(block, -1, Int(entry.units), entry.cost, entry.pending, number, layerStart)
      return
    }
    guard case .lines(let index) = item.content else {
      let isFigure = floats(block)
      let isPicture = if case .figure = item.content { true } else { false }
      let isFirst = entry.block < 0 && Int(entry.units) == headUnits(state)
      // Figures keep their order: behind one that waits, others wait too, or the page ends.
      let mustWait = isPicture && entry.pending > 0
      if !mustWait, top + item.height <= room || isFirst {
        // What is taller than any page fills it.
        let bottom =
          top + item.height <= room ? top + item.height : min(top + item.height, max(room - 2, top))
        add(block, -3, bottom, entry.cost, entry.pending, number, layerStart)
      }
      if isFigure, !isFirst, entry.pending < Self.mostPending {
        add(
          block, -1, Int(entry.units), entry.cost + PageCost.deferredFigure, entry.pending + 1,
          number, layerStart)
      }
      return
    }
    let isContinued = Int32(block) == state.block && state.line > 0
    let variants = galley.paragraphs[index].variants
    for variant in variants.indices where !isContinued || variant == Int(state.variant) {
      let from = isContinued ? Int(state.line) : 0
      let count = variants[variant].lines.count
      let cost = entry.cost + (isContinued ? 0 : variants[variant].cost)
      let bottom = top + (count - from) * 2
      if bottom <= room { add(block, variant, bottom, cost, entry.pending, number, layerStart) }
      part(block, index, variant, from: from, top: top, cost: cost, number, start)
    }
  }

  private mutating func add(
    _ block: Int, _ variant: Int, _ units: Int, _ cost: Float, _ pending: Int16, _ previous: Int32,
    _ layerStart: Int
  ) {
    let fresh = Entry(
      units: Int16(clamping: units), pending: pending, variant: Int16(variant), cost: cost,
      block: Int32(block), previous: previous)
    for i in layerStart..<entries.count
    where entries[i].units == fresh.units && entries[i].pending == pending {
      if cost < entries[i].cost { entries[i] = fresh }
      return
    }
    entries.append(fresh)
  }

  // MARK: Ends of pages

  /// Tries to end the page within a paragraph, at the lines that nearly fill it.
  private mutating func part(
    _ block: Int, _ paragraph: Int, _ variant: Int, from: Int, top: Int, cost: Float,
    _ entry: Int32, _ start: PageStartState
  ) {
    let lines = galley.paragraphs[paragraph].variants[variant].lines
    let item = galley.blocks[block]
    var end = min(lines.count - 1, from + (grid.capacity(extra: 1, noteLines: 0) - top) / 2)
    var tried = 0
    while end > from, tried < 5 {
      if end < item.held, !isForced { break }
      var penalty: Float = 0
      if end < item.least || lines.count - end < item.least || end - from < 1 {
        penalty += PageCost.widow
      }
      if lines[end - 1].isHyphenated {
        penalty += start.isVerso ? PageCost.hyphen : PageCost.turnHyphen
      }
      var state = State()
      state.block = Int32(block)
      state.line = Int32(end)
      state.variant = Int16(variant)
      state.entry = entry
      state.partialLines = Int32(end)
      state.cost = cost + penalty
      state.pending = entries[Int(entry)].pending
      if finish(state, units: top + (end - from) * 2, start, isLast: false) { tried += 1 }
      end -= 1
    }
  }

  /// Tries to end the page between two blocks.
  private mutating func endPage(before block: Int, _ number: Int32, _ start: PageStartState) {
    let entry = entries[Int(number)]
    let isLast = block >= galley.blocks.count
    // A plate follows the page that names it.
    if !isLast, case .plate = galley.blocks[block].content { return }
    var forced = false
    if !isLast, case .pageEnd = galley.blocks[block].content { forced = true }
    let origin = states[start.index]
    if entry.block < 0,
      !(origin.pending > 0 || isLast
        || (origin.carry > 0 && entry.units > 0 && repeatedHead(origin) == nil))
    {
      return
    }
    var state = State()
    state.block = Int32(forced ? block + 1 : block)
    state.entry = number
    state.pending = entry.pending
    state.cost = entry.cost
    // A figure must not stand alone after the chapter's last words.
    if isLast, entry.pending > 0 { state.cost += PageCost.lonelyFigure }
    if !isLast, !forced {
      // A title so tall that nothing fits below it stands on a page of its own.
      if !isForced, let last = lastPlaced(number), galley.blocks[last].staysWithNext { return }
      let room = grid.capacity(extra: -1, noteLines: 0)
      if !isForced, Int(entry.units) < room / 2,
        galley.blocks[block].height + Int(entry.units) < room
      {
        return
      }
      if entry.block >= 0, case .sceneBreak = galley.blocks[Int(entry.block)].content {
        state.cost += PageCost.sceneBreakAtEdge
      }
      if case .sceneBreak = galley.blocks[block].content {
        state.cost += PageCost.sceneBreakAtEdge
      }
    }
    if forced, Int(state.block) >= galley.blocks.count {
      _ = finish(state, units: Int(entry.units), start, isLast: true)
      return
    }
    _ = finish(state, units: Int(entry.units), start, isLast: isLast || forced)
  }

  /// The last block that stands on the page so far.
  private func lastPlaced(_ number: Int32) -> Int? {
    var number = number
    while number >= 0 {
      let entry = entries[Int(number)]
      if entry.block < 0 { return nil }
      if entry.variant != -1 { return Int(entry.block) }
      number = entry.previous
    }
    return nil
  }

  /// Judges a page that ends in `state` with text down to `units`; false when it does not fit.
  private mutating func finish(
    _ end: State, units: Int, _ start: PageStartState, isLast: Bool
  ) -> Bool {
    let origin = states[start.index]
    let count = notes(Int(end.block), Int(end.variant), Int(end.line))
    let lineStarts = galley.noteLineStarts
    let wanted =
      Int(origin.carry) + lineStarts[min(count, lineStarts.count - 1)]
      - lineStarts[min(start.notes, lineStarts.count - 1)]
    var fits = false
    // A last page on the left faces an opening, whose foot stands where it always does.
    let isFree = start.isVerso
    for extra in isFree && !isLast ? [0, -1, 1] : [Int(origin.extra)]
    where extra <= 0 || grid.mayRunLong {
      var placed = wanted
      var cost: Float = 0
      if wanted > 0, grid.capacity(extra: extra, noteLines: wanted) < units {
        placed = grid.noteRoom(extra: extra, units: units, atMost: wanted - 1)
        let last = count > 0 ? galley.notes[min(count, galley.notes.count) - 1].lines : 0
        // Every note begins on the page that refers to it, where that can be.
        let least = count > start.notes ? wanted - last + min(2, last) : 1
        if placed <= 0, !isForced { continue }
        cost += placed < least ? PageCost.lateNote : PageCost.splitNote
      }
      var capacity = grid.capacity(extra: extra, noteLines: placed)
      if units > capacity {
        if !isForced { continue }
        cost += 50_000 + Float(units - capacity) * 1000
        capacity = units
      }
      fits = true
      cost += shortfall(
        capacity - units, units: units, notes: placed, page: start.page, isLast: isLast)
      if extra > 0 { cost += PageCost.longSpread }
      if extra < 0 { cost += PageCost.shortSpread }
      var state = end
      state.cost += origin.cost + cost + PageCost.page
      state.previous = Int32(start.index)
      state.carry = Int32(wanted - placed)
      state.noteLines = Int32(placed)
      state.pageExtra = Int16(extra)
      state.extra = isFree ? Int16(extra) : 0
      keep(state)
    }
    return fits
  }

  private func shortfall(
    _ missing: Int, units: Int, notes: Int, page: Int, isLast: Bool
  ) -> Float {
    let lines = Float(missing) / 2
    if isLast {
      if page > 0, units < 10 { return PageCost.shortLast }
      return missing >= 2 && units * 20 >= grid.lines * 2 * 11 ? PageCost.nearlyFull : 0
    }
    if missing == 0 { return 0 }
    if missing == 1 { return PageCost.halfLine }
    if notes > 0 { return PageCost.looseNotes * lines * lines }
    return PageCost.ragged * max(1, lines)
  }

  private mutating func keep(_ state: State) {
    if Int(state.block) >= galley.blocks.count, state.pending == 0, state.carry == 0 {
      if state.cost < finished?.cost ?? .infinity { finished = state }
      return
    }
    if let slot = slots[state.key] {
      if state.cost < next[slot].cost { next[slot] = state }
    } else {
      slots[state.key] = next.count
      next.append(state)
    }
  }

  // MARK: The way back

  private func cuts(_ last: State) -> [PageCut] {
    var result: [PageCut] = []
    var state = last
    while state.previous >= 0 {
      let origin = states[Int(state.previous)]
      result.append(cut(from: origin, to: state))
      state = origin
    }
    return result.reversed()
  }

  private func cut(from origin: State, to state: State) -> PageCut {
    var cut = PageCut()
    cut.extraLines = Int(state.pageExtra)
    cut.figuresAbove = figuresAtHead(origin).figures
    cut.repeatedHead = repeatedHead(origin)
    var entry = state.entry
    while entry >= 0 {
      let item = entries[Int(entry)]
      if item.block >= 0, item.variant != -1 { cut.pieces.append(piece(item, origin)) }
      if item.block >= 0, case .plate = galley.blocks[Int(item.block)].content {
        cut.plates.append(Int(item.block))
      }
      entry = item.previous
    }
    cut.pieces.reverse()
    cut.plates.reverse()
    if state.line > 0 {
      let continues = state.block == origin.block && origin.line > 0
      cut.pieces.append(
        PageCut.Piece(
          block: Int(state.block), variant: Int(state.variant),
          lines: (continues ? Int(origin.line) : 0)..<Int(state.line)))
    }
    let starts = galley.noteLineStarts
    let before = notes(Int(origin.block), Int(origin.variant), Int(origin.line))
    let first = starts[min(before, starts.count - 1)] - Int(origin.carry)
    cut.notes = first..<(first + Int(state.noteLines))
    return cut
  }

  private func piece(_ entry: Entry, _ origin: State) -> PageCut.Piece {
    let block = Int(entry.block)
    guard case .lines(let index) = galley.blocks[block].content, entry.variant >= 0 else {
      return PageCut.Piece(block: block, variant: 0, lines: 0..<1)
    }
    let continues = entry.block == origin.block && origin.line > 0
    let count = galley.paragraphs[index].variants[Int(entry.variant)].lines.count
    return PageCut.Piece(
      block: block, variant: Int(entry.variant),
      lines: (continues ? Int(origin.line) : 0)..<count)
  }
}
