/// The signs and what they do between their neighbours.
enum SignTable {
  /// Signs by the name of their command.
  static let commands: [String: MathSign] = {
    var commands: [String: MathSign] = [:]
    for (role, entries) in tables {
      for (name, text) in entries { commands[name] = MathSign(text, role) }
    }
    return commands
  }()

  /// Signs by the character that an author can type instead of the command.
  static let characters: [Unicode.Scalar: MathSign] = {
    var characters = typed
    for (role, entries) in tables {
      for (_, text) in entries {
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
          continue
        }
        if characters[scalar] == nil { characters[scalar] = MathSign(text, role) }
      }
    }
    return characters
  }()

  /// Characters of the keyboard.
  private static let typed: [Unicode.Scalar: MathSign] = [
    "+": MathSign("+", .binary), "-": MathSign("−", .binary), "*": MathSign("∗", .binary),
    "/": MathSign("/", .ordinary), "=": MathSign("=", .relation), "<": MathSign("<", .relation),
    ">": MathSign(">", .relation), ":": MathSign(":", .relation), "(": MathSign("(", .opening),
    "[": MathSign("[", .opening), ")": MathSign(")", .closing), "]": MathSign("]", .closing),
    "|": MathSign("|", .ordinary), ",": MathSign(",", .punctuation),
    ";": MathSign(";", .punctuation), "!": MathSign("!", .closing), "?": MathSign("?", .closing),
    ".": MathSign(".", .ordinary), "@": MathSign("@", .ordinary), "×": MathSign("×", .binary),
    "·": MathSign("⋅", .binary), "∥": MathSign("∥", .relation),
  ]

  private static let tables: [(SignRole, [(String, String)])] = [
    (.binary, binaries), (.relation, relations + arrows), (.opening, openings),
    (.closing, closings), (.large(takesLimits: true), sums),
    (.large(takesLimits: false), integrals),
    (.ordinary, ordinaries), (.punctuation, [("colon", ":")]),
  ]

  private static let binaries = [
    ("pm", "±"), ("mp", "∓"), ("times", "×"), ("div", "÷"), ("cdot", "⋅"), ("ast", "∗"),
    ("star", "⋆"), ("circ", "∘"), ("bullet", "∙"), ("cup", "∪"), ("cap", "∩"), ("setminus", "∖"),
    ("wedge", "∧"), ("land", "∧"), ("vee", "∨"), ("lor", "∨"), ("oplus", "⊕"), ("ominus", "⊖"),
    ("otimes", "⊗"), ("odot", "⊙"), ("sqcup", "⊔"), ("sqcap", "⊓"), ("uplus", "⊎"),
  ]

  private static let relations = [
    ("le", "≤"), ("leq", "≤"), ("leqslant", "⩽"), ("ge", "≥"), ("geq", "≥"), ("geqslant", "⩾"),
    ("lt", "<"), ("gt", ">"), ("ne", "≠"), ("neq", "≠"), ("ll", "≪"), ("gg", "≫"),
    ("approx", "≈"), ("equiv", "≡"), ("sim", "∼"), ("simeq", "≃"), ("cong", "≅"), ("asymp", "≍"),
    ("doteq", "≐"), ("triangleq", "≜"), ("coloneqq", "≔"), ("propto", "∝"), ("in", "∈"),
    ("notin", "∉"), ("ni", "∋"), ("subset", "⊂"), ("subseteq", "⊆"), ("subsetneq", "⊊"),
    ("supset", "⊃"), ("supseteq", "⊇"), ("prec", "≺"), ("preceq", "⪯"), ("succ", "≻"),
    ("succeq", "⪰"), ("lesssim", "≲"), ("gtrsim", "≳"), ("mid", "∣"), ("nmid", "∤"),
    ("parallel", "∥"), ("nparallel", "∦"), ("perp", "⟂"), ("vdash", "⊢"), ("models", "⊨"),
    ("therefore", "∴"), ("because", "∵"),
  ]

  private static let arrows = [
    ("to", "→"), ("rightarrow", "→"), ("longrightarrow", "⟶"), ("leftarrow", "←"), ("gets", "←"),
    ("longleftarrow", "⟵"), ("leftrightarrow", "↔"), ("Rightarrow", "⇒"), ("Leftarrow", "⇐"),
    ("Leftrightarrow", "⇔"), ("implies", "⟹"), ("impliedby", "⟸"), ("iff", "⟺"),
    ("mapsto", "↦"), ("longmapsto", "⟼"), ("hookrightarrow", "↪"), ("uparrow", "↑"),
    ("downarrow", "↓"), ("updownarrow", "↕"), ("Uparrow", "⇑"), ("Downarrow", "⇓"),
    ("nearrow", "↗"), ("searrow", "↘"), ("rightleftharpoons", "⇌"), ("rightharpoonup", "⇀"),
  ]

  private static let openings = [
    ("{", "{"), ("lbrace", "{"), ("lbrack", "["), ("langle", "⟨"), ("lfloor", "⌊"),
    ("lceil", "⌈"), ("lvert", "|"), ("lVert", "‖"),
  ]

  private static let closings = [
    ("}", "}"), ("rbrace", "}"), ("rbrack", "]"), ("rangle", "⟩"), ("rfloor", "⌋"),
    ("rceil", "⌉"), ("rvert", "|"), ("rVert", "‖"),
  ]

  private static let sums = [
    ("sum", "∑"), ("prod", "∏"), ("coprod", "∐"), ("bigcup", "⋃"), ("bigcap", "⋂"),
    ("bigvee", "⋁"), ("bigwedge", "⋀"), ("bigoplus", "⨁"), ("bigotimes", "⨂"),
  ]

  private static let integrals = [
    ("int", "∫"), ("iint", "∬"), ("iiint", "∭"), ("oint", "∮"),
  ]

  private static let ordinaries = [
    ("forall", "∀"), ("exists", "∃"), ("nexists", "∄"), ("neg", "¬"), ("lnot", "¬"),
    ("ldots", "…"), ("dots", "…"), ("dotsc", "…"), ("cdots", "⋯"), ("dotsb", "⋯"),
    ("vdots", "⋮"), ("ddots", "⋱"), ("angle", "∠"), ("prime", "′"), ("backslash", "∖"),
    ("vert", "|"), ("|", "‖"), ("Vert", "‖"),
  ]
}
