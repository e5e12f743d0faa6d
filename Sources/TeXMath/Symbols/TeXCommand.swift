/// What a command means.
enum TeXCommand: Hashable, Sendable {
  /// A variable.
  case letter(String)
  /// A letter that is not slanted.
  case uprightLetter(String)
  case sign(String, SignRole)
  case function(String, takesLimits: Bool)
  case space(MathSpace)
  /// Two arguments, one above the other; in display or text style whatever surrounds them.
  case fraction(isDisplay: Bool?)
  case binomial(isDisplay: Bool?)
  case root
  /// One argument in another alphabet.
  case alphabet(MathAlphabet)
  case text
  case operatorName(takesLimits: Bool)
  case accent(MathAccent)
  /// Two arguments: the script first, then the base.
  case stack(isOver: Bool)
  /// An optional argument for below, then one for above.
  case labelledArrow(String)
  case left, middle, right
  /// A delimiter of a given height in em follows.
  case sized(String, SignRole)
  case begin, end
  case newRow
  /// The rest of the group is in display or in text style.
  case style(isDisplay: Bool)
  case limits(ScriptPlacement)
  /// The relation after it is struck through.
  case negation
  case phantom(keepsWidth: Bool, keepsHeight: Bool)
  /// Known, and not for this site: what is wrong and what to do.
  case refused(String, remedy: String)

  /// Every command by its name, without the backslash.
  static let all: [String: TeXCommand] = {
    var commands = structures
    for table in [letters, functions, spaces, accents, refusals] {
      commands.merge(table) { first, _ in first }
    }
    for (name, sign) in SignTable.commands { commands[name] = .sign(sign.text, sign.role) }
    return commands
  }()

  /// The names of all commands that can be used, sorted.
  static let names: [String] = all.filter { !$0.value.isRefused }.map(\.key).sorted()

  private var isRefused: Bool {
    if case .refused = self { true } else { false }
  }

  private static let structures: [String: TeXCommand] = [
    "frac": .fraction(isDisplay: nil), "dfrac": .fraction(isDisplay: true),
    "tfrac": .fraction(isDisplay: false), "binom": .binomial(isDisplay: nil),
    "dbinom": .binomial(isDisplay: true), "tbinom": .binomial(isDisplay: false),
    "sqrt": .root, "text": .text, "textrm": .text, "mbox": .text,
    "operatorname": .operatorName(takesLimits: false),
    "operatorname*": .operatorName(takesLimits: true),
    "mathrm": .alphabet(.upright), "mathit": .alphabet(.italic), "mathbf": .alphabet(.bold),
    "boldsymbol": .alphabet(.boldItalic), "bm": .alphabet(.boldItalic),
    "mathbb": .alphabet(.doubleStruck), "mathcal": .alphabet(.script),
    "mathscr": .alphabet(.script), "mathfrak": .alphabet(.fraktur),
    "mathsf": .alphabet(.sansSerif), "mathtt": .alphabet(.monospace),
    "overset": .stack(isOver: true), "stackrel": .stack(isOver: true),
    "underset": .stack(isOver: false), "xrightarrow": .labelledArrow("→"),
    "xleftarrow": .labelledArrow("←"),
    "left": .left, "middle": .middle, "right": .right, "begin": .begin, "end": .end,
    "\\": .newRow, "displaystyle": .style(isDisplay: true), "textstyle": .style(isDisplay: false),
    "limits": .limits(.stacked), "nolimits": .limits(.beside), "not": .negation,
    "phantom": .phantom(keepsWidth: true, keepsHeight: true),
    "hphantom": .phantom(keepsWidth: true, keepsHeight: false),
    "vphantom": .phantom(keepsWidth: false, keepsHeight: true),
    "big": .sized("1.2", .ordinary), "Big": .sized("1.8", .ordinary),
    "bigg": .sized("2.4", .ordinary), "Bigg": .sized("3", .ordinary),
    "bigl": .sized("1.2", .opening), "Bigl": .sized("1.8", .opening),
    "biggl": .sized("2.4", .opening), "Biggl": .sized("3", .opening),
    "bigr": .sized("1.2", .closing), "Bigr": .sized("1.8", .closing),
    "biggr": .sized("2.4", .closing), "Biggr": .sized("3", .closing),
    "bigm": .sized("1.2", .relation), "Bigm": .sized("1.8", .relation),
    "biggm": .sized("2.4", .relation), "Biggm": .sized("3", .relation),
  ]

  /// Spaces of the LaTeX kernel, in em of 18 math units.
  private static let spaces: [String: TeXCommand] = [
    ",": .space(MathSpace(width: "0.1667", plainText: " ")),
    "thinspace": .space(MathSpace(width: "0.1667", plainText: " ")),
    ":": .space(MathSpace(width: "0.2222", plainText: " ")),
    ">": .space(MathSpace(width: "0.2222", plainText: " ")),
    ";": .space(MathSpace(width: "0.2778", plainText: " ")),
    "!": .space(MathSpace(width: "-0.1667", plainText: "")),
    " ": .space(MathSpace(width: "0.25", plainText: " ")),
    "enspace": .space(MathSpace(width: "0.5", plainText: " ")),
    "quad": .space(MathSpace(width: "1", plainText: " ")),
    "qquad": .space(MathSpace(width: "2", plainText: " ")),
  ]
}
