import MarketData
import Testing

@testable import SiteGenerator

/// Text that leaves the product and may be opened in a spreadsheet.
struct StoredTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1+2", "'+1+2"), ("@SUM(1)", "'@SUM(1)"),
    ("-2+3", "'-2+3"), ("-2.5", "-2.5"), ("two\nlines", "\"two\nlines\""), ("", ""),
  ])
  func fieldsAreSafeToOpen(_ text: String, _ written: String) {
    #expect(CSVText.field(text) == written)
  }

  @Test(arguments: [
    (20.0, "20"), (20.7, "20.7"), (-0.5, "-0.5"), (1e22, "1e+22"),
    (0.1 + 0.2, "0.30000000000000004"),
  ])
  func numbersReadBackTheSame(_ value: Double, _ written: String) {
    #expect(CSVText.number(value) == written)
    #expect(Double(written) == value)
  }

  @Test(arguments: [
    ("VIX_History.csv", "", "vix"), ("data/GSPC_ohlc_1927_2026.csv", "", "spx"),
    ("VIX3M_History.csv", "", "vix3m-history"), ("x.csv", "VVIX", "vvix"),
    ("vix.csv", "VVIX", "vvix"), ("x.csv", "RBUSBIS", "reer"), ("^GSPC.csv.gz", "Close", "spx"),
    ("É.csv", "", "unnamed"), ("VNQ.csv", "Volume", "vnq-volume"),
  ])
  func sourcesAreNamedAfterTheSeries(_ file: String, _ series: String, _ id: String) {
    #expect(SourceName.id(series: series, file: file, kind: .series) == id)
  }
}
