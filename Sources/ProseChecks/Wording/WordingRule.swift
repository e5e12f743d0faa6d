/// A phrase that pages do not use, such as a promise.
public struct WordingRule: Hashable, Sendable {
  /// The words, in any case; `|` parts alternatives for a word, such as `will rise|fall`.
  public var phrase: String
  /// An error for promises, a warning for what sounds like advice.
  public var severity: ProseFinding.Severity
  /// Why it is not used, as the end of the sentence “… because it …”.
  public var reason: String
  /// What to write instead, as a sentence.
  public var remedy: String
  /// Longer phrases in which the words mean something else, such as `risk-free rate`.
  public var exceptions: [String]

  /// Whether the phrase and its exceptions can be read: each has a word, and alternatives are single
  /// words without hyphen and apostrophe.
  public var isReadable: Bool { ([phrase] + exceptions).allSatisfy(WordPhrase.isReadable) }

  /// Creates a rule.
  public init(
    phrase: String, severity: ProseFinding.Severity, reason: String, remedy: String,
    exceptions: [String] = []
  ) {
    self.phrase = phrase
    self.severity = severity
    self.reason = reason
    self.remedy = remedy
    self.exceptions = exceptions
  }
}

/// A phrase that one file may use all the same.
public struct WordingAllowance: Hashable, Sendable {
  /// The phrase of a rule, as the rule writes it.
  public var phrase: String
  /// The file.
  public var file: String

  /// Creates an allowance.
  public init(phrase: String, file: String) {
    self.phrase = phrase
    self.file = file
  }
}
