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
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var used: Set<String> = []
    var repeats: [String: Int] = [:]
    var index = 0
    while let next = nextTag(bytes, from: index) {
      result += bytes[index..<next]
      index = next
      guard let level = headingLevel(bytes, at: index),
        let end = closingTag(bytes, level: level, from: index + 4)
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let slug = slug(of: bytes[(index + 4)..<end])
      let identifier = unused(slug, among: &used, repeats: &repeats)
      result += Array("<h\(level) id=\"\(identifier)\">".utf8)
      index += 4
    }
    guard index > 0 else { return html }
    result += bytes[index...]
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

  /// The next `<h`.
  private static func nextTag(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var start = start
      while start < buffer.count, let found = memchr(base + start, 0x3C, buffer.count - start) {
        let index = base.distance(to: UnsafeRawPointer(found))
        if index + 1 < buffer.count, buffer[index + 1] == 0x68 { return index }
        start = index + 1
      }
      return nil
    }
  }

  private static func headingLevel(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 3 < bytes.count, bytes[index] == 0x3C, bytes[index + 1] == 0x68,
      (0x31...0x36).contains(bytes[index + 2]), bytes[index + 3] == 0x3E
    else { return nil }
    return Int(bytes[index + 2] - 0x30)
  }

  private static func closingTag(_ bytes: [UInt8], level: Int, from start: Int) -> Int? {
    let tag = Array("</h\(level)>".utf8)
    var index = start
    while index + tag.count <= bytes.count {
      if bytes[index] == 0x3C, bytes[index..<(index + tag.count)].elementsEqual(tag) {
        return index
      }
      index += 1
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
