import MarketData

/// What a page holds that obliges it to show disclaimer blocks (product.md §5).
enum PageTrait: String, Sendable, CaseIterable {
  /// Every page.
  case page
  /// Positions that were invented for the example.
  case examplePositions
  /// Prices or results that come from a model.
  case modelledPrices
  /// Simulated results: scenarios, pay-offs, backtests.
  case simulatedResults
  /// Options in any form.
  case options
  /// What others claim about the method.
  case thirdPartyClaims
  /// Text written after the outcome.
  case hindsight
  /// Inputs older than the session.
  case staleData

  /// Identifiers of the blocks that the trait requires.
  var requiredBlocks: [String] {
    switch self {
    case .page: ["education", "non-affiliation"]
    case .examplePositions: ["example-positions"]
    case .modelledPrices: ["modelled-prices"]
    case .simulatedResults: ["hypothetical"]
    case .options: ["options"]
    case .thirdPartyClaims: ["third-party-claims"]
    case .hindsight: ["hindsight"]
    case .staleData: ["stale-data"]
    }
  }

  /// When the blocks are shown, for readers.
  var requirement: String {
    switch self {
    case .page: "Shown on every page."
    case .examplePositions: "Shown where positions of the example book appear."
    case .modelledPrices: "Shown where a price or result comes from a model."
    case .simulatedResults: "Shown where results are simulated, beside the figure they belong to."
    case .options: "Shown where options are discussed."
    case .thirdPartyClaims: "Shown where claims of others are reported."
    case .hindsight: "Shown where text was written after the outcome."
    case .staleData: "Shown where an input is older than the session."
    }
  }

  /// The blocks that a page with these traits must show, in the order of the cases.
  static func blocks(for traits: Set<PageTrait>) -> [String] {
    allCases.filter { $0 == .page || traits.contains($0) }.flatMap(\.requiredBlocks)
  }
}

/// Checks a rendered page for the blocks its traits require.
///
/// Templates mark each block with `data-disclaimer="<id>" data-version="<version>"`; a page that lacks
/// a required mark fails the build, whatever the template did with the values it was given.
enum DisclaimerPolicy {
  static func missingBlocks(
    in html: [UInt8], traits: Set<PageTrait>, blocks: [String: DisclaimerBlock]
  ) -> [String] {
    PageTrait.blocks(for: traits).filter { id in
      guard let block = blocks[id] else { return true }
      return !html.contains("data-disclaimer=\"\(id)\" data-version=\"\(block.version)\"")
    }
  }

  static func missingBlocks(
    in html: String, traits: Set<PageTrait>, blocks: [String: DisclaimerBlock]
  ) -> [String] {
    missingBlocks(in: Array(html.utf8), traits: traits, blocks: blocks)
  }

  /// A page that lacks a block, and the template it was made with.
  struct Missing: Sendable {
    var block: String
    var template: String
    var page: PagePath
  }

  /// One error for each template and block: a template at fault is at fault on all its pages.
  static func diagnostics(_ missing: [Missing]) -> [Diagnostic] {
    Dictionary(grouping: missing) { [$0.template, $0.block] }.values.compactMap { all in
      guard let first = all.min(by: { $0.page.text < $1.page.text }) else { return nil }
      let others = all.count - 1
      let pages =
        others == 0
        ? "the page /\(first.page.text) lacks"
        : "the page /\(first.page.text) and \(others) more lack"
      return .error(
        SourceLocation(file: first.template),
        "\(pages) the disclaimer block `\(first.block)` that the content requires",
        "Print the blocks of `disclaimers` with data-disclaimer and data-version, and keep "
          + "Templates/disclaimers/\(first.block).md.")
    }
  }
}
