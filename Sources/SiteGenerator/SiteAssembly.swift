import ALVH
import DecisionArchive
import MarketData
import Quant

/// Computes what all pages share: decisions of every profile, digests, disclaimer bodies.
struct SiteAssembly {
  let content: SiteContent
  let templates: TemplateLibrary
  let assets: SiteAssets
  let target: LinkTarget
  let version: String

  /// What the analytics say: decisions by profile and the series the charts draw.
  private struct Analysis {
    var decisions: [DailyDecision] = []
    var alternatives: [CalendarDate: [ProfileDecision]] = [:]
    var track: ChartTrack?
  }

  func site(into problems: inout [Diagnostic]) throws -> Site {
    // A site of pages alone needs no profile, and may be built where none is found.
    let needsProfile = content.configuration.writeUps != nil || content.configuration.namesProfile
    let profile = needsProfile ? content.ruleTable(into: &problems) ?? .seedOBV : .seedOBV
    var analysis = Analysis()
    var snapshots: [CalendarDate: String] = [:]
    if let history = content.history, let book = content.book,
      let range = content.configuration.writeUps, !history.bars.isEmpty
    {
      let result = Result { () throws(SeriesError) in
        try analyse(history, book, range, profile)
      }
      switch result {
      case .success(let computed): analysis = computed
      case .failure(let error):
        problems.append(
          .error(
            SourceLocation(file: SourcesFile.path, line: 1, column: 1),
            "the index series cannot be analysed: \(error)",
            "Correct the file of the source that feeds the index."))
      }
      snapshots = SnapshotDigest.bySession(history, book: book.snapshots).mapValues(\.short)
      reportsWithoutSession(analysis.decisions, into: &problems)
    }
    let decisions = analysis.decisions
    return Site(
      content: content, target: target, version: version, decisions: decisions,
      alternatives: analysis.alternatives, snapshots: snapshots,
      indexByDate: Dictionary(
        uniqueKeysWithValues: zip(decisions.map(\.date), decisions.indices)),
      profile: profile, track: analysis.track, calendar: .cboe, templates: templates,
      assets: assets,
      disclaimerHTML: disclaimers(into: &problems),
      navigation: NavigationEntry.entries(
        of: content, hasWriteUps: !decisions.isEmpty,
        hasSearch: Site.hasSearch(templates, assets)))
  }

  private func analyse(
    _ history: MarketHistory, _ book: BookFile, _ range: ClosedRange<CalendarDate>,
    _ profile: Profile
  ) throws(SeriesError) -> Analysis {
    let account = book.account
    var analysis = Analysis()
    analysis.decisions = try DailyEngine(
      profile: profile, account: account, declaresExchangeRate: content.declaresExchangeRate
    ).decisions(history, in: range)
    for other in content.profiles.definitions where other.id != profile.id {
      for decision in try other.decisions(
        history, account: account, in: range, declaresExchangeRate: content.declaresExchangeRate)
      {
        analysis.alternatives[decision.date, default: []].append(decision)
      }
    }
    analysis.track = ChartTrack(try SignalTrack(history, profile: profile))
    return analysis
  }

  private func reportsWithoutSession(
    _ decisions: [DailyDecision], into problems: inout [Diagnostic]
  ) {
    let dates = Set(decisions.map(\.date))
    for (date, report) in content.reports where !dates.contains(date) {
      problems.append(
        .error(
          SourceLocation(file: report.prose.file, line: 1, column: 1),
          "there is no session on \(date) among the write-ups",
          "Give the report the date of a session from `from` to `to` of \(SiteConfiguration.path).")
      )
    }
  }

  private func disclaimers(into problems: inout [Diagnostic]) -> [String: String] {
    content.disclaimers.mapValues { DisclaimerBodies.markup(of: $0, into: &problems) }
  }
}
