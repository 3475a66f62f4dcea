using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Reports;
using Json.Schema;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>What the JSON report holds beside its published schema.</summary>
public class ReportSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema", $"check-report-{JsonReport.Version}.json")));

    [Fact]
    public void ReportWithSomethingOfEverything_FitsTheSchema() => Assert.Empty(Problems(JsonReport.Render(SampleReports.Full)));

    [Fact]
    public void EmptyReport_FitsTheSchema() => Assert.Empty(Problems(JsonReport.Render(SampleReports.Clean)));

    [Theory]
    [InlineData("""{ "cure": "Keep it." }""")]
    [InlineData("""{ "fingerprint": "short" }""")]
    [InlineData("""{ "disruption": "flood" }""")]
    [InlineData("""{ "causes": [{ "urn": "urn:pulumi:dev::shop::a:b:C::d" }] }""")]
    public void FindingOfAnotherShape_IsRefused(string change)
    {
        var report = JsonNode.Parse(JsonReport.Render(SampleReports.Full))!;
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            report["violations"]![0]![name] = value!.DeepClone();
        }

        Assert.NotEmpty(Problems(report.ToJsonString()));
    }

    private static string[] Problems(string report)
    {
        using var document = JsonDocument.Parse(report);
        var results = Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
                .Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}")];
    }
}
