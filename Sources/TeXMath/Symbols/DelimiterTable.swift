/// The delimiters that `\left`, `\right`, `\middle` and the `\big` family take.
enum DelimiterTable {
  /// What messages list.
  static let examples =
    "( ) [ ] \\{ \\} | \\| / \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil"

  /// The delimiter a token stands for; `nil` when it is none, empty for the period.
  static func text(of token: TeXToken) -> String? {
    switch token.kind {
    case .character(let scalar): characters[scalar]
    case .command(let name): commands.contains(name) ? SignTable.commands[name]?.text : nil
    default: nil
    }
  }

  private static let characters: [Unicode.Scalar: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "",
    "⟨": "⟨", "⟩": "⟩", "‖": "‖", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉",
  ]

  private static let commands: Set<String> = [
    "{", "}", "|", "lbrace", "rbrace", "lbrack", "rbrack", "langle", "rangle", "lfloor", "rfloor",
    "lceil", "rceil", "vert", "Vert", "lvert", "rvert", "lVert", "rVert", "mid", "parallel",
    "backslash", "uparrow", "downarrow", "updownarrow", "Uparrow", "Downarrow",
  ]
}
