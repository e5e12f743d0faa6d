/// The start of an element, as the scanner met it.
public struct XMLStartTag: Sendable, Hashable {
  /// The name as written, with its prefix if it has one.
  public var name: String
  /// The namespace the name belongs to, if any.
  public var namespace: String?
  /// The attributes in document order, without namespace declarations.
  public var attributes: [Attribute]
  /// The place of the `<`.
  public var location: SourceLocation
  /// Elements that the element lies in; 0 for the root.
  public var depth = 0
  /// The text directly inside, for elements whose text was asked for; else empty.
  public var text = ""

  /// An attribute of an element.
  public struct Attribute: Sendable, Hashable {
    /// The name as written, with its prefix if it has one.
    public var name: String
    /// The value with references resolved.
    public var value: String

    /// Creates an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates a start tag.
  public init(
    name: String, namespace: String?, attributes: [Attribute], location: SourceLocation,
    depth: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.location = location
    self.depth = depth
  }

  /// The value of the attribute with this name as written.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}
