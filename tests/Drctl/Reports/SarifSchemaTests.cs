using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Reports;
using Json.Schema;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>SARIF logs beside the published schema of SARIF 2.1.0, as the SARIF SDK ships it.</summary>
public class SarifSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "sarif-2.1.0.json")));

    [Theory]
    [InlineData("other-programs/aws-ts-resources.json")]
    [InlineData("small-stacks/stateful-pods.json")]
    [InlineData("engine-capture/preview-new-stack.json")]
    public async Task LogOfACheck_FitsTheSchema(string file)
    {
        var stack = Path.Combine(AppContext.BaseDirectory, "Fixtures", file);

        var (_, log, error) = await DrctlRun.Of("check", stack, "--tier", "mission-critical", "--format", "sarif", "--as-of", "2026-11-24");

        Assert.Empty(error);
        Assert.Contains("\"results\": [\n", log, StringComparison.Ordinal);
        Assert.Empty(Problems(log));
    }

    [Fact]
    public void LogWithSomethingOfEverything_FitsTheSchema() => Assert.Empty(Problems(SarifReport.Render(SampleReports.Full)));

    [Fact]
    public void EmptyLog_FitsTheSchema() => Assert.Empty(Problems(SarifReport.Render(SampleReports.Clean)));

    [Theory]
    [InlineData("""{ "level": "fatal" }""")]
    [InlineData("""{ "message": {} }""")]
    [InlineData("""{ "severity": "high" }""")]
    [InlineData("""{ "suppressions": [{ "kind": "waived" }] }""")]
    [InlineData("""{ "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "graphs/dev stack.json" } } }] }""")]
    [InlineData("""{ "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "dev.json" }, "region": { "startLine": 0 } } }] }""")]
    public void ResultOfAnotherShape_IsRefused(string change)
    {
        var log = JsonNode.Parse(SarifReport.Render(SampleReports.Full))!;
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            log["runs"]![0]!["results"]![0]![name] = value!.DeepClone();
        }

        Assert.NotEmpty(Problems(log.ToJsonString()));
    }

    private static string[] Problems(string log)
    {
        using var document = JsonDocument.Parse(log);
        var results = Schema.Evaluate(
            document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
                .Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}")];
    }
}
