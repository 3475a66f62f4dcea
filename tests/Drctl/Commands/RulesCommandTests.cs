using System.Text.Json;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Catalogue;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Operations;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>The list of rules as it is typed, and the documents that are made of it.</summary>
public class RulesCommandTests
{
    [Fact]
    public async Task List_IsALineForEveryRuleWithItsSeverity()
    {
        var (code, output, _) = await RunAsync();

        Assert.Equal(ExitCodes.Clean, code);
        var lines = output.Split('\n');
        Assert.All(RecoveryPolicyPack.Rules, rule =>
            Assert.Single(lines, line => line.StartsWith($"{rule.Id} ({VerdictText.Word(rule.Severity)}): ", StringComparison.Ordinal)));
        Assert.All(OperationRules.All, operation => Assert.Single(lines, line => line.StartsWith($"{operation.Id} (refused): ", StringComparison.Ordinal)));
        Assert.InRange(lines.Length, 0, RecoveryPolicyPack.Rules.Count + OperationRules.All.Count + 5);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
    }

    [Fact]
    public async Task Json_HasEveryRuleWhole()
    {
        var (code, output, _) = await RunAsync("--format", "json");

        Assert.Equal(ExitCodes.Clean, code);
        using var document = JsonDocument.Parse(output);
        var rules = document.RootElement.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RecoveryPolicyPack.Rules.Select(rule => (rule.Id, rule.Fix)),
            rules.Select(rule => (rule.GetProperty("id").GetString()!, rule.GetProperty("fix").GetString()!)));
        Assert.Contains("aws:dynamodb/table:Table", rules.Single(rule => rule.GetProperty("id").GetString() == "deletion-protection-is-on")
            .GetProperty("looksAt").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal(OperationRules.All.Count, document.RootElement.GetProperty("operations").GetArrayLength());
    }

    [Theory]
    [InlineData("deletion-protection-is-on", "fix          Set deletionProtection to true")]
    [InlineData("DynamoDB.6", "deletion-protection-is-on")]
    [InlineData("table-has-deletion-protection", "formerly     database-has-deletion-protection, table-has-deletion-protection")]
    [InlineData("b3", "Well-Architected Framework, Reliability Pillar, REL09-BP04")]
    [InlineData("B3", "restore-tests-run-regularly: A restore-testing")]
    [InlineData("kms_cmk_not_multi_region", "no rule covers it")]
    public async Task RuleOrPublishedCheck_IsExplained(string id, string text)
    {
        var (code, output, _) = await RunAsync(id);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains(text, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRule_NamesThoseThatAreNear()
    {
        var (code, _, error) = await RunAsync("deletion-protection");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("deletion-protection-is-on", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "docs/rules.md", RulesMarkdown.Command)]
    [InlineData("published-checks", "docs/published-checks.md", PublishedChecksMarkdown.Command)]
    public async Task Document_IsWhatTheRulesSay(string format, string path, string command)
    {
        var (_, output, _) = await RunAsync("--format", format);

        Assert.True(output == Repository.Read(path), $"{path} is stale; run: {command}");
    }

    [Fact]
    public void EveryRule_NamesKnownPracticesAndPublishedChecks() => Assert.All(RecoveryPolicyPack.Rules, rule =>
    {
        Assert.NotEmpty(rule.Practices);
        Assert.All(rule.Practices, id => Assert.Contains(Practices.All, practice => practice.Id == id));
        Assert.All(rule.Also, id => Assert.True(PublishedChecks.Find(id) is not null, $"{rule.Id}: there is no published check {id}"));
    });

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(["rules", .. arguments]);
}
