public import ALVH
import DecisionArchive
public import MarketData
import Quant

/// Builds a site: reads content, computes decisions, renders pages, and returns files.
///
/// Nothing is looked up: file system, clock for timings and number of workers are passed in. The same
/// inputs give the same bytes whatever `jobs` is. Publishing the files is a separate step.
public struct SiteBuilder: Sendable {
  private let source: any FileSystem
  private let product: (any FileSystem)?
  private let target: LinkTarget
  private let jobs: Int
  private let version: String

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - source: the site's folder, with `Content` and optionally `Templates`.
  ///   - product: the product's own folder, whose `Templates` fill in what the site lacks.
  ///   - target: how links are written.
  ///   - jobs: threads to use.
  ///   - version: the program's version, printed at the foot of pages.
  public init(
    source: any FileSystem, product: (any FileSystem)?, target: LinkTarget, jobs: Int,
    version: String
  ) {
    self.source = source
    self.product = product
    self.target = target
    self.jobs = max(1, jobs)
    self.version = version
  }

  /// A finished build: the files, what was worth a warning, and where the time went.
  public struct Output: Sendable {
    /// Every file of the site.
    public var files: [OutputFile]
    /// Warnings, sorted.
    public var warnings: [Diagnostic]
    /// Durations of the phases.
    public var timings: BuildTimings
    /// Pages among the files.
    public var pageCount: Int
    /// The decisions behind the write-ups.
    public var decisions: [DailyDecision]
  }

  /// Builds the whole site in memory.
  ///
  /// - Throws: `DiagnosticList` with every fault of the content and the templates; other errors when
  ///   reading fails.
  public func build(timings: BuildTimings) throws -> Output {
    var timings = timings
    var problems: [Diagnostic] = []
    let content = try timings.measure("read content and data") {
      try ContentReader(fileSystem: source, product: product, jobs: jobs).read(into: &problems)
    }
    let (templates, assets) = try timings.measure("read templates") {
      (
        try TemplateLibrary(site: source, product: product, into: &problems),
        try SiteAssets(site: source, product: product)
      )
    }
    guard let content else { throw DiagnosticList(problems) }
    try DiagnosticList(problems).throwIfErrors()
    let site = try timings.measure("compute decisions") {
      try SiteAssembly(
        content: content, templates: templates, assets: assets, target: target, version: version
      ).site(into: &problems)
    }
    try DiagnosticList(problems).throwIfErrors()
    let plan = PagePlan(site: site)
    let rendering = try timings.measure("render pages") {
      try PageRenderer(site: site, plan: plan, jobs: jobs).render(into: &problems)
    }
    problems += templates.diagnostics()
    let list = DiagnosticList(problems)
    try list.throwIfErrors()
    let index = try timings.measure("write the search index") {
      try SiteIndex(site: site).files(for: rendering.analyses)
    }
    let extras = try timings.measure("write feeds and assets") {
      try SiteExtras(site: site, plan: plan).files()
    }
    let pages = rendering.files
    return Output(
      files: pages + index + extras, warnings: list.warnings, timings: timings,
      pageCount: pages.count { $0.path.hasSuffix(".html") },
      decisions: site.decisions)
  }
}
