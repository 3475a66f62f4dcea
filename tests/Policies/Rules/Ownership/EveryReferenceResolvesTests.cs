using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class EveryReferenceResolvesTests
{
    private const string Topic = "aws:sns/topic:Topic";
    private const string Tags = """ "tags": { "dr:pair": "main" } """;

    private static readonly EveryReferenceResolves Rule = new();

    [Fact]
    public void DependencyThatIsNotThere_IsAViolation() => Assert.Equal(
        ["alarm: depends on aws:sns/topic:Topic alerts, which is not declared"],
        new TestGraph().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", dependencies: ("alarmActions", Topic, "alerts")).Violations(Rule));

    [Theory]
    [InlineData("arn:aws:sns:eu-central-1:1:app-main-alerts")]
    [InlineData("arn:aws:sns:eu-central-1:1:other-team-topic")]
    [InlineData("arn:aws:sns:us-east-1:1:app-main-other")]
    [InlineData("arn:aws:sns:eu-central-1:1:app-main-*")]
    [InlineData("arn:aws:iam::1:role/aws-service-role/app-main-role")]
    public void WhatIsThereOrOutside_IsCompliant(string arn) => Assert.Empty(Alarm(arn).Violations(Rule, null, Standby()));

    [Fact]
    public void NameOfTheProgramsOwnThatIsNotThere_IsAViolation() => Assert.Equal(
        ["alarm: names arn:aws:sns:eu-central-1:1:app-main-gone, which is not declared"],
        Alarm("arn:aws:sns:eu-central-1:1:app-main-gone").Violations(Rule, null, Standby()));

    [Fact]
    public void OtherStackAbsent_IsNotJudged() => Assert.Empty(Alarm("arn:aws:sns:eu-central-1:1:app-main-gone").Violations(Rule));

    private static TestGraph Alarm(string arn) => new TestGraph()
        .Add("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", $$"""{ "alarmActions": ["{{arn}}"], {{Tags}} }""");

    private static TestGraph Standby() => new TestGraph("dr").Add(Topic, "alerts", $$"""{ "name": "app-main-alerts", {{Tags}} }""", "eu-central-1");
}
