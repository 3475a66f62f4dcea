using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Kubernetes.Velero;

/// <summary>
/// A schedule of Velero: an object, or an entry in the values of its chart. Source: Velero, "Backup API Type", "CSI Snapshot Data
/// Movement", "File System Backup".
/// </summary>
/// <param name="Node">The Schedule, or the chart.</param>
/// <param name="Spec">Its cron expression and the template of its backups.</param>
/// <param name="Server">The server that runs it.</param>
internal sealed record VeleroSchedule(Node Node, string Name, Prop Spec, VeleroServer Server)
{
    private const string ExcludeLabel = "velero.io/exclude-from-backup";
    private const string IncludeVolumes = "backup.velero.io/backup-volumes";
    private const string ExcludeVolumes = "backup.velero.io/backup-volumes-excludes";

    private static readonly string[] VolumeResources = ["persistentvolumeclaims", "persistentvolumes", "pvc", "pv"];

    private Prop Template => Spec["template"];

    public Prop Cron => Spec["schedule"];

    /// <summary>The namespaces that it takes by name; null among them where it may take others too.</summary>
    public IEnumerable<string?> Namespaces => Template["includedNamespaces"].Items.Select(item => item.Text) is var names && names.Any()
        && names.All(name => name is not null && !Wildcards.AreIn(name) && !name.Contains('[', StringComparison.Ordinal)) ? names.Distinct() : [null];

    /// <summary>How long a backup is kept, in days; null where it is not known.</summary>
    public double? KeptDays => Ttl.IsAbsent ? FactBook.Number("velero-ttl-default") : Ttl.Text is { } text ? GoDuration.Seconds(text) / UnitsOfTime.Day : null;

    /// <summary>What states how long.</summary>
    public Prop Ttl => Template["ttl"];

    /// <summary>Where the backups are written; null where no location of that name is declared.</summary>
    public StorageLocation? Location => Template["storageLocation"].IsUnknown ? null : Server.LocationOf(Template["storageLocation"].Text);

    /// <summary>What states where.</summary>
    public Prop LocationName => Template["storageLocation"];

    /// <summary>What it saves of a claim's volume; null where it does not take the claim.</summary>
    public VolumeSave? SaveOf(VolumeClaim claim)
    {
        var taken = Takes(claim);
        return taken == false ? null
            : Why(taken, claim) is { } why ? new VolumeSave(IsMoved: null, why)
            : ByFiles(claim) switch
            {
                null => Untold("defaultVolumesToFsBackup"),
                true => new VolumeSave(IsMoved: true, Server.NoAgent),
                false => BySnapshot(claim),
            };
    }

    private Reason? Why(bool? taken, VolumeClaim claim) =>
        Spec["paused"] is { IsUnknown: true } paused ? Reason.Unknown(Node, paused.Path)
        : Spec["paused"].Flag == true ? new Reason($"the schedule {Name} is paused", Node, Spec["paused"].Path)
        : Server.Namespace is { } space && !Server.Charts.Contains(Node) && Pods.NamespaceOf(Node) is { } own && own != space
            ? new Reason($"the schedule {Name} is in namespace {own}, and Velero, which is in {space}, looks at its own only", Node, "metadata.namespace")
        : Template["resourcePolicy"].IsStated()
            ? Reason.Uncertain($"the resource policies of the schedule {Name} may leave volumes out", Node, Template["resourcePolicy"].Path)
        : taken is null ? Reason.Uncertain($"it is not known whether the schedule {Name} takes {claim.Name}", Node, Template.Path)
        : null;

    private bool? Takes(VolumeClaim claim)
    {
        bool?[] parts =
        [
            Listed(Template["includedNamespaces"], claim.Namespace, unstated: true),
            !Listed(Template["excludedNamespaces"], claim.Namespace, unstated: false),
            .. new[] { "includedResources", "includedNamespaceScopedResources" }.Select(list => Resources(Template[list], unstated: true)),
            .. new[] { "excludedResources", "excludedNamespaceScopedResources", "excludedClusterScopedResources" }
                .Select(list => !Resources(Template[list], unstated: false)),
            claim.Label(ExcludeLabel) is { IsUnknown: true } ? null : claim.Label(ExcludeLabel).Flag != true,
            Selected(claim),
        ];
        return parts.Aggregate((bool?)true, (all, part) => all & part);
    }

