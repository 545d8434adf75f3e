import BookModel

extension ChapterRenderer {
  /// The class of a leaf's element; one that was changed says so, for the bar in the margin.
  func classes(_ name: StaticString?, of prose: Int) -> [Attribute] {
    guard changes[prose] != nil else { return name.map { [.class($0)] } ?? [] }
    return [Attribute("class", text: name.map { "\($0) changed" } ?? "changed")]
  }

  /// A word in front of a leaf that was changed, so that the bar is not all there is to tell.
  func changeLabel(of prose: Int, to out: inout MarkupWriter) {
    guard let kind = changes[prose] else { return }
    out.element(.span, [.class("change-label")], text: "[\(publication.phrases[kind.phrase])]")
    out.text(" ")
  }
}
