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
  private let isStrict: Bool
  private let publication: Publication

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - source: the site's folder, with `Content` and optionally `Templates`.
  ///   - product: the product's own folder, whose `Templates` fill in what the site lacks.
  ///   - target: how links are written.
  ///   - jobs: threads to use.
  ///   - version: the program's version, printed at the foot of pages.
  ///   - isStrict: whether a warning stops the build as an error does.
  ///   - publication: which texts that are not public yet are shown.
  public init(
    source: any FileSystem, product: (any FileSystem)?, target: LinkTarget, jobs: Int,
    version: String, isStrict: Bool = false, publication: Publication = Publication()
  ) {
    self.publication = publication
    self.source = source
    self.product = product
    self.target = target
    self.jobs = max(1, jobs)
    self.version = version
    self.isStrict = isStrict
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
    /// Texts that are not public yet and were left out.
    public var held: [HeldText]
  }

  /// Builds the whole site in memory.
  ///
  /// - Parameters:
  ///   - timings: the record that the phases are added to.
  ///   - kept: what earlier builds of this site left; what did not change since is used again.
  ///     Without one nothing is kept, which saves the time of writing down what a page rests on.
  /// - Returns: the files and what is to be said about them.
  /// - Throws: `DiagnosticList` with every fault of the content and the templates; other errors when
  ///   reading fails.
  public func build(
    timings: BuildTimings, session kept: BuildSession? = nil
  ) throws -> Output {
    let session = kept ?? BuildSession()
    var timings = timings
    var problems: [Diagnostic] = []
    let inputs = BuildInputs(site: BuildFiles(source), product: product.map(BuildFiles.init))
    let content = try timings.measure("read content and data") {
      try ContentReader(
        fileSystem: inputs.site, product: inputs.product, jobs: jobs, publication: publication,
        memory: session.content
      ).read(into: &problems)
    }
    let parsed = try timings.measure("read templates") {
      try session.templates.value(from: inputs, into: &problems) {
        try TemplateLibrary(site: $0.site, product: $0.product, into: &$1)
      }
    }
    let assets = try timings.measure("read assets") {
      try session.assets.value(from: inputs, into: &problems) { inputs, _ in
        try SiteAssets(site: inputs.site, product: inputs.product)
      }
    }
    guard let content else { throw DiagnosticList(problems) }
    try DiagnosticList(problems).throwIfErrors()
    let versions = session.content.versions
    let site = timings.measure("compute decisions") {
      let assembly = SiteAssembly(
        content: content,
        templates: session.pages.templates(for: basis(session, versions), parsed: parsed),
        assets: assets, target: target, version: version)
      let profile = assembly.profile(into: &problems)
      let analysis = session.analysis.value(
        from: inputs, versions: versions.parts, into: &problems
      ) { assembly.analysis(profile, into: &$1) }
      return assembly.site(profile, analysis, into: &problems)
    }
    try DiagnosticList(problems).throwIfErrors()
    let plan = PagePlan(site: site)
    let rendering = try timings.measure("render pages") {
      try PageRenderer(
        site: site, plan: plan, jobs: jobs, versions: versions, memory: kept?.pages
      ).render(into: &problems)
    }
    problems += content.remarks
    let list = DiagnosticList(isStrict ? problems.map(\.strict) : problems)
    try list.throwIfErrors()
    let index = try timings.measure("write the search index") {
      try SiteIndex(site: site).files(for: rendering.analyses)
    }
    let extras = try timings.measure("write feeds and assets") {
      try SiteExtras(site: site, plan: plan, inputs: inputs).files()
    }
    let pages = rendering.files
    return Output(
      files: pages + index + extras, warnings: list.warnings, timings: timings,
      pageCount: pages.count { $0.path.hasSuffix(".html") },
      decisions: site.decisions, held: content.held)
  }

  /// What every page is made from, as versions.
  private func basis(_ session: BuildSession, _ versions: ContentVersions) -> PageMemory.Basis {
    PageMemory.Basis(
      parts: versions.parts, wording: versions.wording, identities: versions.identities,
      templates: session.templates.version, assets: session.assets.version, target: target,
      version: version)
  }
}
