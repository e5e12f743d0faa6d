import CLibXML2

// Limits, checked before anything of an element is kept.
extension XMLScan {
  /// Counts an element that begins; false when the document has had its fault.
  func open(declaring namespaces: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
    guard problem == nil else { return false }
    elements += 1
    scopes.append((scopes.last ?? 0) + namespaces)
    if elements > XMLLimits.elements {
      exceed("the document has more than \(XMLLimits.elements) elements", context)
    } else if scopes.count > XMLLimits.depth {
      exceed("elements are nested more than \(XMLLimits.depth) deep", context)
    } else if (scopes.last ?? 0) > XMLLimits.namespaces {
      exceed("more than \(XMLLimits.namespaces) namespaces are declared in one place", context)
    }
    return problem == nil
  }

  func close() {
    if !scopes.isEmpty { scopes.removeLast() }
  }

  /// Whether no value of the element is too long.
  func fits(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int,
    _ context: UnsafeMutableRawPointer?
  ) -> Bool {
    guard let fields else { return true }
    for index in 0..<count {
      guard let start = fields[5 * index + 3], let end = fields[5 * index + 4],
        end - start > XMLLimits.attributeBytes
      else { continue }
      exceed("an attribute is longer than \(XMLLimits.attributeBytes >> 20) MB", context)
      return false
    }
    return true
  }

  private func exceed(_ message: String, _ context: UnsafeMutableRawPointer?) {
    problem = XMLLimits.problem(at: location(startingAtOrBefore: offset(context)), message)
    stop(context)
  }
}
