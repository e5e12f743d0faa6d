import ALVH
import DecisionArchive
import MarketData
import ProseChecks
import Quant
import TextDistance

/// Computes what all pages share: decisions of every profile, digests, disclaimer bodies.
struct SiteAssembly {
  let content: SiteContent
  let templates: TemplateLibrary
  let assets: SiteAssets
  let target: LinkTarget
  let version: String

  /// What the analytics say: decisions by profile, digests, and the series the charts draw.
  struct Analysis: Sendable {
    var decisions: [DailyDecision] = []
    var alternatives: [CalendarDate: [ProfileDecision]] = [:]
    var snapshots: [CalendarDate: SnapshotDigest] = [:]
    var track: ChartTrack?
  }

  func site(into problems: inout [Diagnostic]) -> Site {
    let profile = profile(into: &problems)
    return site(profile, analysis(profile, into: &problems), into: &problems)
  }

  /// The profile that decides.
  func profile(into problems: inout [Diagnostic]) -> Profile {
    // A site of pages alone needs no profile, and may be built where none is found.
    let needsProfile = content.configuration.writeUps != nil || content.configuration.namesProfile
    return needsProfile ? content.ruleTable(into: &problems) ?? .seedOBV : .seedOBV
  }

  /// What the analytics say; it depends on configuration, profiles, data and book only.
  func analysis(_ profile: Profile, into problems: inout [Diagnostic]) -> Analysis {
    guard let (history, book, range) = analysable else { return Analysis() }
    var analysis = Analysis()
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
    analysis.snapshots = SnapshotDigest.bySession(history, account: book.account)
    return analysis
  }

  /// What a site needs for write-ups; `nil` for a site of pages alone.
  private var analysable: (MarketHistory, BookFile, ClosedRange<CalendarDate>)? {
    guard let history = content.history, let book = content.book,
      let range = content.configuration.writeUps, !history.bars.isEmpty
    else { return nil }
    return (history, book, range)
  }

  /// Joins what was computed with the content.
  func site(
    _ profile: Profile, _ analysis: Analysis, into problems: inout [Diagnostic]
  ) -> Site {
    let decisions = analysis.decisions
    if analysable != nil { reportsWithoutSession(decisions, into: &problems) }
    return Site(
      content: content, target: target, version: version, decisions: decisions,
      alternatives: analysis.alternatives, snapshots: analysis.snapshots,
      indexByDate: Dictionary(
        uniqueKeysWithValues: zip(decisions.map(\.date), decisions.indices)),
      profile: profile, track: analysis.track, calendar: .cboe, templates: templates,
      assets: assets, disclaimerHTML: disclaimers(into: &problems), terms: terms(into: &problems),
      tags: TagIndex(content.taggedPages),
      navigation: NavigationEntry.entries(
        of: content, hasWriteUps: !decisions.isEmpty,
        hasSearch: Site.hasSearch(content.configuration, templates, assets)))
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

  /// The glossary as texts use it.
  private func terms(into problems: inout [Diagnostic]) -> TermIndex {
    let slugs = content.terms.map(\.slug)
    let unlinked = content.configuration.unlinkedTerms
    for slug in unlinked where !slugs.contains(slug) {
      problems.append(
        .error(
          content.configuration.unlinkedTermsPlace, "`unlinkedTerms` lists no term `\(slug)`",
          Spelling.nearest(to: slug, among: slugs.sorted()).map { "Did you mean `\($0)`?" }
            ?? "List names of files in Content/glossary without their ending."))
    }
    return TermIndex(
      content.terms.map { term in
        DefinedTerm(
          slug: term.slug, forms: [term.title] + term.aka,
          isLinked: !unlinked.contains(term.slug))
      })
  }

  private func disclaimers(into problems: inout [Diagnostic]) -> [String: String] {
    content.disclaimers.mapValues { DisclaimerBodies.markup(of: $0, into: &problems) }
  }
}
