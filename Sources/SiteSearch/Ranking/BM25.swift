#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Okapi BM25 weight of a term in a document.
///
/// idf · f · (k1 + 1) / (f + k1 · (1 − b + b · length / mean length)), with
/// idf = ln(1 + (N − n + ½) / (n + ½)), which is never negative, for N documents of which n hold the
/// term: Robertson and Zaragoza (2009), "The probabilistic relevance framework: BM25 and beyond",
/// eqs. 3.1 and 3.15. The sum over the words of a query is a document's score. Frequencies and
/// lengths are exact whole numbers in the index, so that scores are not quantised.
public struct BM25: Sendable {
  /// How soon repetition of a term stops to count; 1.2.
  public static let k1 = 1.2
  /// How much a long document is discounted; 0.75.
  public static let b = 0.75

  /// The number of documents.
  public let documents: Int
  /// The mean length of a document, in weighted terms.
  public let meanLength: Double

  /// Creates the weighting for a collection of documents with a total length.
  public init(documents: Int, totalLength: Int) {
    self.documents = documents
    meanLength = documents > 0 ? Double(totalLength) / Double(documents) : 0
  }

  /// The inverse document frequency of a term that `holders` documents hold.
  public func inverseDocumentFrequency(holders: Int) -> Double {
    let holders = Double(holders)
    return log(1 + (Double(documents) - holders + 0.5) / (holders + 0.5))
  }

  /// The weight of a term with this frequency in a document of this length; 0 for frequency 0.
  public func weight(frequency: Int, length: Int, inverseDocumentFrequency idf: Double) -> Double {
    guard frequency > 0, meanLength > 0 else { return 0 }
    let frequency = Double(frequency)
    let normalisation = Self.k1 * (1 - Self.b + Self.b * Double(length) / meanLength)
    return idf * frequency * (Self.k1 + 1) / (frequency + normalisation)
  }
}
