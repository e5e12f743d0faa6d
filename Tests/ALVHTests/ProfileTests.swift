import ALVH
import Testing

@Suite("Profiles")
struct ProfileTests {
  @Test("ids are unique and the default comes first")
  func ids() {
    let ids = Profile.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.first == "seed-obv")
  }

  @Test("the seed's own numbers are marked as stated")
  func statedNumbers() {
    let stated = Set(Profile.seedOBV.parameters.filter { $0.origin == .stated }.map(\.key))
    #expect(
      stated.isSuperset(of: [
        "bands.1.notional", "bands.3.notional", "bands.1.coverage", "rebalance", "tenor",
        "failureSwing.threshold",
      ]))
  }

  @Test("every parameter has a source, and a fraction has a denominator")
  func documented() {
    for parameter in Profile.seedOBV.parameters {
      #expect(!parameter.source.isEmpty && !parameter.name.isEmpty)
      switch parameter.value {
      case .percent, .percentRange: #expect(!parameter.denominator.isEmpty, "\(parameter.key)")
      default: break
      }
    }
  }

  @Test("bands follow each other without a gap, as the methodology says")
  func bands() {
    let bands = Profile.seedOBV.bands
    #expect(bands.count == 3)
    for (lower, upper) in zip(bands, bands.dropFirst()) {
      #expect(lower.coverageMax == upper.coverageMin && lower.notionalMax == upper.notionalMin)
    }
    #expect(bands.map(\.coverageMin) == [1.0 / 3, 0.5, 0.75] && bands[2].coverageMax == 1)
  }
}
