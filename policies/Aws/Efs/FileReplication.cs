using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.Efs;

/// <summary>A file system that EFS replicates.</summary>
/// <param name="Node">The replication.</param>
/// <param name="Source">The file system that is written.</param>
/// <param name="Destination">The replica, where the program names it; the service makes it else.</param>
/// <param name="Region">Of the replica; null where it is not known.</param>
internal sealed record FileReplication(Node Node, Reference Source, Reference Destination, string? Region)
{
    private const string SourceProperty = "sourceFileSystemId";

    public static IReadOnlyList<FileReplication> AllIn(Estate estate) =>
        estate.Once(static estate => new All([.. estate.OfType(EfsTypes.ReplicationConfiguration).Select(node => Of(estate, node))])).Replications;

    /// <summary>Whether a file system is the replica of another.</summary>
    public static bool IsReplica(Estate estate, Node files) => AllIn(estate).Any(replication => replication.Destination.Target == files);

    /// <summary>What names the file system that is written.</summary>
    public Prop SourceId => Node[SourceProperty];

    /// <summary>Why the replica is of no use when only its Region is left; null where it is of use, or nothing tells.</summary>
    public Reason? Lost(Estate estate) => Unmountable(estate)
        ?? KeyLost(estate, Node, Node["destination"]["kmsKeyId"])
        ?? (Destination.Target is { } replica ? KeyLost(estate, replica, KeyUse.KeyOf(replica)) : null);

    /// <summary>
    /// Nobody can mount the replica: EFS makes no mount target for it (docs.aws.amazon.com/efs/latest/ug/create-replication.html). Told only
    /// where the source is mounted and something of the replica's Region is declared too: a mount target is in the stack of its Region.
    /// </summary>
    public Reason? Unmountable(Estate estate)
    {
        if (Region is not { } region || region == Source.Region || Source.Target is not { } source
            || estate.UsersOf(source, EfsTypes.MountTarget, "fileSystemId").Count == 0 || !IsDeclared(estate, region))
        {
            return null;
        }

        Node[] targets = [.. estate.OfType(EfsTypes.MountTarget).Where(target => target.Region == region)];
        if (Array.Exists(targets, Mounts))
        {
            return null;
        }

        return Array.Find(
            targets,
            target => estate.References.Follow(target, "fileSystemId", EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration).IsUnknown) is { } unknown
            ? Reason.Unknown(unknown, "fileSystemId")
            : new Reason($"its replica in {region} has no mount target", Node, "destination");

        bool Mounts(Node target) =>
            (Destination.Target is { } files && estate.References.Follow(target, "fileSystemId", EfsTypes.FileSystem).Target == files)
            || (target["fileSystemId"].Text is { } id
                && (id == Node.Output("destination")["fileSystemId"].Text || id == Node.Input("destination")["fileSystemId"].Text))
            || ReferenceResolver.Declared(target, "fileSystemId", EfsTypes.ReplicationConfiguration).Contains(Node);
    }

    private Reason? KeyLost(Estate estate, Node from, Prop key) => Region is { } region ? Keys.Unusable(estate, from, key, region) : null;

    // Its keys and vaults belong to the stack that writes, in whichever Region they are.
    private static bool IsDeclared(Estate estate, string region) => estate.All.Any(node => node.Region == region && node.Resource.Custom
        && node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type)
        && !node.Type.StartsWith("aws:kms/", StringComparison.Ordinal) && !node.Type.StartsWith("aws:backup/", StringComparison.Ordinal));

    private static FileReplication Of(Estate estate, Node node)
    {
        var destination = estate.References.Follow(node, node["destination"]["fileSystemId"], EfsTypes.FileSystem);
        var stated = node["destination"]["region"];
        return new FileReplication(
            node,
            estate.References.Follow(node, SourceProperty, EfsTypes.FileSystem),
            destination,
            stated.Text ?? destination.Region ?? (destination.IsAbsent && stated.IsAbsent ? node.Region : null));
    }

    private sealed record All(IReadOnlyList<FileReplication> Replications);
}
