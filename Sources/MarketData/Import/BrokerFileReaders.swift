/// Readers of brokers' statements.
enum BrokerFileReaders {
  static let all: [any FileReader.Type] = [
    IBKRFlexFileReader.self, ThinkorswimAccountFileReader.self,
    ThinkorswimPositionsFileReader.self, TastytradePositionsFileReader.self,
  ]
}
