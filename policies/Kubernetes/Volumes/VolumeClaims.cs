namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>The claims on volumes, and where their data is.</summary>
internal sealed class VolumeClaims
{
    private const string DefaultMark = "storageclass.kubernetes.io/is-default-class";

    // EKS makes this class itself. Source: the Amazon EKS guide, "Review release notes for Kubernetes versions on standard support", 1.30.
    private const string ClassOfEks = "gp2";

    private readonly ILookup<(string Cluster, string? Name), Node> _classes;
    private readonly ILookup<string, Node> _defaults;
    private readonly ILookup<(string Cluster, string? Name), Node> _volumes;
    private readonly ILookup<(string Cluster, string? Space, string? Claim), Node> _reserved;
    private readonly ILookup<(string Cluster, string? Class), Node> _ofClass;
    private readonly ILookup<(string Cluster, string? Space, string Claim), VolumeUse> _users;

    private VolumeClaims(Estate estate)
    {
        Node[] classes = [.. estate.OfTypes(VolumeTypes.StorageClasses)];
        var volumes = estate.OfType(VolumeTypes.Volume);
        _classes = classes.ToLookup(node => (Pods.ClusterOf(node), node["metadata"]["name"].Text));
        _defaults = classes.Where(node => node["metadata"]["annotations"][DefaultMark].Flag == true).ToLookup(Pods.ClusterOf);
        _volumes = volumes.ToLookup(node => (Pods.ClusterOf(node), node["metadata"]["name"].Text));
        _reserved = volumes.Where(node => node["spec"]["claimRef"].IsStated())
            .ToLookup(node => (Pods.ClusterOf(node), node["spec"]["claimRef"]["namespace"].Text, node["spec"]["claimRef"]["name"].Text));
        _ofClass = volumes.Where(node => !node["spec"]["claimRef"].IsStated())
            .ToLookup(node => (Pods.ClusterOf(node), node["spec"]["storageClassName"].Text));
        _users = estate.OfTypes(Pods.All).SelectMany(Mounts).ToLookup(pair => pair.Key, pair => pair.Use);
        All = [.. estate.OfTypes([VolumeTypes.Claim, .. Pods.StatefulSets]).SelectMany(Of), .. estate.OfTypes(Pods.All).SelectMany(Named)];
        Bound = All.Select(claim => claim.Volume).OfType<Node>().ToHashSet();
    }

    /// <summary>By the resource that makes them.</summary>
    public IReadOnlyList<VolumeClaim> All { get; }

    /// <summary>The declared volumes that a claim takes.</summary>
    public IReadOnlySet<Node> Bound { get; }

    public static VolumeClaims Of(Estate estate) => estate.Once(static estate => new VolumeClaims(estate));

    /// <summary>A claim that an operator makes for each of its pods, as its object describes it.</summary>
    public VolumeClaim OfOperator(Node node, string name, Prop spec) => Of(node, name, spec);

    private IEnumerable<VolumeClaim> Of(Node node)
    {
        if (node.Type == VolumeTypes.Claim)
        {
            var name = node["metadata"]["name"].Text ?? node.Name;
            var users = _users[(Pods.ClusterOf(node), Pods.NamespaceOf(node), name)];
            return [Of(node, name, node["spec"]) with { Users = [.. users] }];
        }

        var templates = node["spec"]["volumeClaimTemplates"];
        return templates.IsUnknown
            ? [new VolumeClaim(node, node.Name, templates, VolumePlace.Untold(node, templates.Path)) { Users = [new VolumeUse(node, "")] }]
            : templates.Items.Select((template, at) =>
            {
                var name = template["metadata"]["name"].Text ?? $"template {at + 1}";
                return Of(node, name, template["spec"]) with { Users = [new VolumeUse(node, name)] };
            });
    }

