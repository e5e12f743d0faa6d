#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives every heading of a rendered text an `id` made from its words, unique within the text.
///
/// libcmark writes `<h2>` without attributes and, in safe mode, never passes markup through, so
/// every such tag is a heading.
enum HeadingAnchors {
  static func addingIdentifiers(to html: String) -> String {
    var html = html
    return html.withUTF8 { addingIdentifiers(to: UnsafeRawBufferPointer($0)) }
  }

  /// The same for UTF-8 bytes as libcmark returns them.
  static func addingIdentifiers(to html: UnsafeRawBufferPointer) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 256)
    var used: Set<String> = []
    var repeats: [String: Int] = [:]
    var index = 0
    while let next = find(0x68, inTagsOf: html, from: index) {
      result += html[index..<next]
      index = next
      guard let level = headingLevel(html, at: index),
        let end = closingTag(html, level: level, from: index + 4)
      else {
        result.append(html[index])
        index += 1
        continue
      }
      let slug = slug(of: html[(index + 4)..<end])
      let identifier = unused(slug, among: &used, repeats: &repeats)
      result += "<h\(level) id=\"\(identifier)\">".utf8
      index += 4
    }
    result += html[index...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The slug, numbered from 2 when it is taken; a heading may itself be written like a numbered one.
  private static func unused(
    _ slug: String, among used: inout Set<String>, repeats: inout [String: Int]
  ) -> String {
    var identifier = slug
    while !used.insert(identifier).inserted {
      repeats[slug, default: 1] += 1
      identifier = "\(slug)-\(repeats[slug, default: 1])"
    }
    return identifier
  }

  /// The next `<` that `second` follows.
  private static func find(
    _ second: UInt8, inTagsOf html: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard let base = html.baseAddress else { return nil }
    var start = start
    while start < html.count, let found = memchr(base + start, 0x3C, html.count - start) {
      let index = base.distance(to: UnsafeRawPointer(found))
      if index + 1 < html.count, html[index + 1] == second { return index }
      start = index + 1
    }
    return nil
  }

  private static func headingLevel(_ html: UnsafeRawBufferPointer, at index: Int) -> Int? {
    guard index + 3 < html.count, (0x31...0x36).contains(html[index + 2]), html[index + 3] == 0x3E
    else { return nil }
    return Int(html[index + 2] - 0x30)
  }

  private static func closingTag(
    _ html: UnsafeRawBufferPointer, level: Int, from start: Int
  ) -> Int? {
    var start = start
    while let index = find(0x2F, inTagsOf: html, from: start) {
      if index + 4 < html.count, html[index + 2] == 0x68, html[index + 3] == 0x30 + UInt8(level),
        html[index + 4] == 0x3E
      {
        return index
      }
      start = index + 1
    }
    return nil
  }

  /// Lower-case words joined by hyphens, with a prefix that keeps page ids apart.
  static func slug(of html: some Sequence<UInt8>) -> String {
    var slug = String.UnicodeScalarView()
    var inTag = false
    for scalar in String(decoding: Array(html), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "<": inTag = true
      case ">": inTag = false
      case _ where inTag: break
      case "0"..."9", "a"..."z": slug.append(scalar)
      case "A"..."Z": slug.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      // A space that does not break is a space; an address must not hold one.
      case _ where !scalar.isASCII && !scalar.properties.isWhitespace: slug.append(scalar)
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "section" : "s-" + String(slug)
  }
}
