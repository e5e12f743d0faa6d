import ALVH
import SVGCharts

/// A profile's parameters as the method page prints them.
struct ProfileView {
  let profile: Profile

  var values: TemplateContext {
    let parameters = profile.parameters
    var names: [String] = []
    for parameter in parameters where !names.contains(parameter.group) {
      names.append(parameter.group)
    }
    return [
      "heading": profile.id, "version": String(profile.version), "tally": tally(parameters),
      "groups": names.enumerated().map { index, name -> TemplateContext in
        [
          "id": "parameters-\(index + 1)", "heading": name,
          "parameters": parameters.filter { $0.group == name }.map(row),
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
      "name": parameter.name, "key": parameter.key, "value": text(parameter.value),
      "unit": parameter.unit.isEmpty ? NumberText.missing : parameter.unit,
      "denominator": parameter.denominator.isEmpty ? NumberText.missing : parameter.denominator,
      "source": parameter.source, "origin": parameter.origin.rawValue,
      "originClass": parameter.origin.rawValue,
    ]
  }

  private func text(_ value: ProfileParameter.Value) -> String {
    switch value {
    case .number(let value, let decimals): NumberText.fixed(value, decimals: decimals)
    case .percent(let value, let decimals): NumberText.percent(value, decimals: decimals)
    case .percentRange(let low, let high, let decimals):
      "\(NumberText.percent(low, decimals: decimals)) to \(NumberText.percent(high, decimals: decimals))"
    case .range(let low, let high, let decimals):
      "\(NumberText.fixed(low, decimals: decimals)) to \(NumberText.fixed(high, decimals: decimals))"
    case .flag(let value): value ? "yes" : "no"
    }
  }
}
