/// Readers of prices and series; general kinds come last.
enum SeriesFileReaders {
  static let all: [any FileReader.Type] = []
}
