import Synchronization

/// Everything that a piece of work asked of the file systems, with the answers it got.
///
/// Work that depends on nothing else need not be done again while every question has the same answer.
struct FileTrace: Sendable {
  /// A question to a file system.
  enum Question: Hashable, Sendable {
    case contents(String)
    case listing(String)
  }

  /// What the file system answered; failures are told apart by their description.
  enum Answer: Hashable, Sendable {
    case contents([UInt8])
    case listing([String])
    case failure(String)
  }

  fileprivate(set) var site: [Question: Answer] = [:]
  fileprivate(set) var product: [Question: Answer] = [:]

  /// Whether the files answer every question as before.
  ///
  /// Complexity: O(bytes of the files), without their being parsed.
  func holds(for inputs: BuildInputs) -> Bool {
    Self.holds(site, for: inputs.site)
      && (inputs.product.map { Self.holds(product, for: $0) } ?? product.isEmpty)
  }

  private static func holds(_ answers: [Question: Answer], for files: any FileSystem) -> Bool {
    answers.allSatisfy { answer(to: $0.key, of: files) == $0.value }
  }

  private static func answer(to question: Question, of files: any FileSystem) -> Answer {
    do {
      switch question {
      case .contents(let path): return .contents(try files.read(path))
      case .listing(let folder): return .listing(try files.files(under: folder))
      }
    } catch {
      return .failure(String(describing: error))
    }
  }
}

/// File systems that write down what they are asked.
struct TracedInputs {
  private let siteFiles: TracedFiles
  private let productFiles: TracedFiles?

  init(_ inputs: BuildInputs) {
    siteFiles = TracedFiles(inputs.site)
    productFiles = inputs.product.map(TracedFiles.init)
  }

  /// The same inputs, written down as they are read.
  var inputs: BuildInputs { BuildInputs(site: siteFiles, product: productFiles) }

  /// What has been asked so far.
  var trace: FileTrace {
    FileTrace(site: siteFiles.answers, product: productFiles?.answers ?? [:])
  }
}

private final class TracedFiles: FileSystem {
  private let base: any FileSystem
  private let asked = Mutex<[FileTrace.Question: FileTrace.Answer]>([:])

  init(_ base: any FileSystem) {
    self.base = base
  }

  var answers: [FileTrace.Question: FileTrace.Answer] { asked.withLock { $0 } }

  func read(_ path: String) throws -> [UInt8] {
    let result = Result { try base.read(path) }
    note(.contents(path), result.map { .contents($0) })
    return try result.get()
  }

  func files(under folder: String) throws -> [String] {
    let result = Result { try base.files(under: folder) }
    note(.listing(folder), result.map { .listing($0) })
    return try result.get()
  }

  private func note(_ question: FileTrace.Question, _ result: Result<FileTrace.Answer, any Error>) {
    let answer: FileTrace.Answer =
      switch result {
      case .success(let answer): answer
      case .failure(let error): .failure(String(describing: error))
      }
    asked.withLock { $0[question] = answer }
  }
}
