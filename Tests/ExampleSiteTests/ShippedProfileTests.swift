import ALVH
import MarketData
import Quant
import Testing

@testable import SiteGenerator

/// The profiles in `Content/profiles`, as every site gets them.
@Suite("The shipped profiles")
struct ShippedProfileTests {
  private static let shipped = [
    "seed-obv", "seed-obv-immediate", "bench-delever", "bench-hold20", "bench-none",
    "bench-spx-put", "bench-vxth", "canon-tiers", "gloss-442", "ladder-442", "learn-simple",
    "pct-442", "short-back", "split-404020",
  ]

  private func catalogue() throws -> ProfileCatalogue {
    var problems: [Diagnostic] = []
    let catalogue = try ProfileCatalogue.read(
      site: Example.root, product: nil, into: &problems)
    #expect(problems == [])
    return catalogue
  }

  @Test("all are there, rule tables first")
  func ids() throws {
    #expect(try catalogue().definitions.map(\.id) == Self.shipped)
  }

  @Test("seed-obv in its file is the library's default")
  func defaultProfile() throws {
    #expect(try catalogue()["seed-obv"]?.ruleTable == .seedOBV)
  }

  @Test("seed-obv-immediate differs in one parameter")
  func immediate() throws {
    var profile = try #require(try catalogue()["seed-obv-immediate"]?.ruleTable)
    #expect(!profile.engine.requireAlignment)
    profile.engine.requireAlignment = true
    profile.id = Profile.seedOBV.id
    profile.summary = Profile.seedOBV.summary
    #expect(profile == .seedOBV)
  }

  @Test("the seed's own numbers are marked as stated")
  func statedNumbers() throws {
    let parameters = try #require(try catalogue()["seed-obv"]).parameters
    let stated = Set(parameters.filter { $0.origin == .stated }.map(\.key))
    #expect(
      stated.isSuperset(of: [
        "bands.1.notionalMin", "bands.3.notionalMax", "bands.1.coverageMin", "engine.rebalanceMin",
        "sizing.minDays", "failureSwing.threshold",
      ]))
    #expect(!stated.contains("sizing.dragLimit"), "its denominator is not stated")
  }

  @Test("the far layer of short-back is sold, and the profile says what that means")
  func shortBack() throws {
    let profile = try #require(try catalogue()["short-back"])
    guard case .standing(let plan) = profile.plan else {
      Issue.record("not standing")
      return
    }
    #expect(plan.layers[2].quantity == .contracts(-2, perCondors: 4))
    #expect(profile.note.hasPrefix("Different risk class"))
  }

  @Test("every profile decides every session of the write-ups", arguments: shipped)
  func decides(id: String) throws {
    let content = Example.content
    let profile = try #require(content.profiles[id])
    let history = try #require(content.history)
    let book = try #require(content.book)
    let range = try #require(content.configuration.writeUps)
    let decisions = try profile.decisions(history, account: book.account, in: range)
    #expect(decisions.count == 189)
    #expect(decisions.allSatisfy { $0.profile == "\(id)@1" })
  }

  @Test("decisions of standing profiles do not look ahead", arguments: shipped.dropFirst(2))
  func noLookAhead(id: String) throws {
    let content = Example.content
    let profile = try #require(content.profiles[id])
    let history = try #require(content.history)
    let account = try #require(content.book).account
    let range = try #require(content.configuration.writeUps)
    let whole = try profile.decisions(history, account: account, in: range)
    for index in stride(from: 11, to: whole.count, by: 31) {
      let date = whole[index].date
      let cut = try profile.decisions(
        history.prefix(through: date), account: account, in: date...date)
      #expect(cut == [whole[index]])
    }
  }
}
