import ALVH
import SVGCharts

extension ReadingPages {
  /// The place of a profile's page.
  static func path(ofProfile id: String) -> PagePath { PagePath("method/profiles/\(id)/") }

  /// The page of a profile that has no text of its own: its summary, its remark, its parameters.
  func profile(_ profile: ProfileDefinition) -> Page {
    let path = Self.path(ofProfile: profile.id)
    var values = ProfileView(profile: profile).values
    values["introHTML"] =
      "<p>\(Markup.escaped(profile.summary))</p>"
      + (profile.note.isEmpty ? "" : "<p>\(Markup.escaped(profile.note))</p>")
    return Page(
      path: path, template: "pages/profile", title: "Profile \(profile.id)",
      description: profile.summary, pageClass: "method", traits: proseTraits, values: values,
      section: PagePath("method/"), sourceFile: nil, search: Self.searchText(of: profile))
  }
}

/// Every profile with a link to its page, for the method page.
struct ProfilePages {
  let site: Site

  func links(from path: PagePath) -> [TemplateContext] {
    guard site.hasWriteUps else { return [] }
    return site.content.profiles.definitions.map { profile in
      var link: TemplateContext = [
        "href": site.link(from: path, to: ReadingPages.path(ofProfile: profile.id)),
        "name": profile.id, "summary": profile.summary,
      ]
      if profile.id == site.profile.id { link["isDefault"] = true }
      return link
    }
  }
}
