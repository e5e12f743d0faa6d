/// A part of a formula, as it is laid out.
indirect enum MathNode: Hashable, Sendable {
  /// Parts next to each other that form one unit.
  case row([MathNode])
  /// A variable, or several letters that are one name.
  case identifier(String, MathAlphabet)
  /// A number in ASCII digits, with `,` between thousands where the author put it.
  case number(String, MathAlphabet)
  /// The name of a function, such as `ln`; with limits it is a large operator, such as `max`.
  case function(String, takesLimits: Bool)
  /// A sign.
  case sign(MathSign)
  /// Words.
  case text(String)
  /// Horizontal space.
  case space(MathSpace)
  /// One above the other, with a line between them or without.
  case fraction(numerator: MathNode, denominator: MathNode, hasLine: Bool)
  /// A root; without an index it is the square root.
  case root(MathNode, index: MathNode?)
  /// A base with something below right and above right, or below and above.
  case scripts(base: MathNode, lower: MathNode?, upper: MathNode?, placement: ScriptPlacement)
  /// A mark over or under a base.
  case accent(MathNode, MathAccent)
  /// Parts set over and under a base, at script size.
  case stack(MathNode, under: MathNode?, over: MathNode?)
  /// A stretchy arrow with something over and under it.
  case labelledArrow(String, under: MathNode?, over: MathNode?)
  /// Delimiters that grow with what they enclose.
  case fence(MathFence)
  /// Rows and columns.
  case table(MathTable)
  /// Nothing visible, as large as what it holds.
  case phantom(MathNode, keepsWidth: Bool, keepsHeight: Bool)
  /// A part in display or in text style.
  case styled(MathNode, isDisplay: Bool)

  /// The parts as one node: the only one, or a row.
  static func one(of nodes: [MathNode]) -> MathNode {
    nodes.count == 1 ? nodes[0] : .row(nodes)
  }
}

/// Where scripts go.
enum ScriptPlacement: Hashable, Sendable {
  /// At the right side.
  case beside
  /// Below and above in display style, at the right side in text style.
  case movable
  /// Below and above.
  case stacked
}

/// A sign and how much room it takes.
struct MathSign: Hashable, Sendable {
  var text: String
  var role: SignRole
  /// The height in em of a delimiter of the `\big` family.
  var size: String?

  init(_ text: String, _ role: SignRole, size: String? = nil) {
    self.text = text
    self.role = role
    self.size = size
  }
}

/// What a sign does between its neighbours; TeX calls it the class of an atom.
enum SignRole: Hashable, Sendable {
  /// Like a letter: no room on either side.
  case ordinary
  /// A sum, product or integral sign; some take their limits below and above.
  case large(takesLimits: Bool)
  /// Between two terms, or a sign of one term.
  case binary
  /// Between two sides.
  case relation
  /// A delimiter before what it encloses.
  case opening
  /// A delimiter after what it encloses.
  case closing
  /// A separator after a part.
  case punctuation
}

/// Horizontal space: its width, and what stands for it in plain text.
struct MathSpace: Hashable, Sendable {
  /// In em, as MathML writes it.
  var width: String
  var plainText: String
}

/// A mark over or under a base.
struct MathAccent: Hashable, Sendable {
  /// The character that draws it.
  var mark: String
  /// Whether it grows with the base.
  var isStretchy: Bool
  /// Whether it stands below the base.
  var isUnder = false
  /// Whether scripts of the whole are labels of the mark, as with a brace.
  var takesLabel = false
  /// The combining character for one letter in plain text.
  var combining: String
  /// The name in plain text for a longer base.
  var name: String
}

/// Delimiters around one part, or around several with delimiters between them.
struct MathFence: Hashable, Sendable {
  /// `nil` where the author wrote a period.
  var opening: String?
  var closing: String?
  var parts: [[MathNode]]
  /// One fewer than the parts.
  var separators: [String]
}

/// Rows and columns of a matrix, of cases or of aligned equations.
struct MathTable: Hashable, Sendable {
  enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  /// The rows; they may differ in length.
  var rows: [[MathNode]]
  /// The alignment of the columns; the pattern repeats for further columns.
  var alignments: [Alignment]
  var opening: String?
  var closing: String?
  /// Whether pairs of columns join at a relation, as in aligned equations.
  var isAligned: Bool
  /// Whether cells are in display style.
  var isDisplay: Bool
  /// Whether the table is at script size.
  var isSmall: Bool

  /// A table of centred columns without delimiters or rows.
  static let plain = MathTable(
    rows: [], alignments: [.center], opening: nil, closing: nil, isAligned: false,
    isDisplay: false, isSmall: false)
}
