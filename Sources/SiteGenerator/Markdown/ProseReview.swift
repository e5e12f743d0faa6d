import MarketData
import ProseChecks

/// Looks through the author's words of a page: wording, spelling of terms, numbers.
struct ProseReview {
  let site: Site

  /// What is to be said about the text of a page with its values.
  func problems(in prose: Prose, values: ValueTable) -> [Diagnostic] {
    guard !prose.markdown.isEmpty else { return [] }
    let masked = MaskedProse(prose.markdown, firstLine: prose.line)
    var findings = site.content.wording.findings(in: masked, file: prose.file)
    findings += site.terms.misspellings(in: masked)
    if !values.isEmpty { findings += LiteralCheck(values).findings(in: masked) }
    return findings.map { $0.diagnostic(in: prose.file) }
  }

  /// What is to be said about the wording of a front matter.
  static func problems(
    inFrontMatterOf document: ContentDocument, _ wording: WordingCheck
  ) -> [Diagnostic] {
    let masked = MaskedProse(frontMatter: document.frontMatter, firstLine: 2)
    return wording.findings(in: masked, file: document.path).map {
      $0.diagnostic(in: document.path)
    }
  }
}

extension ProseFinding {
  /// The finding at its place in a file.
  func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(
      severity: severity == .error ? .error : .warning,
      location: SourceLocation(file: file, line: line, column: column), message: message,
      remedy: remedy)
  }
}
