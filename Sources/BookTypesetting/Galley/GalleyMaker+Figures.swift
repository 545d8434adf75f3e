import BookModel

extension GalleyMaker {
  /// Fits pictures side by side into the measure and the page, at one height, with their captions
  /// below them.
  mutating func setFigure(_ row: [DraftFigure]) -> SetFigure {
    if let picture = row.first, picture.extent == .bleed { return covering(picture) }
    let gap = design.size
    let room = width - gap * Float(row.count - 1)
    let proportions = row.map(\.proportions)
    let whole = proportions.reduce(0, +)
    var height = room / whole
    for (picture, proportion) in zip(row, proportions) {
      height = min(height, widest(picture) / proportion)
    }
    var pictures = place(row, proportions, height: height, gap: gap)
    var captionHeight: Float = 0
    for index in pictures.indices {
      var height: Float = 0
      for var caption in pictures[index].draft.captions {
        if row.count > 1 {
          caption.left = pictures[index].x
          caption.right = width - pictures[index].x - pictures[index].width
        }
        let number = set(caption)
        pictures[index].captions.append(number)
        height += galley.paragraphs[number].height
      }
      captionHeight = max(captionHeight, height)
    }
    let page = Float(design.lines) * design.leading
    let share = row.map { $0.isInLine ? Self.lineShare : Self.share($0.extent) }.max() ?? 0
    let most = max(Self.least, page * share - captionHeight - design.leading)
    if height > most {
      height = most
      for (index, smaller) in place(row, proportions, height: height, gap: gap).enumerated() {
        (pictures[index].x, pictures[index].width) = (smaller.x, smaller.width)
      }
    }
    let below: Float = captionHeight == 0 ? 0 : design.leading * 0.5
    return SetFigure(
      pictures: pictures, height: height,
      units: min(design.lines * 2, (units(height + below + captionHeight) + 1) & ~1))
  }

  /// Of a page's height that a picture may fill; one among the words of a paragraph, which cannot
  /// wait for the next page, less.
  private static func share(_ extent: PictureExtent) -> Float {
    switch extent {
    case .text: 0.6
    case .plate: 0.94
    case .page, .bleed: 1
    }
  }
  private static let lineShare: Float = 0.33
  /// Points; lower, a picture is not seen.
  private static let least: Float = 40

  /// As large as covers a page and what is cut off beyond it above, below and outside.
  private func covering(_ picture: DraftFigure) -> SetFigure {
    let width = max(
      design.trim.width + design.bleed,
      (design.trim.height + 2 * design.bleed) * picture.proportions)
    return SetFigure(
      pictures: [SetPicture(draft: picture, x: 0, width: width)],
      height: width / picture.proportions, units: 0)
  }

  /// How wide a picture may be, in points.
  private func widest(_ picture: DraftFigure) -> Float {
    switch picture.wanted {
    case .share(let share): Float(share) * width
    case .points(let points): min(width, Float(points))
    case nil: picture.hasOwnPage ? width : min(width, picture.naturalWidth)
    }
  }

  /// In the middle of the measure, or where captions begin at its left edge there too; `gap` apart.
  private func place(
    _ row: [DraftFigure], _ proportions: [Float], height: Float, gap: Float
  ) -> [SetPicture] {
    let total = height * proportions.reduce(0, +) + gap * Float(row.count - 1)
    let isLeft = design.blocks.caption.alignment == .left && !row.contains(where: \.hasOwnPage)
    var x = isLeft ? 0 : max(0, (width - total) / 2)
    return zip(row, proportions).map { picture, proportion in
      let set = SetPicture(draft: picture, x: x, width: height * proportion)
      x += set.width + gap
      return set
    }
  }
}

extension DraftFigure {
  /// Width by height; four to three where the picture does not say.
  var proportions: Float { width > 0 && height > 0 ? width / height : 4 / 3 }

  /// How wide it stands where there is room for more, in points: a bitmap at the fewest dots to the
  /// inch that look like a photograph, but never so small that nothing is seen.
  var naturalWidth: Float {
    isBitmap ? max(width * 72 / Self.fewestDots, 72) : .greatestFiniteMagnitude
  }

  static let fewestDots: Float = 150
}
