import Testing

@testable import SiteGenerator

@Suite struct SiteAssetsTests {
  private let product = InMemoryFileSystem([
    "Templates/assets/a.js": "abc", "Templates/assets/b.css": "old", "Templates/base.mustache": "",
    "Templates/assets/c.svg": "abc",
  ])

  @Test func theSitesOwnWinOverTheProducts() throws {
    let site = InMemoryFileSystem(["Templates/assets/b.css": "new"])
    let assets = try SiteAssets(site: site, product: product)
    #expect(assets.files.map(\.path) == ["assets/a.js", "assets/b.css", "assets/c.svg"])
    #expect(assets.files[1].bytes == Array("new".utf8))
    #expect(assets.has("assets/a.js") && !assets.has("assets/d.js"))
  }

  /// The value of `printf abc | openssl dgst -sha384 -binary | base64`.
  @Test func scriptsAndStylesheetsHaveAnIntegrityValue() throws {
    let assets = try SiteAssets(site: product, product: nil)
    #expect(
      assets.integrity(of: "assets/a.js")
        == "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn")
    #expect(assets.integrity(of: "assets/b.css")?.hasPrefix("sha384-") == true)
    #expect(assets.integrity(of: "assets/c.svg") == nil)
  }
}
