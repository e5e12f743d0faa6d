import ALVH
import SVGCharts

/// A profile's parameters as the method page prints them.
struct ProfileView {
  let profile: ProfileDefinition

  var values: TemplateContext {
    let parameters = profile.parameters
    var names: [String] = []
    for parameter in parameters where !names.contains(caption(parameter).group) {
      names.append(caption(parameter).group)
    }
    return [
      "heading": profile.id, "version": String(profile.version), "tally": tally(parameters),
      "groups": names.enumerated().map { index, name -> TemplateContext in
        [
          "id": "parameters-\(index + 1)", "heading": name,
          "parameters": parameters.filter { caption($0).group == name }.map(row),
        ]
      },
    ]
  }

  private func tally(_ parameters: [ProfileParameter]) -> String {
    let parts = ProfileParameter.Origin.allCases.map { origin in
      "\(parameters.count { $0.origin == origin }) \(origin.rawValue)"
    }
    return "\(parameters.count) parameters: \(parts.joined(separator: ", "))"
  }

  private func row(_ parameter: ProfileParameter) -> TemplateContext {
    [
      "name": caption(parameter).name, "key": parameter.key,
      "value": NumberText.signed(parameter.value), "unit": parameter.unit,
      "denominator": parameter.denominator.isEmpty ? NumberText.missing : parameter.denominator,
      "source": source(parameter), "origin": parameter.origin.rawValue,
      "originClass": parameter.origin.rawValue,
    ]
  }

  private func caption(_ parameter: ProfileParameter) -> (group: String, name: String) {
    ProfileDefinition.caption(of: parameter.key) ?? ("Parameters", parameter.key)
  }

  private func source(_ parameter: ProfileParameter) -> String {
    var text = parameter.source
    if !parameter.note.isEmpty { text += ". \(parameter.note)" }
    if let base = parameter.inheritedFrom { text += " (as \(base))" }
    return text
  }
}
