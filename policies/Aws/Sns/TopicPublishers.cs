using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws.Sns;

/// <summary>Which services of AWS publish to which topics.</summary>
internal static class TopicPublishers
{
    public const string Alarms = "cloudwatch.amazonaws.com";
    public const string Backups = "backup.amazonaws.com";
    public const string Events = "events.amazonaws.com";

    public static ILookup<Node, string> Of(Estate estate)
    {
        var publishers = estate.OfTypes(TypeGroups.Alarms)
            .SelectMany(alarm => new[] { "alarmActions", "okActions", "insufficientDataActions" }.SelectMany(list => Topics(estate, alarm, list)))
            .Select(topic => (topic, Alarms))
            .Concat(estate.OfType(BackupTypes.VaultNotifications).SelectMany(node => Topics(estate, node, "snsTopicArn")).Select(topic => (topic, Backups)))
            .Concat(estate.OfType(CloudWatchTypes.EventTarget).SelectMany(node => Topics(estate, node, "arn")).Select(topic => (topic, Events)))
            .Concat(
                estate.OfType(RdsTypes.EventSubscription).SelectMany(node => Topics(estate, node, "snsTopic"))
                    .Select(topic => (topic, "events.rds.amazonaws.com")));
        return publishers.Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    private static IEnumerable<Node> Topics(Estate estate, Node from, string property) =>
        estate.References.FollowAll(from, from[property], SnsTypes.Topic).Select(reference => reference.Target).OfType<Node>();
}
