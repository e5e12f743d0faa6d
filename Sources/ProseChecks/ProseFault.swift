/// What is wrong with a reference or an assertion: the caller knows where it stands.
public struct ProseFault: Error, Hashable, Sendable {
  /// What is wrong, without a closing period.
  public var message: String
  /// What to do about it: one or more sentences.
  public var remedy: String
  /// Where in the given text the fault begins, in Unicode scalars from 0.
  public var offset: Int

  init(_ message: String, _ remedy: String, offset: Int = 0) {
    self.message = message
    self.remedy = remedy
    self.offset = offset
  }

  /// The same fault at another place.
  func at(_ offset: Int) -> ProseFault {
    var fault = self
    fault.offset = offset
    return fault
  }
}
