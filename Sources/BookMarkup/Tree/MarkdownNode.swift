import CCMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A node of a parsed text, valid while its document lives.
struct MarkdownNode: Equatable {
  /// The kinds of node CommonMark knows.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, other
  }

  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: .other
    }
  }

  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }

  /// The picture that is all it holds, nil for any other content.
  var onlyPicture: MarkdownNode? {
    guard let child = firstChild, child.kind == .image, child.next == nil else { return nil }
    return child
  }

  /// The node's own text, valid while the document lives.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  /// A link's or image's destination, escapes and entities decoded.
  var destination: String { Self.string(cmark_node_get_url(pointer)) }
  /// A link's or image's title, escapes and entities decoded.
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  /// What stands after the fence that opens a code block.
  var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// 0-based.
  ///
  /// Right for blocks only: cmark 0.30 miscounts inlines after a hard line end.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) - 1 }
  /// 0-based, in bytes.
  var startColumn: Int { max(0, Int(cmark_node_get_start_column(pointer)) - 1) }
  /// 0-based line of the last byte.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) - 1 }
  /// 0-based, in bytes, exclusive.
  var endColumn: Int { max(0, Int(cmark_node_get_end_column(pointer))) }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: string, count: strlen(string))
      .assumingMemoryBound(to: UInt8.self)
  }

  private static func string(_ string: UnsafePointer<CChar>?) -> String {
    String(decoding: bytes(string), as: UTF8.self)
  }
}
