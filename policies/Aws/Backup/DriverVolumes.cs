using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>
/// The EBS volumes that a driver makes for claims of Kubernetes, as AWS Backup sees them. The program has no resource for them: those of one
/// class in one cluster have the same tags, and the same selections take them.
/// </summary>
internal sealed class DriverVolumes
{
    private readonly Dictionary<VolumeClaim, BackupStore> _byClaim = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BackupStore, ILookup<bool, BackupSelection>> _selections = new(ReferenceEqualityComparer.Instance);

    private DriverVolumes(Estate estate)
    {
        var known = new Dictionary<(Node Maker, Node? Cluster), BackupStore>();
        foreach (var claim in VolumeClaims.Of(estate).All.Where(claim => claim.Place is { Kind: VolumeKind.Block, Property.IsAbsent: true }))
        {
            var key = (claim.Class ?? claim.Node, PodClusters.In(estate).Of(claim.Node));
            if (!known.TryGetValue(key, out var store))
            {
                known.Add(key, store = Of(estate, claim, key.Item1, key.Item2));
                _selections.Add(store, BackupEstate.Of(estate).Taking(store));
            }

            _byClaim.Add(claim, store);
        }
    }

    public static DriverVolumes In(Estate estate) => estate.Once(static estate => new DriverVolumes(estate));

    /// <summary>The volume of a claim; null where no driver of EBS makes one for it.</summary>
    public BackupStore? Of(VolumeClaim claim) => _byClaim.GetValueOrDefault(claim);

    /// <summary>The selections that take a volume, and those that may take it.</summary>
    public ILookup<bool, BackupSelection> SelectionsOf(BackupStore volume) => _selections[volume];

    /// <summary>Whether a selection takes any; null where it may.</summary>
    public bool? IsTakenBy(BackupSelection selection) => _selections.Values.Any(taking => taking[true].Contains(selection)) ? true
        : _selections.Values.Any(taking => taking[false].Contains(selection)) ? null
        : false;

    private static BackupStore Of(Estate estate, VolumeClaim claim, Node maker, Node? cluster)
    {
        var tags = VolumeTags.Of(claim);
        if (cluster is not null)
        {
            var (extra, unknown) = VolumeDriverAddon.ExtraTags(estate, cluster);
            tags = tags.And(extra, unknown);
        }

        var region = claim.Node.Region;
        return new BackupStore(
            maker, region, BackupStores.Ebs, $"arn:aws:ec2:{region}:{IamPattern.AnyAccount}:volume/{BackupStore.UnknownName}", null)
        {
            OwnTags = tags.Values,
            HasOtherTags = tags.AreUnknown,
            PerhapsTags = tags.Perhaps,
        };
    }
}
