/// Readers of prices and series; general kinds come last.
enum SeriesFileReaders {
  static let all: [any FileReader.Type] = [
    NYSEBreadthFileReader.self, FOMCMeetingsFileReader.self, FundamentalsFileReader.self,
    ConstituentsFileReader.self, CboeIndexFileReader.self, FREDFileReader.self,
    StooqFileReader.self, YahooFileReader.self, DatedColumnsFileReader.self,
  ]
}
