namespace DrInfra.Policies.Aws.Rds;

/// <summary>Read replicas of RDS instances and of Multi-AZ DB clusters.</summary>
internal static class InstanceReplica
{
    public const string HoldsNothing = "a read replica in its source's Region holds no data of its own";

    private const string SourceProperty = "replicateSourceDb";

    private static readonly string[] SourceTypes = [RdsTypes.Instance, RdsTypes.Cluster];

    public static bool IsReplica(Node node) => node.Type == RdsTypes.Instance && Membership.Of(node, SourceProperty).IsStated();

    /// <summary>In its source's Region: the source is named by its identifier, or by an ARN of the same Region.</summary>
    public static bool IsLocal(Node node) =>
        IsReplica(node) && Membership.Of(node, SourceProperty).Text is { Length: > 0 } source && (Arn.RegionOf(source) ?? node.Region) == node.Region;

    /// <summary>What it follows; absent where it follows nobody (any more).</summary>
    public static Reference Source(Estate estate, Node instance) => estate.References.Follow(instance, Membership.Of(instance, SourceProperty), SourceTypes);

    /// <summary>The replicas that follow a database now.</summary>
    public static IReadOnlyList<Node> Of(Estate estate, Node source) => [.. estate.UsersOf(source, RdsTypes.Instance, SourceProperty).Where(IsReplica)];

    /// <summary>Replicas of a source that is not known yet, which may be this one, with the property that will name it.</summary>
    public static IEnumerable<(Node Node, Prop Link)> MayFollow(Estate estate, Node source) =>
        Membership.MayFollow(estate, source, RdsTypes.Instance, SourceProperty, SourceTypes).Select(replica => (replica, replica[SourceProperty]));

    /// <summary>Why the service refuses to make a replica; none where its state tells that it was made.</summary>
    public static IEnumerable<Reason> Refusals(Estate estate, Node replica)
    {
        if (Source(estate, replica).Target is not { } source || Membership.IsMade(replica, SourceProperty))
        {
            yield break;
        }

        // CreateDBInstanceReadReplica: "Your source DB instance or cluster must have backup retention enabled"
        // (docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html).
        var retention = AutomatedBackups.Retention(source);
        if (retention.IsUnknown)
        {
            yield return Reason.Unknown(source, AutomatedBackups.Property);
        }
        else if (retention.Days == 0)
        {
            yield return new Reason($"its source {source.Name} has no automated backups, which a read replica needs", replica, SourceProperty);
        }

        if (replica.Region is null || source.Region is null || replica.Region == source.Region)
        {
            yield break;
        }

        // The same page, KmsKeyId: an encrypted replica in another Region must name a key of that Region, and there is no encrypted
        // replica of a source that is not encrypted.
        var (encrypted, key) = (source["storageEncrypted"], replica["kmsKeyId"]);
        if (encrypted.Flag == true && !key.IsStated())
        {
            yield return new Reason($"its source {source.Name} is encrypted, but it names no key in {replica.Region}", replica, "kmsKeyId");
        }
        else if (!encrypted.IsUnknown && encrypted.Flag != true && (key.IsStated() || replica["storageEncrypted"].Flag == true))
        {
            yield return new Reason($"its source {source.Name} is not encrypted, but it is", replica, key.IsStated() ? "kmsKeyId" : "storageEncrypted");
        }
    }
}
