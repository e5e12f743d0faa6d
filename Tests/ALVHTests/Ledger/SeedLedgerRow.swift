/// One row of the seed's ledger and everything that serves it.
struct SeedLedgerRow {
  /// What a row is served by.
  enum Kind: CaseIterable {
    case computation, inputSeries, checklistItem, glossaryEntry
  }

  /// The role of a term in the method, as its glossary entry states it.
  enum Role: String {
    case working, annotation, metaphor, misused
  }

  /// A glossary entry and the role it must have.
  struct Entry {
    let slug: String
    let role: Role

    static func working(_ slug: String) -> Entry { Entry(slug: slug, role: .working) }
    static func annotation(_ slug: String) -> Entry { Entry(slug: slug, role: .annotation) }
    static func metaphor(_ slug: String) -> Entry { Entry(slug: slug, role: .metaphor) }
    static func misused(_ slug: String) -> Entry { Entry(slug: slug, role: .misused) }
  }

  /// The seed's phrase, as the ledger has it.
  let phrase: String
  /// Where the methodology treats it, as the ledger has it.
  let here: String
  /// What computes it.
  var computations: [PublicSymbol] = []
  /// What it is computed from.
  var inputs: [PublicSymbol] = []
  /// What a rule or a reader checks.
  var checklist: [PublicSymbol] = []
  /// Notices in `Templates/disclaimers` that a page must carry.
  var notices: [String] = []
  /// What explains it.
  var glossary: [Entry] = []

  /// The declarations of the analytics that serve the row.
  var symbols: [PublicSymbol] { computations + inputs + checklist }

  /// The kinds of things that serve the row.
  var kinds: Set<Kind> {
    var kinds: Set<Kind> = []
    if !computations.isEmpty { kinds.insert(.computation) }
    if !inputs.isEmpty { kinds.insert(.inputSeries) }
    if !checklist.isEmpty || !notices.isEmpty { kinds.insert(.checklistItem) }
    if !glossary.isEmpty { kinds.insert(.glossaryEntry) }
    return kinds
  }
}