    private VolumeClaim Of(Node node, string name, Prop spec)
    {
        var cluster = Pods.ClusterOf(node);
        if (Declared(node, name, spec) is { } volume)
        {
            return new VolumeClaim(node, name, spec, VolumePlace.OfVolume(volume)) { Volume = volume };
        }

        var className = spec["storageClassName"];
        var storage = className.IsUnknown ? ReferenceResolver.Declared(node, "spec", VolumeTypes.StorageClasses) is [var only] ? only : null
            : className.Text is { } stated ? _classes[(cluster, stated)].FirstOrDefault()
            : _defaults[cluster].FirstOrDefault();
        if (storage is not null && !IsWithoutDriver(storage))
        {
            return new VolumeClaim(node, name, spec, VolumePlace.OfClass(storage)) { Class = storage };
        }

        // A class that makes nothing hands out the volumes that are declared with its name.
        VolumePlace[] places = className.Text is { } wanted
            ? [.. _ofClass[(cluster, wanted.Length == 0 ? null : wanted)].Select(VolumePlace.OfVolume)] : [];
        return new VolumeClaim(node, name, spec, Common(places) ?? Unmade(node, spec, storage, className, places)) { Class = storage };
    }

    // By the claim's own word, or by the volume's.
    private Node? Declared(Node node, string name, Prop spec)
    {
        var (cluster, stated) = (Pods.ClusterOf(node), spec["volumeName"]);
        if (stated.IsStated())
        {
            return stated.IsUnknown
                ? ReferenceResolver.Declared(node, "spec", VolumeTypes.Volume) is [var only] ? only : null
                : _volumes[(cluster, stated.Text)].FirstOrDefault();
        }

        // Of a set: the claim of its first pod.
        var claim = node.Type == VolumeTypes.Claim ? name : $"{name}-{node["metadata"]["name"].Text}-0";
        return _reserved[(cluster, Pods.NamespaceOf(node), claim)].FirstOrDefault();
    }

    private static VolumePlace Unmade(Node node, Prop spec, Node? storage, Prop className, VolumePlace[] places) =>
        places.Length > 0 ? VolumePlace.Untold(node, spec.Path, "several volumes of its class are declared, and they are of different kinds")
        : storage is not null ? VolumePlace.OfClass(storage)
        : className.Text == ClassOfEks ? new VolumePlace(VolumeKind.Block, node, VolumeDrivers.InTreeEbs)
        : className.IsUnknown ? VolumePlace.Untold(node, className.Path)
        : VolumePlace.Untold(
            node, className.Path.Length > 0 ? className.Path : "spec.storageClassName",
            className.Text is { Length: > 0 } name ? $"the storage class {name} is not declared" : "no default storage class is declared");

    private static VolumePlace? Common(VolumePlace[] places) =>
        places.Length > 0 && Array.TrueForAll(places, place => place.Kind == places[0].Kind && place.Id == places[0].Id) ? places[0] : null;

    // Volumes of EFS, S3 and disks are declared one by one where the class does not say of what to make them.
    private static bool IsWithoutDriver(Node storage) => VolumePlace.OfClass(storage) switch
    {
        { Kind: VolumeKind.Files, Property: { IsAbsent: true } } => true,
        { Kind: VolumeKind.Bucket or VolumeKind.NodeDisk } => true,
        _ => false,
    };

    // Without a claim: a server of files, a volume of EBS by its id, a folder of the node.
    private static IEnumerable<VolumeClaim> Named(Node node) =>
        from volume in Pods.Spec(node)["volumes"].Items
        where volume["nfs"].IsStated() || volume["awsElasticBlockStore"].IsStated() || NodeFolders.HoldsData(node, volume)
        let name = volume["name"].Text ?? node.Name
        select new VolumeClaim(node, name, volume, VolumePlace.Of(node, volume)) { Users = [new VolumeUse(node, name)] };

    private static IEnumerable<((string Cluster, string? Space, string Claim) Key, VolumeUse Use)> Mounts(Node node) =>
        from volume in Pods.Spec(node)["volumes"].Items
        let claim = volume["persistentVolumeClaim"]["claimName"].Text
        where claim is not null
        select ((Pods.ClusterOf(node), Pods.NamespaceOf(node), claim), new VolumeUse(node, volume["name"].Text ?? claim));
}
