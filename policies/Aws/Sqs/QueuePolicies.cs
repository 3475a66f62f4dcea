using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Aws.Sqs;

/// <summary>Whom a queue lets in.</summary>
internal static class QueuePolicies
{
    private const string ManagedKey = "alias/aws/sqs";

    private static readonly string[] KeyActions = ["kms:GenerateDataKey", "kms:Decrypt"];

    /// <summary>The policies of a queue, of its own and beside it; none where it has none, and then nobody but its account gets in.</summary>
    public static IReadOnlyList<PolicyDocument> Of(Estate estate, Node queue)
    {
        var beside = estate.UsersOf(queue, SqsTypes.QueuePolicy, "queueUrl").Select(policy => PolicyDocument.Read(policy, policy["policy"]));
        return string.IsNullOrEmpty(queue.Input("policy").Text) && !queue.Input("policy").IsUnknown
            ? [.. beside]
            : [.. beside, PolicyDocument.Read(queue, queue.Input("policy"))];
    }

    /// <summary>Why a queue does not take the messages of a topic: its policy, and that of its key, have to admit SNS.</summary>
    public static IEnumerable<Reason> Refusals(Estate estate, Node queue, Node topic)
    {
        var service = SnsPrincipals.Of(topic.Region, queue.Region);
        return new[] { OfPolicy(estate, queue, topic, service), OfKey(estate, queue, topic, service) }.OfType<Reason>();
    }

    private static Reason? OfPolicy(Estate estate, Node queue, Node topic, string service)
    {
        var policies = Of(estate, queue);
        return policies.Count == 0 ? new Reason($"the queue has no policy, so it refuses the topic {topic.Name}", queue, "policy")
            : policies.Any(policy => policy.Lets(service, "sqs:SendMessage", ArnOf(queue, "sqs", null), ArnOf(topic, "sns", policy))) ? null
            : policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Reason.Unknown(unknown.Owner, unknown.Path)
            : new Reason($"its policy does not let {service} send for the topic {topic.Name}", policies[0].Owner, policies[0].Path);
    }

    private static Reason? OfKey(Estate estate, Node queue, Node topic, string service)
    {
        var property = queue.Input("kmsMasterKeyId");
        if (!property.IsStated())
        {
            return null;
        }

        if (property.Text is { } text && (text == ManagedKey || text.EndsWith(":" + ManagedKey, StringComparison.Ordinal)))
        {
            return new Reason("it is encrypted with the AWS managed key for SQS, which SNS cannot use", queue, property.Path);
        }

        if (Keys.Follow(estate, queue, property) is not { Target: { } key } reference)
        {
            return Keys.Follow(estate, queue, property).IsUnknown ? Reason.Unknown(queue, property.Path) : null;
        }

        var policies = KeyPolicies.Of(estate, key);
        return policies.Count == 0 ? new Reason($"its key {key.Name} has the default policy, which does not allow {service}", key, "policy")
            : KeyActions.All(action => policies.Any(policy => policy.Lets(service, action, source: ArnOf(topic, "sns", policy)))) ? null
            : policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Reason.Unknown(unknown.Owner, unknown.Path)
            : new Reason($"the policy of its key {key.Name} does not allow {service} for the topic {topic.Name}", key, "policy");
    }

    // Null where only the deployment will tell. Who names topics of an account means this one's, where nothing else tells the account.
    private static string? ArnOf(Node node, string service, PolicyDocument? policy)
    {
        if (node.Output("arn").Text is { } told)
        {
            return told;
        }

        var account = Accounts.Of(node) ?? policy?.Statements.SelectMany(statement => statement.Conditions).Where(condition => condition.IsOn("aws:SourceArn"))
            .SelectMany(condition => condition.Values).Select(value => Arn.TryParse(value, out var arn) ? arn.Account : null)
            .FirstOrDefault(found => found is not null);
        return node["name"].Text is { } name && node.Region is { } region && account is not null ? $"arn:aws:{service}:{region}:{account}:{name}" : null;
    }
}
