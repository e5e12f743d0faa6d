/// Ids for headings made from their words, unique within a text.
struct HeadingIdentifiers {
  private var used: Set<String>
  private var repeats: [String: Int] = [:]

  /// - Parameter reserved: ids of the page that no heading may get.
  init(reserved: Set<String>) {
    used = reserved
  }

  /// The id of a heading: its slug, numbered from 2 when it is taken.
  ///
  /// A heading may itself be written like a numbered one. Complexity: amortised O(length).
  mutating func identifier(ofMarkup markup: some Sequence<UInt8>) -> String {
    let slug = Self.slug(of: markup)
    var identifier = slug
    while !used.insert(identifier).inserted {
      repeats[slug, default: 1] += 1
      identifier = "\(slug)-\(repeats[slug, default: 1])"
    }
    return identifier
  }

  /// Lower-case words joined by hyphens, with a prefix that keeps page ids apart.
  ///
  /// Letters of every script are kept; only ASCII letters are lowered. `section` without a word. The
  /// name of an entity counts as a word (`a-amp-b`), as it always did: addresses of pages stay.
  static func slug(of markup: some Sequence<UInt8>) -> String {
    var slug = String.UnicodeScalarView()
    var inTag = false
    for scalar in String(decoding: Array(markup), as: UTF8.self).unicodeScalars {
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
