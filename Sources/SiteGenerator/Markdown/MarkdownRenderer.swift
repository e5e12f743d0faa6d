import CCMark
import MarketData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A link found in a Markdown text, to be resolved and checked by the caller.
struct MarkdownLink: Hashable, Sendable {
  var destination: String
  var location: SourceLocation
}

/// A fenced block with an info string that asks for something computed.
struct Directive: Hashable, Sendable {
  var name: String
  var body: String
  var location: SourceLocation
}

/// Turns CommonMark into HTML through libcmark; the only file that touches the C library.
///
/// Raw HTML is dropped and dangerous link schemes are refused: content is untrusted by default.
struct MarkdownRenderer {
  /// Rewrites a link's destination; `nil` leaves it out (the caller has reported it).
  var resolveLink: (MarkdownLink) -> String?
  /// Markup for a directive; `nil` leaves it out (the caller has reported it).
  var renderDirective: (Directive) -> String?

  /// Names of fenced blocks that are directives rather than code.
  static let directives: Set<String> = ["figure"]

  /// Renders a text whose first line is line `line` of `file`.
  func html(_ markdown: String, file: String, line: Int) -> String {
    var markdown = markdown
    let document = markdown.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        hedgebook_cmark_parse(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      }
    }
    defer { hedgebook_cmark_discard() }
    guard let document else { return "" }
    rewrite(document, file: file, line: line)
    guard let rendered = cmark_render_html(document, CMARK_OPT_DEFAULT) else { return "" }
    return HeadingAnchors.addingIdentifiers(
      to: UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
  }

  private func rewrite(_ document: OpaquePointer, file: String, line: Int) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    var blockLine = 1
    var links: [OpaquePointer] = []
    var linkLines: [Int] = []
    var fences: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let nodeLine = Int(cmark_node_get_start_line(node))
      if nodeLine > 0 { blockLine = nodeLine }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        links.append(node)
        linkLines.append(nodeLine > 0 ? nodeLine : blockLine)
      case CMARK_NODE_CODE_BLOCK where isDirective(node):
        fences.append(node)
      default: break
      }
    }
    for (node, nodeLine) in zip(links, linkLines) {
      rewriteLink(
        node, at: SourceLocation(file: file, line: nodeLine + line - 1, column: column(node)))
    }
    for node in fences {
      let place = Int(cmark_node_get_start_line(node)) + line - 1
      replace(node, at: SourceLocation(file: file, line: place, column: column(node)))
    }
  }

  private func column(_ node: OpaquePointer) -> Int {
    max(1, Int(cmark_node_get_start_column(node)))
  }

  private func isDirective(_ node: OpaquePointer) -> Bool {
    Self.directives.contains(infoString(node))
  }

  private func infoString(_ node: OpaquePointer) -> String {
    cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
  }

  private func rewriteLink(_ node: OpaquePointer, at location: SourceLocation) {
    let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let link = MarkdownLink(destination: destination, location: location)
    cmark_node_set_url(node, resolveLink(link) ?? "")
  }

  private func replace(_ node: OpaquePointer, at location: SourceLocation) {
    let directive = Directive(
      name: infoString(node),
      body: cmark_node_get_literal(node).map { String(cString: $0) } ?? "", location: location)
    guard let block = hedgebook_cmark_node(CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(block, renderDirective(directive) ?? "")
    if cmark_node_replace(node, block) == 1 {
      cmark_node_free(node)
    } else {
      cmark_node_free(block)
    }
  }
}
