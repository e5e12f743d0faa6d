import Testing

@testable import SiteAudit

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("s-%E2%88%92120", "s-−120"), ("%", "%"), ("%4", "%4"), ("%41%", "A%"),
    ("%+1%-1%zz", "%+1%-1%zz"), ("%2541", "%41"), ("%FF", "\u{FFFD}"),
  ])
  func escapesAreDecodedOnce(text: String, expected: String) {
    #expect(PercentEncoding.decoded(text) == expected)
  }
}
