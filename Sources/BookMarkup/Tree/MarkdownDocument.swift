import CCMark

/// A text as libcmark parsed it.
///
/// Owns the tree; nodes are lent for the time of one closure.
struct MarkdownDocument: ~Copyable {
  private let root: OpaquePointer?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else {
      root = nil
      return
    }
    if let base = bytes.baseAddress {
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cmark_parser_feed(parser, $0, bytes.count)
      }
    }
    root = cmark_parser_finish(parser)
    cmark_parser_free(parser)
  }

  deinit { if let root { cmark_node_free(root) } }

  /// Lends the root; no node may leave the closure.
  borrowing func withRoot<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
    root.map { body(MarkdownNode($0)) }
  }
}
