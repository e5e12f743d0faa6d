import CCMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A node of the tree that libcmark makes of a text; valid until the tree is discarded.
///
/// This file and `SyntaxTree.swift` are the only ones that touch the C library.
struct SyntaxNode: Hashable {
  let pointer: OpaquePointer

  /// What a node is.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case other
  }

  @inline(__always)
  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// What the node is.
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_DOCUMENT: .document
    default: .other
    }
  }

  var parent: SyntaxNode? { SyntaxNode(cmark_node_parent(pointer)) }
  var firstChild: SyntaxNode? { SyntaxNode(cmark_node_first_child(pointer)) }
  var lastChild: SyntaxNode? { SyntaxNode(cmark_node_last_child(pointer)) }
  var next: SyntaxNode? { SyntaxNode(cmark_node_next(pointer)) }
  var previous: SyntaxNode? { SyntaxNode(cmark_node_previous(pointer)) }

  /// The text of a text, code or HTML node in UTF-8, as long as the tree lives; empty otherwise.
  var literal: UnsafeBufferPointer<UInt8> { Self.buffer(cmark_node_get_literal(pointer)) }
  /// What follows the opening fence of a code block; empty for an indented one.
  var info: UnsafeBufferPointer<UInt8> { Self.buffer(cmark_node_get_fence_info(pointer)) }
  /// The address of a link or image.
  var url: UnsafeBufferPointer<UInt8> { Self.buffer(cmark_node_get_url(pointer)) }
  /// The title of a link or image.
  var title: UnsafeBufferPointer<UInt8> { Self.buffer(cmark_node_get_title(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) == 1 }

  /// Lines from 1, or 0 where libcmark does not say (breaks, emphasis).
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// The byte column from 1; of an inline node, counted from where its block's text begins.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  private static func buffer(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(text)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
