/// A public declaration of the analytics, named so that the compiler checks it.
///
/// Removing or renaming the declaration breaks the build of the tests.
struct PublicSymbol {
  /// The type that is, or holds, the declaration.
  let owner: Any.Type
  /// How the declaration is named in messages.
  let name: String

  /// A type.
  static func type(_ type: Any.Type) -> PublicSymbol {
    PublicSymbol(owner: type, name: String(reflecting: type))
  }

  /// A property of a type.
  static func property<Root, Value>(_ path: KeyPath<Root, Value>) -> PublicSymbol {
    PublicSymbol(owner: Root.self, name: String(reflecting: path))
  }

  /// A case of an enumeration.
  static func item<Value>(_ value: Value) -> PublicSymbol {
    PublicSymbol(owner: Value.self, name: String(reflecting: value))
  }

  /// A function, an initialiser or a constant of a type.
  static func member<Member>(of owner: Any.Type, _ member: Member) -> PublicSymbol {
    PublicSymbol(owner: owner, name: "\(String(reflecting: owner)): \(Member.self)")
  }

  /// The module that declares the owner.
  var module: Substring {
    let name = String(reflecting: owner)
    return name.drop { $0 == "(" }.prefix { $0 != "." }
  }
}
