/// Readers of VX futures.
enum FuturesFileReaders {
  static let all: [any FileReader.Type] = []
}
