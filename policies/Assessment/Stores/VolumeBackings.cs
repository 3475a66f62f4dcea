using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The volumes, file systems and buckets of the program that claims of Kubernetes are on: what is known of them is known of the claims.</summary>
internal sealed class VolumeBackings
{
    private static readonly Dictionary<VolumeKind, IReadOnlyList<string>> Types = new()
    {
        [VolumeKind.Block] = [EbsTypes.Volume],
        [VolumeKind.Files] = [EfsTypes.FileSystem],
        [VolumeKind.OtherFiles] = [FsxTypes.LustreFileSystem, FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem],
        [VolumeKind.Bucket] = BucketScope.Types,
    };

    private readonly Dictionary<VolumeClaim, Node> _byClaim;
    private readonly ILookup<Node, VolumeClaim> _claims;

    private VolumeBackings(Estate estate)
    {
        _byClaim = new Dictionary<VolumeClaim, Node>(ReferenceEqualityComparer.Instance);
        foreach (var claim in VolumeClaims.Of(estate).All)
        {
            if (Of(estate, claim.Place) is { } node)
            {
                _byClaim.Add(claim, node);
            }
        }

        _claims = _byClaim.ToLookup(pair => pair.Value, pair => pair.Key);
    }

    public static VolumeBackings Of(Estate estate) => estate.Once(static estate => new VolumeBackings(estate));

    /// <summary>Null where a driver makes it, or nobody here declares it.</summary>
    public static Node? Of(Estate estate, VolumePlace place) => !Types.TryGetValue(place.Kind, out var types) ? null
        : place.Id is { } id ? estate.References.Named(place.From, id, types)
        : estate.References.Follow(place.From, place.Property, types).Target;

    /// <summary>Null where a driver makes it, or nobody here declares it.</summary>
    public Node? Of(VolumeClaim claim) => _byClaim.GetValueOrDefault(claim);

    /// <summary>The claims whose data is there.</summary>
    public IEnumerable<VolumeClaim> On(Node node) => _claims[node];
}
