extension TeXCommand {
  /// Greek and other letters.
  static let letters: [String: TeXCommand] = {
    var letters: [String: TeXCommand] = [:]
    for (name, letter) in slanted { letters[name] = .letter(letter) }
    for (name, letter) in upright { letters[name] = .uprightLetter(letter) }
    return letters
  }()

  private static let slanted: [(String, String)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"), ("zeta", "ζ"),
    ("eta", "η"), ("theta", "θ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"),
    ("nu", "ν"), ("xi", "ξ"), ("omicron", "ο"), ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"),
    ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"),
    ("varepsilon", "ε"), ("vartheta", "ϑ"), ("varkappa", "ϰ"), ("varpi", "ϖ"), ("varrho", "ϱ"),
    ("varsigma", "ς"), ("varphi", "φ"), ("partial", "∂"), ("ell", "ℓ"), ("imath", "ı"),
    ("jmath", "ȷ"), ("hbar", "ℏ"),
  ]

  private static let upright: [(String, String)] = [
    ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
    ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ("infty", "∞"), ("emptyset", "∅"), ("varnothing", "∅"), ("Re", "ℜ"), ("Im", "ℑ"),
    ("aleph", "ℵ"), ("nabla", "∇"), ("top", "⊤"), ("bot", "⊥"), ("degree", "°"),
    ("$", "$"), ("%", "%"), ("&", "&"), ("#", "#"), ("_", "_"), ("pounds", "£"), ("euro", "€"),
    ("S", "§"), ("dagger", "†"), ("checkmark", "✓"),
  ]

  /// Names of functions; those with limits take them below in display style.
  static let functions: [String: TeXCommand] = {
    var functions: [String: TeXCommand] = [:]
    for name in [
      "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp",
      "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
    ] {
      functions[name] = .function(name, takesLimits: false)
    }
    for name in ["det", "gcd", "inf", "lim", "max", "min", "Pr", "sup", "plim"] {
      functions[name] = .function(name, takesLimits: true)
    }
    for (name, shown) in [
      ("argmax", "arg max"), ("argmin", "arg min"), ("liminf", "lim inf"), ("limsup", "lim sup"),
    ] {
      functions[name] = .function(shown, takesLimits: true)
    }
    return functions
  }()
}
