using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueRequiresTls : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var queue in estate.OfType(SqsTypes.Queue))
        {
            if (Judge(QueuePolicies.Of(estate, queue), "sqs:SendMessage", "sqs:ReceiveMessage") is { } verdict)
            {
                yield return new Finding(queue, verdict);
            }
        }

        foreach (var topic in QueueFeed.AllIn(estate).Select(feed => feed.Topic).Distinct())
        {
            var beside = estate.UsersOf(topic, SnsTypes.TopicPolicy, "arn").Select(policy => PolicyDocument.Read(policy, policy["policy"]));
            PolicyDocument[] policies = topic.Input("policy").IsAbsent ? [.. beside] : [.. beside, PolicyDocument.Read(topic, topic.Input("policy"))];
            if (Judge(policies, "sns:Publish") is { } verdict)
            {
                yield return new Finding(topic, verdict);
            }
        }
    }

    private static Verdict? Judge(IReadOnlyList<PolicyDocument> policies, params string[] actions) =>
        policies.Any(policy => policy.Statements.Any(statement => RefusesPlain(statement, actions))) ? null
        : policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Verdict.Unknown(unknown.Path)
        : Verdict.Violation("no policy of it denies requests without TLS", "policy");

    private static bool RefusesPlain(PolicyStatement statement, string[] actions) =>
        !statement.Allows && statement.IsForEverybody && actions.All(statement.Covers)
        && statement.Conditions.Count == 1 && statement.Conditions[0] is { Test: "Bool", Values: ["false"] } condition && condition.IsOn("aws:SecureTransport");
}
