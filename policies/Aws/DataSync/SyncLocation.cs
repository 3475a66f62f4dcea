using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.DataSync;

/// <summary>One end of a copy task: a bucket, a file system, or a server that DataSync reaches from outside.</summary>
internal readonly record struct SyncLocation(Node Node)
{
    public const string BucketProperty = "s3BucketArn";
    private const string FileSystemProperty = "efsFileSystemArn";

    /// <summary>Ends that are no resource of AWS: servers of anybody.</summary>
    private static readonly HashSet<string> Servers = new(StringComparer.Ordinal)
    {
        DataSyncTypes.AzureBlobLocation, DataSyncTypes.HdfsLocation, DataSyncTypes.NfsLocation, DataSyncTypes.ObjectStorageLocation,
        DataSyncTypes.SmbLocation,
    };

    /// <summary>The types of all ends that are read.</summary>
    public static IReadOnlyList<string> Types { get; } = [DataSyncTypes.S3Location, DataSyncTypes.EfsLocation, .. Servers.Order(StringComparer.Ordinal)];

    public bool IsServer => Servers.Contains(Node.Type);

    public bool IsObjectStorage => Node.Type == DataSyncTypes.ObjectStorageLocation;

    public Prop Host => Node[Node.Type == DataSyncTypes.AzureBlobLocation ? "containerUrl" : "serverHostname"];

    /// <summary>The property that says where the data is.</summary>
    public string Path => IsServer ? Host.Path : Node.Type == DataSyncTypes.S3Location ? BucketProperty : FileSystemProperty;

    public Prop Protocol => Node["serverProtocol"];

    public Prop Agents => Node["agentArns"];

    /// <summary>Whether it is reached through an agent, or may be.</summary>
    public bool HasAgent => Agents.IsUnknown || Agents.Items.Count > 0 || Node["onPremConfig"].IsStated();

    /// <summary>
    /// Whether the server is AWS itself, as the name says; null where it is not known. S3 speaks its own protocol: a location of any
    /// object store can name it.
    /// </summary>
    public bool? IsAws => Host.IsUnknown ? null
        : Host.Text is { } host && (InDomain(host, "amazonaws.com") || InDomain(host, "amazonaws.com.cn") || InDomain(host, "api.aws"));

    /// <summary>The bucket or file system that is meant, whatever the form.</summary>
    public Reference Store(Estate estate) => Node.Type switch
    {
        DataSyncTypes.S3Location => estate.References.Follow(Node, BucketProperty, BucketScope.Types),
        DataSyncTypes.EfsLocation => estate.References.Follow(Node, FileSystemProperty, EfsTypes.FileSystem),
        _ => default,
    };

    /// <summary>The Region that the data is in, which is not always the location's; null where nothing tells, and outside AWS.</summary>
    public string? RegionIn(Estate estate) =>
        IsServer ? IsAws == true ? Regions.InName(Host.Text!) : null : Store(estate).Region;

    private static bool InDomain(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
