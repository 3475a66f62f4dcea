using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// Programs of others, made again in small: they have no manifest, say nothing of workloads, and leave to the services what they can.
/// </summary>
public class QueueSamplesTests
{
    private const string Lambda = "aws:lambda/function:Function";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

    private static readonly RecoverySettings Objectives = RecoverySettingsFile.Parse(
        """
        workloads:
          all: { resources: ["*"] }
        objectives:
          workloads:
            all:
              zone: { rpo: 0s, rto: 5m }
              region: { rpo: 15m, rto: 1h }
              account: { rpo: 1d, rto: 1d }
        assumptions:
          - { id: sns-delivery, value: 2m, why: test, owner: test, reviewed: 2026-11-01 }
        """, "recovery.yaml");

    // The pattern "SQS to Lambda": one queue, its dead letters, a function, all in one Region.
    [Fact]
    public void QueueWithAFunction_SurvivesAZoneAndNoRegion()
    {
        var graph = new TestGraph()
            .Add(FedQueues.Queue, "dlq", """{ "name": "orders-dlq" }""")
            .Add(FedQueues.Queue, "orders", """
                { "name": "orders", "visibilityTimeoutSeconds": 180,
                  "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:orders-dlq\",\"maxReceiveCount\":1}" }
                """, "us-east-1")
            .Add(Lambda, "consumer", """{ "name": "consumer" }""", "us-east-1")
            .Add(Mapping, "mapping", """{ "eventSourceArn": "arn:aws:sqs:us-east-1:123456789012:orders", "functionName": "consumer" }""", "us-east-1");

        var report = Check(graph);

        Assert.Equal(ObjectiveVerdict.Met, Verdict(report, Disruption.Zone, outcome => outcome.RpoVerdict));
        Assert.Equal(ObjectiveVerdict.Breached, Verdict(report, Disruption.Region, outcome => outcome.RpoVerdict));
        Assert.Equal(ObjectiveVerdict.Breached, Verdict(report, Disruption.Account, outcome => outcome.RpoVerdict));
        Assert.Contains("SQS copies nothing to another Region", Outcome(report, Disruption.Region).Because, StringComparison.Ordinal);
        Assert.Contains(report.Violations, violation => violation.Rule.Id == "dead-letter-queue-is-set"
            && violation.Message.Contains("maxReceiveCount is 1", StringComparison.Ordinal));
    }

    // The pattern "SNS fan-out to queues in several Regions": one topic, and policies as the guide writes them.
    [Fact]
    public void TopicThatFansOutAcrossRegions_IsACopy_AndNobodyKnowsWhereProducersGo()
    {
        var report = Check(FanOut("us-east-1", "us-west-2", "sns.amazonaws.com"));
        var copy = Fed(report);

        Assert.Equal(120, Delivery(copy));
        Assert.True(copy.Uses[Disruption.Region].Recovery.Figure.IsUnknown);
        Assert.Contains(report.Violations, violation => violation.Rule.Id == "topic-feeds-both-regions");
    }

    // As the CDK generated it until 2026: the principal of another Region than the opt-in one is refused, and the message is gone.
    [Theory]
    [InlineData("sns.amazonaws.com", true)]
    [InlineData("sns.ap-southeast-3.amazonaws.com", false)]
    public void FanOutToAnOptInRegion_HangsOnThePrincipal(string principal, bool lost)
    {
        var report = Check(FanOut("us-east-1", "ap-southeast-3", principal));

        Assert.Equal(lost, Fed(report).Lost.ContainsKey(Disruption.Region));
        Assert.Equal(
            lost ? ["its policy does not let sns.ap-southeast-3.amazonaws.com send for the topic orders"] : [],
            report.Violations.Where(violation => violation.Rule.Id == "queue-feed-delivers").Select(violation => violation.Message));
    }

    // A topic for mail and text messages has nothing to do with queues.
    [Fact]
    public void TopicForPeople_FeedsNothing() => Assert.DoesNotContain(
        Check(new TestGraph().Add(FedQueues.Topic, "alerts", """{ "name": "alerts" }""")
            .Add(FedQueues.Subscription, "mail", """
                { "topic": "arn:aws:sns:eu-west-1:123456789012:alerts", "protocol": "email", "endpoint": "a@example.com" }
                """))
            .Violations,
        violation => violation.Rule.Id.StartsWith("queue-", StringComparison.Ordinal) || violation.Rule.Id.StartsWith("topic-feeds", StringComparison.Ordinal));

    private static TestGraph FanOut(string home, string other, string principal)
    {
        var graph = new TestGraph().Add(FedQueues.Topic, "orders", """{ "name": "orders" }""", home);
        foreach (var region in new[] { home, other })
        {
            var service = region == home ? "sns.amazonaws.com" : principal;
            graph.Add(FedQueues.Queue, $"orders-{region}", $$"""
                { "name": "orders-{{region}}", "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{service}}" },
                  "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:{{region}}:123456789012:orders-{{region}}",
                  "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:{{home}}:123456789012:orders" } } }] } }
                """, region)
                .Add(FedQueues.Subscription, $"to-{region}", $$"""
                    { "topic": "arn:aws:sns:{{home}}:123456789012:orders", "protocol": "sqs",
                      "endpoint": "arn:aws:sqs:{{region}}:123456789012:orders-{{region}}" }
                    """, home);
        }

        return graph;
    }

    private static CheckReport Check(TestGraph graph) => StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), Objectives, TestGraph.Today);

    private static Copy Fed(CheckReport report) => report.Assessments.SelectMany(assessment => assessment.Stores).SelectMany(store => store.Copies)
        .Single(copy => copy.Kind.Contains("topic", StringComparison.Ordinal));

    private static double? Delivery(Copy copy) => copy.Uses[Disruption.Region].Staleness.Leaves()
        .Single(leaf => leaf.Label.StartsWith("published", StringComparison.Ordinal)).Figure.Worst;

    private static Outcome Outcome(CheckReport report, Disruption disruption) => report.Objectives.Single(outcome => outcome.Disruption == disruption);

    private static ObjectiveVerdict Verdict(CheckReport report, Disruption disruption, Func<Outcome, ObjectiveVerdict> of) => of(Outcome(report, disruption));
}