    // Of several selectors one must take it.
    private bool? Selected(VolumeClaim claim)
    {
        var one = LabelSelector.Takes(Template["labelSelector"], claim.Label);
        var several = Template["orLabelSelectors"];
        if (several.IsUnknown || several.Items.Count == 0)
        {
            return several.IsUnknown ? null : one;
        }

        return one & several.Items.Aggregate((bool?)false, (any, selector) => any | LabelSelector.Takes(selector, claim.Label));
    }

    // Pods say by annotation which of their volumes are read from the file system; the default says it of all others.
    private bool? ByFiles(VolumeClaim claim)
    {
        bool? all = Template["defaultVolumesToFsBackup"] is { IsAbsent: false } stated ? stated.Flag
            : Template["defaultVolumesToRestic"] is { IsAbsent: false } former ? former.Flag
            : Server.Flag("configuration", "defaultVolumesToFsBackup");
        if (claim.Users.Count == 0)
        {
            // It reads what a pod mounts, and no pod is declared that does.
            return all == false ? false : null;
        }

        return claim.Users.Aggregate((bool?)false, (any, use) => any | By(use, all));
    }

    private static bool? By(VolumeUse use, bool? all)
    {
        var annotations = use.Node.Type == Pods.Pod ? use.Node["metadata"]["annotations"] : Pods.Template(use.Node)["metadata"]["annotations"];
        return annotations.IsUnknown ? null
            : Names(annotations[ExcludeVolumes], use.Volume) ? false
            : Names(annotations[IncludeVolumes], use.Volume) ? true
            : all;
    }

    private static bool Names(Prop list, string volume) =>
        list.Text is { } text && text.Split(',', StringSplitOptions.TrimEntries).Contains(volume, StringComparer.Ordinal);

    private VolumeSave BySnapshot(VolumeClaim claim)
    {
        var (taken, moved) = (Template["snapshotVolumes"], Template["snapshotMoveData"]);
        bool? isMoved = moved.IsAbsent ? Server.Flag("configuration", "defaultSnapshotMoveData") : moved.Flag;
        if (taken.IsUnknown || isMoved is null)
        {
            return Untold(taken.IsUnknown ? "snapshotVolumes" : "snapshotMoveData");
        }

        return taken.Flag == false
                ? new VolumeSave(false, new Reason(
                    $"the schedule {Name} saves no volume: snapshotVolumes is false, and its file systems are not read", Node, taken.Path))
            : claim.Place.Kind is not (VolumeKind.Block or VolumeKind.Unknown)
                ? new VolumeSave(false, new Reason(
                    $"Velero takes no snapshots of {claim.Name}, whose driver knows none: only defaultVolumesToFsBackup saves it", Node, Template.Path))
            : new VolumeSave(isMoved.Value, Server.NoSnapshots(claim, isMoved.Value, Node, Template.Path) ?? (isMoved.Value ? Server.NoAgent : null));
    }

    private VolumeSave Untold(string property) => new(IsMoved: null, Reason.Unknown(Node, Template[property].Path));

    private static bool? Resources(Prop list, bool unstated)
    {
        if (!list.IsStated())
        {
            return unstated;
        }

        return list.Items.Any(item => item.Text == "*" || VolumeResources.Contains(item.Text?.Split('.')[0], StringComparer.Ordinal)) ? true
            : list.IsUnknown || list.Items.Any(item => item.IsUnknown) ? null
            : false;
    }

    private static bool? Listed(Prop list, string? name, bool unstated) =>
        !list.IsStated() ? unstated
        : list.Items.Any(item => item.Text is { } pattern && (pattern == "*" || (name is not null && Wildcards.Match(pattern, name)))) ? true
        : list.IsUnknown || name is null || list.Items.Any(item => item.IsUnknown) ? null
        : false;
}
