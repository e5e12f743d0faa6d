import MarketData

extension FileKind {
  /// Who makes files of this kind, as the catalogue says it.
  var publisher: String {
    switch self {
    case .cboeIndex, .cboeDelayedQuotes, .dataShopQuotes: "Cboe"
    case .cfeContract, .cfeSettlementList, .cfeFinalSettlements, .cfeVolume:
      "Cboe Futures Exchange"
    case .vxRankPanel, .vxContractPanel: "Cboe Futures Exchange, through a panel of another maker"
    case .yahooBars: "Yahoo Finance, or a file in its layout"
    case .stooqBars: "Stooq"
    case .fred: "Federal Reserve Bank of St. Louis (FRED), or a file in its layout"
    case .nyseBreadth: "NYSE, through Unicorn Research"
    case .ibkrFlex: "Interactive Brokers"
    case .thinkorswimAccount, .thinkorswimPositions: "thinkorswim"
    case .tastytradePositions: "tastytrade"
    case .historicalOptionData: "historicaloptiondata.com"
    case .datedColumns, .constituents, .fomcMeetings, .series, .futuresSettlements,
      .optionQuotes, .breadth, .releases, .policyEvents, .fundamentals, .positions:
      "Not stated in the file"
    }
  }
}
