using System.Text.Json;
using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class LogGroupRulesTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    [Theory]
    [InlineData("""{ "retentionInDays": 30 }""", null)]
    [InlineData("""{ "retentionInDays": 14 }""", "the log is retained 14 days, 30 needed")]
    [InlineData("{}", "retentionInDays is not set, at least 30 days needed")]
    [InlineData("""{ "retentionInDays": 0 }""", "retentionInDays is not set, at least 30 days needed")]
    public void Retention_IsStatedAndLong(string inputs, string? message) => Assert.Equal(
        message is null ? [] : [$"log: {message}"], new TestGraph().Add(LogGroup, "log", inputs).Violations(new LogGroupHasRetention()));

    [Theory]
    [InlineData("logs.eu-west-1.amazonaws.com", 0)]
    [InlineData("logs.eu-central-1.amazonaws.com", 1)]
    public void Key_LetsTheLogsOfItsRegionUseIt(string service, int violations)
    {
        var policy = JsonSerializer.Serialize($$"""{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{service}}" }, "Action": "kms:*" }] }""");
        var graph = new TestGraph().Add("aws:kms/key:Key", "key", $$"""{ "policy": {{policy}} }""", id: "key")
            .Add(LogGroup, "log", """{ "kmsKeyId": "key" }""");
        Assert.Equal(violations, graph.Violations(new LogGroupIsEncrypted()).Length);
    }

    [Theory]
    [InlineData("{}", "the log group has no customer managed key")]
    [InlineData("""{ "kmsKeyId": "arn:aws:kms:eu-central-1:123456789012:key/1" }""", "its key is in eu-central-1, the log group in eu-west-1")]
    public void NoKeyOfItsRegion_IsAViolation(string inputs, string message) =>
        Assert.Equal([$"log: {message}"], new TestGraph().Add(LogGroup, "log", inputs).Violations(new LogGroupIsEncrypted()));

    [Fact]
    public void LogOfAFunction_IsDeclared()
    {
        var graph = new TestGraph().Add(DetectionGraph.Function, "work", """{ "name": "work", "tags": { "dr:pair": "main" } }""");
        Assert.Equal(["work: the log group /aws/lambda/work is not declared in eu-west-1"], graph.Violations(new LogsHaveADeclaredGroup()));
        Assert.Empty(graph.Add(LogGroup, "log", """{ "name": "/aws/lambda/work" }""").Violations(new LogsHaveADeclaredGroup()));
    }

    [Fact]
    public void StrangersLogs_AreLeftToTheService() =>
        Assert.Empty(new TestGraph().Add(DetectionGraph.Function, "work", """{ "name": "work" }""").Violations(new LogsHaveADeclaredGroup()));
}
