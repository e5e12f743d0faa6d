import MarketData

/// Stylesheets are small and fetch nothing from elsewhere.
enum StylesheetRule {
  /// Largest weight of a stylesheet, bytes.
  static let heaviest = 64 * 1024

  static func check(_ bytes: [UInt8], file: String, _ result: inout AssetCheck.Result) {
    if bytes.count > heaviest {
      result.findings.add(
        .stylesheetWeight, in: file, "the stylesheet weighs \(bytes.count) bytes",
        "A stylesheet has at most \(heaviest); leave out what no page uses.")
    }
    for (address, offset) in StylesheetAddresses(bytes).addresses {
      let place = StylesheetAddresses.place(of: offset, in: bytes, file: file)
      if SiteAddress.isElsewhere(address) {
        result.findings.add(
          .externalRequest, at: place, "the stylesheet requests `\(address)`",
          "Ship the file with the site.")
      } else if !address.hasPrefix("#") {
        result.links.append(PageFacts.Place(text: address, location: place))
      }
    }
  }
}
