import MarketData
import Testing

/// Headers that look alike belong to one kind each.
@Suite struct SeriesRecognitionTests {
  private static let files: [(text: String, kind: FileKind?)] = [
    // The project's own formats stay its own.
    ("date,value\n2016-01-04,1\n", .series),
    ("date,value,known_date\n2016-01-04,1,\n", .series),
    ("date,advances,declines\n2016-01-04,1,2\n", .breadth),
    ("date,expiration,settle\n2016-01-04,2016-02-17,20\n", .futuresSettlements),
    ("date,event\n2016-01-27,statement\n", .policyEvents),
    ("Date,Value\n2016-01-04,1\n", .fred),
    // More columns than the project's own format has.
    ("date,advances,declines,ema5\n2016-01-04,1,2,3\n", .datedColumns),
    // An index of Cboe's, a series of FRED's, or neither.
    ("DATE,VIX\n01/04/2016,20\n", .cboeIndex),
    ("DATE,VIX\n2016-01-04,20\n", .cboeIndex),
    ("DATE,VIXCLS\n2016-01-04,20\n", .fred),
    ("Date,VIXCLS\n1/4/2016,20\n", .fred),
    ("Date,vix\n1/4/2016,20\n", .datedColumns),
    ("Date,CAPE\n2016-01-01,20\n", .datedColumns),
    ("DATE,CLOSE\n2016-01-04,20\n", .yahooBars),
    // Bars by the capitals of their header.
    ("DATE,OPEN,HIGH,LOW,CLOSE\n01/04/2016,1,2,1,2\n", .cboeIndex),
    ("Date,Open,High,Low,Close\n01/04/2016,1,2,1,2\n", .yahooBars),
    ("DATE,OPEN,HIGH,LOW,CLOSE,VOLUME\n2016-01-04,1,2,1,2,3\n", .yahooBars),
    ("Date,Open,Close\n2016-01-04,1,2\n", .datedColumns),
    // Headerless.
    ("20160104, 5\n", .nyseBreadth),
    ("20161304, 5\n", nil),
    ("20160104, 5, 6\n", nil),
    ("2016-01-04,5\n", nil),
  ]

  @Test(arguments: files.indices)
  func kind(index: Int) {
    let (text, kind) = Self.files[index]
    #expect(FileRecogniser.kind(of: bytes(text)) == kind, "\(text)")
    #expect(FileRecogniser.kind(of: bytes("\u{FEFF}" + text)) == kind, "\(text)")
    let windows = text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
    #expect(FileRecogniser.kind(of: bytes(windows)) == kind, "\(text)")
  }
}
