using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ManifestIsReadableTests
{
    private static readonly ManifestIsReadable Rule = new();

    private const string Json = """
        { "version": 1, "pair": "main", "workload": "orders", "owner": "o", "tier": "t", "role": "primary",
          "regions": { "primary": "eu-west-1", "standby": "eu-central-1" }, "objectives": { "region": { "rpo": "5m", "rto": "1h" } } }
        """;

    [Fact]
    public void WholeManifest_IsCompliant() => Assert.Empty(Graph(Json).Violations(Rule));

    [Theory]
    [InlineData("version", "2", "the manifest's version is 2, 1 needed")]
    [InlineData("owner", null, "the manifest has no owner")]
    [InlineData("regions/standby", "\"eu-west-1\"", "the manifest's Regions are eu-west-1 and eu-west-1, two needed")]
    [InlineData("objectives", "{}", "the manifest has no objectives")]
    [InlineData("workload", "\"other\"", "/dr/main/orders contains the manifest of other of pair main")]
    public void Broken_IsAViolation(string path, string? value, string message) => Assert.Equal(
        ["manifest: " + message], Graph(Json).With("manifest", "insecureValue/" + path, value is null ? null : JsonNode.Parse(value)).Violations(Rule));

    [Fact]
    public void TextThatIsNoJson_IsAViolation() => Assert.Equal(["manifest: the value is not a JSON object"], Graph("\"{{}\"").Violations(Rule));

    [Fact]
    public void SecureString_IsAViolation() =>
        Assert.Equal(["manifest: the parameter's type is SecureString, String needed"], Graph(Json, type: "SecureString").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["manifest: insecureValue"], Graph("\"?\"").Unknown(Rule));

    [Theory]
    [InlineData("/orders/password")]
    [InlineData("/dr/orders")]
    public void OtherParameters_AreNotApplicable(string name) => Assert.Empty(Graph("\"x\"", name).Violations(Rule));

    private static TestGraph Graph(string value, string name = "/dr/main/orders", string type = "String") => new TestGraph().Add(
        "aws:ssm/parameter:Parameter", "manifest",
        $$"""{ "name": "{{name}}", "type": "{{type}}", "insecureValue": {{value}} }""");
}
