import Quant

/// One documented parameter of a profile: value, unit, denominator and where it comes from.
///
/// Parameters live in profile files; this value is a file's entry, or one taken over from the profile
/// the file is based on.
public struct ProfileParameter: Sendable, Hashable, Codable {
  /// How a value came into the method.
  public enum Origin: String, Sendable, Codable, CaseIterable {
    /// The source says it.
    case stated
    /// The source implies it.
    case inferred
    /// The source is silent; this project chose it.
    case invented
  }

  /// Name in profile files and in the code, for example `bands.1.coverageMin`.
  public var key: String
  /// The value as the file writes it: a decimal, a ratio such as `1/3`, a word, `yes` or `no`.
  public var value: String
  /// Its unit, one of those that the schema allows for the key.
  public var unit: String
  /// What a fraction is a fraction of, or what a count is counted per; empty otherwise.
  public var denominator: String
  /// Section of the methodology, passage of the seed, or publication.
  public var source: String
  /// Stated, inferred or invented.
  public var origin: Origin
  /// A remark for readers; empty when there is none.
  public var note: String
  /// The profile the parameter was taken over from; `nil` when the profile's own file sets it.
  public var inheritedFrom: String?

  /// Creates a parameter.
  public init(
    key: String, value: String, unit: String, denominator: String = "", source: String,
    origin: Origin, note: String = "", inheritedFrom: String? = nil
  ) {
    self.key = key
    self.value = value
    self.unit = unit
    self.denominator = denominator
    self.source = source
    self.origin = origin
    self.note = note
    self.inheritedFrom = inheritedFrom
  }
}
