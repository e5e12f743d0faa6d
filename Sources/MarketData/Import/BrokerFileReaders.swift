/// Readers of brokers' statements.
enum BrokerFileReaders {
  static let all: [any FileReader.Type] = []
}
