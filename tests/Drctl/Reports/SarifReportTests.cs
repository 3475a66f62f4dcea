using System.Text.Json;
using DrInfra.Drctl.Reports;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>The required members, and the allowed words, of the public schema of SARIF 2.1.0.</summary>
public class SarifReportTests
{
    private static readonly JsonElement Log = Parse(SampleReports.Full);
    private static readonly JsonElement Run = Log.GetProperty("runs")[0];

    [Fact]
    public void Log_SaysWhatItIs()
    {
        Assert.Equal("2.1.0", Log.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", Log.GetProperty("$schema").GetString());
        Assert.Equal(1, Log.GetProperty("runs").GetArrayLength());
        Assert.Equal("drinfra-recovery", Run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
    }

    [Fact]
    public void EveryRule_HasAnIdATextAndALevel()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(["deletion-protection-is-on", "sample-rule", "waiver-only"], rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule =>
        {
            Assert.All(["shortDescription", "fullDescription", "help"], name => Assert.NotEmpty(rule.GetProperty(name).GetProperty("text").GetString()!));
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
        });
    }

    [Fact]
    public void EveryResult_PointsToItsRuleAndHasAMessage()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.All(Run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
            Assert.Contains(result.GetProperty("kind").GetString(), new[] { "notApplicable", "pass", "fail", "review", "open", "informational" });
            Assert.True(result.GetProperty("kind").GetString() == "fail" || result.GetProperty("level").GetString() == "none");
            Assert.Equal(JsonValueKind.Array, result.GetProperty("locations").ValueKind);
        });
    }

    [Fact]
    public void Violation_IsLocatedByFileAndUrn()
    {
        var result = Run.GetProperty("results")[0];
        var location = result.GetProperty("locations")[0];

        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("graphs/dev%20stack.json", location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(SampleReports.Table, location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public void EveryResult_NamesItsResourceInTheMessage_AndCanBeTracked()
    {
        var results = Run.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(
            [
                "dev: dynamodb Table orders-carts: the table has no deletion protection",
                "dev, dr: retention is 3 days, 7 needed",
                "dr: rds Cluster orders-journal: retention is 1 day, 7 needed",
                "dr: rds Cluster orders-journal: kmsKeyId is not known before the deployment",
            ],
            results.Select(result => result.GetProperty("message").GetProperty("text").GetString()));
        var fingerprints = results.Select(result => result.GetProperty("partialFingerprints").EnumerateObject().Single().Value.GetString()).ToList();
        Assert.All(fingerprints, fingerprint => Assert.Matches("^[0-9a-f]{32}$", fingerprint));
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
    }

    [Fact]
    public void ResourceWithAKnownLine_IsLocatedThere()
    {
        string[] file = ["{", "  \"urn\": \"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\",", $"  \"parent\": \"{SampleReports.Table}\",",
            $"  \"urn\": \"{SampleReports.Table}\","];
        var (dev, dr) = (SampleReports.Full.Sources[0], SampleReports.Full.Sources[1]);

        var results = Parse(SampleReports.Full with { Sources = [dev with { Lines = ResourceLines.Of(file) }, dr] }).GetProperty("runs")[0]
            .GetProperty("results");

        Assert.Equal([4, 1, 1, 1], results.EnumerateArray()
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()));
    }

    [Fact]
    public void Waived_IsSuppressed()
    {
        var result = Run.GetProperty("results").EnumerateArray().Single(result => result.TryGetProperty("suppressions", out _));

        Assert.Equal("external", result.GetProperty("suppressions")[0].GetProperty("kind").GetString());
        Assert.Equal(
            "file:///graphs/dr.json",
            result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData(false, "open")]
    [InlineData(true, "fail")]
    public void Unknown_IsOpenUnlessItFails(bool failOnUnknown, string kind)
    {
        var results = Parse(SampleReports.Full with { FailOnUnknown = failOnUnknown }).GetProperty("runs")[0].GetProperty("results");

        Assert.Equal(kind, results[results.GetArrayLength() - 1].GetProperty("kind").GetString());
    }

    private static JsonElement Parse(CheckResult result) => JsonDocument.Parse(SarifReport.Render(result)).RootElement;
}
