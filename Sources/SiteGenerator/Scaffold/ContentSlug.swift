/// The name of a file of content, which is also the last part of its address.
enum ContentSlug {
  /// What is wrong with a slug, and what to write instead; `nil` for a good one.
  static func fault(of slug: String) -> (what: String, remedy: String)? {
    let example = suggestion(for: slug)
    let rule = "Use lowercase letters, digits and single hyphens, such as `\(example)`."
    if slug.hasSuffix(".md") {
      return ("`\(slug)` is the name of a file", "Leave out `.md`: `\(example)`.")
    }
    guard slug.utf8.count <= 80 else {
      return (
        "the slug has more than 80 characters", "Choose a shorter one; it is part of the address."
      )
    }
    guard slug.unicodeScalars.first.map({ ("a"..."z").contains($0) }) == true else {
      return ("`\(slug)` does not begin with a lowercase letter", rule)
    }
    guard
      slug.unicodeScalars.allSatisfy({
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }), !slug.contains("--"), !slug.hasSuffix("-")
    else { return ("`\(slug)` is no slug", rule) }
    return nil
  }

  /// A good slug that resembles a text; `my-page` where nothing is left of it.
  static func suggestion(for text: String) -> String {
    let stem = text.hasSuffix(".md") ? text.dropLast(".md".count) : text[...]
    let words = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.drop { !($0.first?.isLetter ?? false) }.joined(separator: "-")
    return slug.isEmpty ? "my-page" : String(slug.prefix(80))
  }

  /// The words of a slug as a title: `vix-three-things` → `Vix three things`.
  static func title(of slug: String) -> String {
    let words = slug.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
