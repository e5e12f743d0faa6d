import Foundation
import MarketData
import PreviewServer
import SiteGenerator

/// Builds the site, shows it, and does so again whenever its sources change.
struct PreviewLoop {
  private let source: SourceOptions
  private let target: LinkTarget
  private let jobs: Int
  private let publication: Publication
  private let server: PreviewServer
  private let isQuiet: Bool
  private let session = BuildSession()
  private let watch: FolderWatch
  private var shown: [String: [UInt8]]?
  /// The texts that the last build left out.
  private var held: [HeldText] = []

  /// Milliseconds between two looks at the sources.
  private static let interval = 100
  /// Milliseconds that sources must stay the same before they are built: editors write in steps.
  private static let pause = 15

  init(
    source: SourceOptions, target: LinkTarget, jobs: Int, publication: Publication,
    server: PreviewServer, isQuiet: Bool
  ) {
    self.publication = publication
    self.source = source
    self.target = target
    self.jobs = jobs
    self.server = server
    self.isQuiet = isQuiet
    let site = ["Content", "Templates"].map { source.fileSystem.root.path + "/" + $0 }
    let product = ["Templates", "Content/profiles"].compactMap { folder in
      source.productFileSystem.map { $0.root.path + "/" + folder }
    }
    watch = FolderWatch(folders: site + product.filter { !site.contains($0) })
  }

  /// Runs until it is interrupted.
  mutating func run(until interrupt: Interrupt) {
    build()
    while !interrupt.comes(within: Self.interval) {
      guard watch.hasChanged() else { continue }
      while watch.hasChangedAfter(milliseconds: Self.pause) {}
      build()
    }
  }

  private mutating func build() {
    let start = ProcessInfo.processInfo.systemUptime
    do {
      let built = try SiteBuilder(
        source: source.fileSystem, product: source.productFileSystem, target: target, jobs: jobs,
        version: Hedgebook.version, publication: publication
      ).build(timings: BuildTimings { ProcessInfo.processInfo.systemUptime }, session: session)
      let changed = show(built.files)
      if held != built.held {
        held = built.held
        for text in held { report("left out: \(text.file), \(text.explanation)") }
      }
      let milliseconds = Int(((ProcessInfo.processInfo.systemUptime - start) * 1000).rounded())
      for warning in built.warnings { Message.error(warning.description) }
      report("\(milliseconds) ms: \(Message.count(built.pageCount, "page")), \(changed)")
    } catch let list as DiagnosticList {
      show(list.items)
      for item in list.items { Message.error(item.description) }
      Message.error(
        "\(Message.count(list.errors.count, "error")); pages show them until the sources are mended."
      )
    } catch {
      let reason = Message.words(of: error)
      show([Diagnostic(location: SourceLocation(file: source.source), message: reason, remedy: "")])
      Message.error("error: \(reason)")
    }
  }

  /// Shows the files unless they are the ones that are shown; says how many differ.
  private mutating func show(_ files: [OutputFile]) -> String {
    let files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    defer { shown = files }
    guard let shown else {
      server.show(files: files)
      return "all new"
    }
    let changed = files.count { shown[$0.key] != $0.value } + shown.keys.count { files[$0] == nil }
    guard changed > 0 else { return "none changed" }
    server.show(files: files)
    return "\(Message.count(changed, "file")) changed"
  }

  private mutating func show(_ problems: [Diagnostic]) {
    let files: [any FileSystem] = [source.fileSystem] + [source.productFileSystem].compactMap { $0 }
    server.show(faults: problems.map { Self.fault($0, files) })
    // The next good build is shown even when it is the one from before the faults.
    shown = nil
  }

  private static func fault(_ problem: Diagnostic, _ files: [any FileSystem]) -> PreviewFault {
    var excerpt: SourceExcerpt?
    if let line = problem.location.line {
      // A file that cannot be read has no line to show; the message says what is wrong with it.
      let bytes = files.lazy.compactMap { try? $0.read(problem.location.file) }.first
      excerpt = bytes.flatMap { SourceExcerpt(of: $0, line: line, column: problem.location.column) }
    }
    return PreviewFault(
      severity: problem.severity == .error ? .error : .warning,
      place: problem.location.description, message: problem.message, remedy: problem.remedy,
      excerpt: excerpt)
  }

  private func report(_ line: String) {
    guard !isQuiet else { return }
    print(line)
    fflush(nil)
  }
}

extension FolderWatch {
  /// Whether anything changes within a short pause.
  fileprivate func hasChangedAfter(milliseconds: Int) -> Bool {
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    return hasChanged()
  }
}
