using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Copies;
using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Copies;

public class CopyTaskRulesTests
{
    private const string Task = "aws:datasync/task:Task";
    private const string Server = "aws:datasync/locationObjectStorage:LocationObjectStorage";

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "options": { "verifyMode": "ONLY_FILES_TRANSFERRED" }, "taskMode": "ENHANCED" }""", null)]
    [InlineData("""{ "options": { "verifyMode": "POINT_IN_TIME_CONSISTENT" } }""", null)]
    [InlineData("""{ "options": { "verifyMode": "NONE" } }""", "copy: verifyMode is NONE: nothing compares the copy with its source")]
    [InlineData(
        """{ "options": { "verifyMode": "POINT_IN_TIME_CONSISTENT" }, "taskMode": "ENHANCED" }""",
        "copy: verifyMode is POINT_IN_TIME_CONSISTENT, which a task in Enhanced mode does not take")]
    [InlineData("""{ "options": { "verifyMode": "?" } }""", "?options.verifyMode")]
    public void Verification(string task, string? found) => Judge(new DatasyncTaskVerifies(), Task, task, found);

    [Theory]
    [InlineData("""{ "cloudwatchLogGroupArn": "arn:aws:logs:eu-west-1:123456789012:log-group:copies", "options": { "logLevel": "BASIC" } }""", null)]
    [InlineData("""{ "cloudwatchLogGroupArn": "?" }""", null)]
    [InlineData("{}", "copy: the task has no log group")]
    [InlineData("""{ "cloudwatchLogGroupArn": "a", "options": { "logLevel": "OFF" } }""", "copy: logLevel is OFF, BASIC or TRANSFER needed")]
    [InlineData("""{ "cloudwatchLogGroupArn": "a", "options": { "logLevel": "?" } }""", "?options.logLevel")]
    public void Log(string task, string? found) => Judge(new DatasyncTaskIsLogged(), Task, task, found);

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "serverProtocol": "HTTPS" }""", null)]
    [InlineData("""{ "serverProtocol": "HTTP" }""", "copy: serverProtocol is HTTP: data and credentials leave AWS without encryption, HTTPS needed")]
    [InlineData("""{ "serverProtocol": "?" }""", "?serverProtocol")]
    public void Protocol(string server, string? found) => Judge(new DataIsEncryptedInTransit(), Server, server, found);

    private static void Judge(Rule rule, string type, string inputs, string? found)
    {
        var graph = new TestGraph().Add(type, "copy", inputs);

        Assert.Equal(found is null or ['?', ..] ? [] : [found], graph.Violations(rule));
        Assert.Equal(found is ['?', .. var property] ? [$"copy: {property}"] : [], graph.Unknown(rule));
    }
}
