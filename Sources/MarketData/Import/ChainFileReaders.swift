/// Readers of option chains.
enum ChainFileReaders {
  static let all: [any FileReader.Type] = [
    CboeDelayedQuotesReader.self, DataShopQuotesReader.self, HistoricalOptionDataReader.self,
  ]
}
