import ALVH
import Quant
import Testing

@testable import SiteGenerator

/// What `layers --profile` prints for a standing profile, as a reader of the terminal sees it.
@Suite("The terminal's table of a standing profile")
struct StandingTableTests {
  private func table(_ profile: String, on date: CalendarDate) throws -> String {
    let query = DecisionQuery(source: Example.root, product: nil)
    return try query.decision(on: date, profile: profile).table
      // Thin and fixed spaces look like spaces in a terminal.
      .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
  }

  @Test("a hedge that is held, with what cannot be bought")
  func glossary() throws {
    let text = try table("gloss-442", on: CalendarDate(dayNumber: 16_842))  // 2016-02-11
    #expect(
      text.hasPrefix(
        """
        2016-02-11  profile gloss-442@1  option and future prices MODELLED
        The publisher’s glossary: 4, 4 and 2 VIX calls at 30, 110 and 220 days, always held; \
        no new condors from a VIX of 20.
        Reported, not verified. For how many condors a unit is counted is not published.

        Today                              holds +4 VIX 16 Mar 24 calls, +4 VIX 18 May 24 calls; \
        layer 3 has no listed expiration that far out; no new condors at this VIX
        VIX                                28.14
        """))
    #expect(text.contains("1      VIX 2016-03-16 24.0 call    4    34   0.64     119.9  3.13"))
    #expect(text.hasSuffix("Educational. Not advice. Computed from what was known at the close."))
  }

  @Test("a benchmark without a hedge")
  func none() throws {
    let text = try table("bench-delever", on: CalendarDate(dayNumber: 16_842))
    #expect(text.contains("Today                              no hedge; 58 % of the usual condors"))
    #expect(!text.contains("Layer"))
  }

  @Test("an unknown profile is answered with the nearest one")
  func unknown() throws {
    #expect(
      throws: (any Error).self, "there is no such profile"
    ) { try table("gloss-424", on: CalendarDate(dayNumber: 16_842)) }
    do {
      _ = try table("gloss-424", on: CalendarDate(dayNumber: 16_842))
    } catch {
      #expect(
        "\(error)" == "--profile: error: there is no profile `gloss-424`. Did you mean `gloss-442`?"
      )
    }
  }
}
