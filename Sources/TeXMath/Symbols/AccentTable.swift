extension TeXCommand {
  /// Marks over and under a base.
  static let accents: [String: TeXCommand] = [
    "hat": .accent(over("^", combining: "\u{302}", name: "hat")),
    "widehat": .accent(over("^", stretchy: true, combining: "\u{302}", name: "hat")),
    "tilde": .accent(over("~", combining: "\u{303}", name: "tilde")),
    "widetilde": .accent(over("~", stretchy: true, combining: "\u{303}", name: "tilde")),
    "bar": .accent(over("¯", combining: "\u{304}", name: "bar")),
    "overline": .accent(over("‾", stretchy: true, combining: "\u{305}", name: "bar")),
    "dot": .accent(over("˙", combining: "\u{307}", name: "dot")),
    "ddot": .accent(over("¨", combining: "\u{308}", name: "ddot")),
    "check": .accent(over("ˇ", combining: "\u{30C}", name: "check")),
    "breve": .accent(over("˘", combining: "\u{306}", name: "breve")),
    "acute": .accent(over("´", combining: "\u{301}", name: "acute")),
    "grave": .accent(over("`", combining: "\u{300}", name: "grave")),
    "mathring": .accent(over("˚", combining: "\u{30A}", name: "ring")),
    "vec": .accent(over("→", combining: "\u{20D7}", name: "vec")),
    "overrightarrow": .accent(over("→", stretchy: true, combining: "\u{20D7}", name: "vec")),
    "underline": .accent(
      MathAccent(mark: "_", isStretchy: true, isUnder: true, combining: "\u{332}", name: "")),
    "overbrace": .accent(
      MathAccent(mark: "⏞", isStretchy: true, takesLabel: true, combining: "", name: "")),
    "underbrace": .accent(
      MathAccent(
        mark: "⏟", isStretchy: true, isUnder: true, takesLabel: true, combining: "", name: "")),
  ]

  private static func over(
    _ mark: String, stretchy: Bool = false, combining: String, name: String
  ) -> MathAccent {
    MathAccent(mark: mark, isStretchy: stretchy, combining: combining, name: name)
  }
}
