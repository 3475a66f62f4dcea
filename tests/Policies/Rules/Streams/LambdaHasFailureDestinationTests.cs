using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class LambdaHasFailureDestinationTests
{
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Config = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

    private static readonly LambdaHasFailureDestination Rule = new();

    [Fact]
    public void QueueOfDeadLetters_IsCompliant() =>
        Assert.Empty(Called("""{ "deadLetterConfig": { "targetArn": "arn:aws:sqs:eu-west-1:1:dead" } }""").Violations(Rule));

    [Fact]
    public void DestinationOfFailures_IsCompliant() => Assert.Empty(
        Called().Add(
            Config, "config", """{ "functionName": "work", "destinationConfig": { "onFailure": { "destination": "arn:aws:sqs:eu-west-1:1:dead" } } }""")
            .Violations(Rule));

    [Theory]
    [InlineData("sns.amazonaws.com")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("events.amazonaws.com")]
    public void Neither_IsAViolation(string caller) =>
        Assert.Equal(["work: an event that fails is dropped after three attempts"], Called(caller: caller).Violations(Rule));

    [Fact]
    public void DestinationOfSuccessesAlone_IsAViolation() => Assert.Single(
        Called().Add(
            Config, "config", """{ "functionName": "work", "destinationConfig": { "onSuccess": { "destination": "arn:aws:sqs:eu-west-1:1:done" } } }""")
            .Violations(Rule));

    [Fact]
    public void UnknownQueue_IsCompliant() => Assert.Empty(Called("""{ "deadLetterConfig": { "targetArn": "?" } }""").Violations(Rule));

    [Fact]
    public void FunctionThatWaitsForItsAnswer_IsNotJudged() => Assert.Empty(Called(caller: "apigateway.amazonaws.com").Violations(Rule));

    private static TestGraph Called(string inputs = "{}", string caller = "sns.amazonaws.com") => new TestGraph()
        .Add("aws:lambda/function:Function", "work", inputs, id: "work")
        .Add(Permission, "permission", $$"""{ "function": "work", "principal": "{{caller}}" }""");
}
