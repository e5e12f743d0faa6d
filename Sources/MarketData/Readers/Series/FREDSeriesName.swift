/// The identifiers that FRED gives its series, such as `CPIAUCSL` or `T10Y3M`.
enum FREDSeriesName {
  /// Series the product works with; a file headed `Date,<one of these>` is read as FRED's although
  /// FRED itself writes `DATE` or `observation_date`.
  static let used: Set<String> = [
    "CPIAUCSL", "CPIAUCNS", "CPILFESL", "CPILFENS", "PPIACO", "PPIFIS", "PPIFID", "WPSFD4131",
    "FEDFUNDS", "EFFR", "DFF", "SOFR", "DFEDTAR", "DFEDTARL", "DFEDTARU", "RBUSBIS", "VIXCLS",
    "SP500", "DGS1MO", "DGS3MO", "DGS6MO", "DGS1", "DGS2", "DGS3", "DGS5", "DGS7", "DGS10",
    "DGS20", "DGS30", "DTB3", "T10Y2Y", "T10Y3M", "IRLTLT01DEM156N", "IRLTLT01JPM156N",
    "IRLTLT01GBM156N", "IRLTLT01CAM156N",
  ]

  /// Headings that stand for the value of a series they do not name.
  static let generic: Set<String> = ["VALUE", "OBSERVATION_VALUE"]

  private static let priceNames: Set<String> = [
    "OPEN", "HIGH", "LOW", "CLOSE", "VOLUME", "SETTLE", "DATE",
  ]

  /// Whether the text could be an identifier: capitals, digits and underscores after a capital.
  static func isIdentifier(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first), name.utf8.count <= 40 else {
      return false
    }
    return !priceNames.contains(String(name))
      && name.utf8.allSatisfy {
        ASCII.isDigit($0) || (0x41...0x5A).contains($0) || $0 == 0x5F
      }
  }

  /// The one identifier in a file's name, as in `CPIAUCSL (1).csv`; `nil` when there is none or
  /// more than one.
  static func named(_ path: String) -> String? {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    let words = name.split { !($0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber)) }
    let found = words.filter { $0 != "FRED" && $0.utf8.count > 1 && isIdentifier($0) }
    return found.count == 1 ? found.first.map(String.init) : nil
  }
}
