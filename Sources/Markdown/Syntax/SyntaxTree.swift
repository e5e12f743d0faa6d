import CCMark
import CDocumentArena

/// The tree of a text; its memory comes from the thread's arena and returns with ``discard()``.
struct SyntaxTree {
  /// The document; `nil` when libcmark made none.
  let root: SyntaxNode?

  /// Reads a text; every tree must be discarded on the same thread.
  init(_ text: [UInt8], smartPunctuation: Bool) {
    // Source positions make libcmark count the line ends within code and HTML.
    let options = CMARK_OPT_SOURCEPOS | (smartPunctuation ? CMARK_OPT_SMART : 0)
    root = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        hedgebook_cmark_parse(characters.baseAddress, characters.count, options)
      }
    }.map { SyntaxNode($0) }
  }

  /// Gives the memory back; no node of the tree may be used afterwards.
  func discard() {
    hedgebook_cmark_discard()
  }

  /// A step of a walk through a tree.
  enum Event {
    case enter(SyntaxNode)
    case exit(SyntaxNode)
  }
}

/// A walk through a node and everything in it, without recursion, whatever the depth.
///
/// Nodes that cannot have children are entered and never left.
struct SyntaxWalk: ~Copyable {
  private let iterator: OpaquePointer?

  init(_ node: SyntaxNode) {
    iterator = cmark_iter_new(node.pointer)
  }

  deinit {
    if let iterator { cmark_iter_free(iterator) }
  }

  /// The next step; `nil` at the end.
  func next() -> SyntaxTree.Event? {
    guard let iterator else { return nil }
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
    return event == CMARK_EVENT_ENTER ? .enter(SyntaxNode(node)) : .exit(SyntaxNode(node))
  }

  /// Goes on behind a node that has been entered, without its children and without leaving it.
  func skip(_ node: SyntaxNode) {
    guard let iterator else { return }
    cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
  }
}
