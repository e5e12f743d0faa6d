import ALVH
import SVGCharts

/// The parameters of one rule with the value of each profile that has a rule table.
struct RuleParameters {
  let site: Site
  let rule: MethodRule
  let page: PagePath

  private var parameters: [ProfileParameter] {
    site.profileParameters.filter { rule.uses($0.key) }
  }

  /// Profiles with a rule table, the one that decides first.
  private var profiles: [ProfileDefinition] {
    let tables = site.content.profiles.definitions.filter { $0.ruleTable != nil }
    return tables.filter { $0.id == site.profile.id } + tables.filter { $0.id != site.profile.id }
  }

  var isEmpty: Bool { parameters.isEmpty }

  var context: TemplateContext {
    let profiles = profiles
    let own = ReadingPages.path(ofProfile: site.profile.id)
    let columns = profiles.map { profile in
      Cells.link(
        profile.id, site.link(from: page, to: ReadingPages.path(ofProfile: profile.id)))
    }
    let rows = parameters.map { parameter -> TemplateContext in
      [
        "name": ProfileDefinition.caption(of: parameter.key)?.name ?? parameter.key,
        "href": site.link(from: page, to: own, fragment: parameter.key), "key": parameter.key,
        "values": profiles.map { profile -> TemplateContext in
          let value = profile.parameters.first { $0.key == parameter.key }?.value
          return ["text": value.map(NumberText.signed) ?? NumberText.missing]
        },
        "unit": parameter.unit,
        "denominator": parameter.denominator.isEmpty ? NumberText.missing : parameter.denominator,
        "source": parameter.source, "origin": parameter.origin.rawValue,
        "originClass": parameter.origin.rawValue,
      ]
    }
    var context: TemplateContext = [
      "caption": "Parameters by profile", "profiles": columns, "rows": rows,
    ]
    let others = site.content.profiles.definitions.count - profiles.count
    if others > 0 {
      context["noteHTML"] =
        "The other \(others) profiles are standing plans: they read no signal and have no such "
        + "parameters."
    }
    return context
  }
}

extension NumberText {
  /// A number as a profile writes it, with a true minus sign.
  static func signed(_ text: String) -> String {
    text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
  }
}
