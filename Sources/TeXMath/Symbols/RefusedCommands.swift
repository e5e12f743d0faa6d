extension TeXCommand {
  /// Commands that authors of LaTeX know and this site refuses, with what to do instead.
  static let refusals: [String: TeXCommand] = {
    var refusals: [String: TeXCommand] = [:]
    for name in ["color", "textcolor", "colorbox", "fcolorbox", "definecolor"] {
      refusals[name] = .refused(
        "`\\\(name)` is refused: colours belong to the style sheet", remedy: "Remove it.")
    }
    for name in ["def", "newcommand", "renewcommand", "let", "DeclareMathOperator"] {
      refusals[name] = .refused(
        "`\\\(name)` is refused: a formula defines no commands",
        remedy: "Write out what the command would stand for.")
    }
    for name in ["href", "url", "includegraphics", "class", "style", "cssId", "require", "input"] {
      refusals[name] = .refused(
        "`\\\(name)` is refused: a formula holds nothing but mathematics",
        remedy: "Write it in the text around the formula.")
    }
    for name in ["label", "tag", "ref", "eqref", "nonumber", "notag"] {
      refusals[name] = .refused(
        "`\\\(name)` is refused: formulas have no numbers", remedy: "Remove it.")
    }
    for (name, use) in [
      ("over", "\\frac{…}{…}"), ("atop", "\\binom{…}{…}"), ("choose", "\\binom{…}{…}"),
      ("rm", "\\mathrm{…}"), ("bf", "\\mathbf{…}"), ("it", "\\mathit{…}"), ("cal", "\\mathcal{…}"),
      ("hspace", "\\quad"), ("textbf", "\\text{…}"), ("textit", "\\text{…}"),
      ("emph", "\\text{…}"),
    ] {
      refusals[name] = .refused("`\\\(name)` is not supported", remedy: "Use \(use) instead.")
    }
    return refusals
  }()
}
