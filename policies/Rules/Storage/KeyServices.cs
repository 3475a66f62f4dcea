using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The services that use a key on their own behalf, so that only the key's policy can let them.</summary>
internal static class KeyServices
{
    private const string TopicType = "aws:sns/topic:Topic";

    // What publishes to a topic: its type, the property that names the topic, and the service behind it.
    private static readonly (string Type, string Property, string Service)[] Publishers =
    [
        ("aws:cloudwatch/metricAlarm:MetricAlarm", "alarmActions", "cloudwatch.amazonaws.com"),
        ("aws:cloudwatch/compositeAlarm:CompositeAlarm", "alarmActions", "cloudwatch.amazonaws.com"),
        ("aws:cloudwatch/eventTarget:EventTarget", "arn", "events.amazonaws.com"),
        ("aws:backup/vaultNotifications:VaultNotifications", "snsTopicArn", "backup.amazonaws.com"),
        ("aws:rds/eventSubscription:EventSubscription", "snsTopic", "events.rds.amazonaws.com"),
    ];

    /// <summary>The keys of the estate that such services use, with their principals, by URN.</summary>
    public static IEnumerable<(Node Key, IReadOnlyList<string> Services)> Of(Estate estate)
    {
        var logs = estate.OfType("aws:cloudwatch/logGroup:LogGroup")
            .Where(group => !group["kmsKeyId"].IsAbsent)
            .Select(group => (Key: Keys.Follow(estate, group, group["kmsKeyId"]).Target, Service: $"logs.{group.Region}.amazonaws.com"));
        var topics =
            from topic in estate.OfType(TopicType)
            where !topic["kmsMasterKeyId"].IsAbsent
            let key = Keys.Follow(estate, topic, topic["kmsMasterKeyId"]).Target
            from publisher in Publishers
            where estate.UsersOf(topic, publisher.Type, publisher.Property).Count > 0
            select (Key: key, publisher.Service);
        return logs.Concat(topics)
            .Where(use => use.Key is not null)
            .GroupBy(use => use.Key!, use => use.Service)
            .OrderBy(uses => uses.Key.Urn, StringComparer.Ordinal)
            .Select(uses => (uses.Key, (IReadOnlyList<string>)[.. uses.Distinct().Order(StringComparer.Ordinal)]));
    }

    /// <summary>The policies of a key; none where it has the default one, which names no service.</summary>
    public static IReadOnlyList<AccessPolicy> PoliciesOf(Estate estate, Node key)
    {
        var beside = estate.UsersOf(key, "aws:kms/keyPolicy:KeyPolicy", "keyId").Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        return key.Input("policy").IsAbsent ? [.. beside] : [.. beside, AccessPolicy.Read(key, key.Input("policy"))];
    }
}
