import Quant

/// What a page says about itself to machines that list articles: a block of JSON-LD.
///
/// The block is data: no browser runs it, and the Content-Security-Policy does not concern it. What the
/// page is about stands in its `description` already.
struct StructuredData {
  let headline: String
  let published: CalendarDate
  let modified: CalendarDate
  let language: String
  let author: String
  let site: String
  /// The address of the page; `nil` for a site that is read from disk.
  let address: String?

  /// The `<script>` element.
  var html: String {
    var fields = [
      ("@context", Self.string("https://schema.org")), ("@type", Self.string("Article")),
      ("headline", Self.string(headline)),
      ("datePublished", Self.string(published.description)),
      ("dateModified", Self.string(modified.description)),
      ("inLanguage", Self.string(language)), ("isAccessibleForFree", "true"),
      ("author", "{\"@type\":\"Organization\",\"name\":\(Self.string(author))}"),
      ("isPartOf", "{\"@type\":\"WebSite\",\"name\":\(Self.string(site))}"),
    ]
    if let address { fields.append(("url", Self.string(address))) }
    let body = fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return "<script type=\"application/ld+json\">{\(body)}</script>"
  }

  /// A JSON string without characters that could end the element or open markup.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
