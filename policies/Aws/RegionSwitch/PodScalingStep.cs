using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>One thing in a cluster of EKS that a step of a plan scales, in one Region (block EKSResourceScaling).</summary>
/// <param name="Config">The configuration of the block.</param>
/// <param name="Resource">The entry that names it.</param>
internal sealed record PodScalingStep(Node Plan, PlanStep Step, Prop Config, Prop Resource)
{
    /// <summary>The Region that it is in.</summary>
    public string? Region => Resource["resourceName"].Text;

    public string? Namespace => Resource["namespace"].Text;

    public string? Name => Resource["name"].Text;

    public Prop Scaler => Resource["hpaName"];

    public Prop Kind => Config["kubernetesResourceTypes"]["kind"];

    /// <summary>The group and version of the kind, such as <c>apps/v1</c>.</summary>
    public Prop Version => Config["kubernetesResourceTypes"]["apiVersion"];

    /// <summary>The namespace that the service finds the entry by; it states one of its own, too.</summary>
    public required Prop Space { get; init; }

    /// <summary>How many of the pods, in percent, are enough for an ungraceful run to go on.</summary>
    public Prop Enough => Config["ungracefuls"]["minimumSuccessPercentage"];

    /// <summary>To how much of the capacity that it is measured by, in percent; all of it where nothing is stated.</summary>
    public double? Percent => Config["targetPercent"].IsUnknown ? null : Config["targetPercent"].Number ?? FactBook.Number("rs-target-percent-default");

    /// <summary>Whether only the deployment will tell what it names.</summary>
    public bool IsUnknown => Resource.IsUnknown || Resource["resourceName"].IsUnknown || Resource["namespace"].IsUnknown || Resource["name"].IsUnknown;

    public static IEnumerable<PodScalingStep> Of(Node plan) =>
        from pair in PlanStep.Configs(plan, "eksResourceScalingConfigs")
        from scaling in pair.Config["scalingResources"].Items
        from resource in scaling["resources"].Items
        select new PodScalingStep(plan, pair.Step, pair.Config, resource) { Space = scaling["namespace"] };

    /// <summary>Whether it is about these pods: by Region, namespace, kind and name.</summary>
    public bool Names(Estate estate, Node pods) => Name is { } name && name == pods["metadata"]["name"].Text
        && Namespace is { } space && space == Pods.NamespaceOf(pods)
        && Region is { } region && region == PodClusters.In(estate).RegionOf(pods)
        && (Kind.Text is not { } kind || pods.Type.EndsWith($":{kind}", StringComparison.Ordinal));

    /// <summary>Why it does not raise the pods in a disaster; null where it does.</summary>
    public Reason? Fault(Estate estate, Deployment deployment) => Reason.Deciding(Faults(estate, deployment));

    /// <summary>All that keeps it from raising the pods.</summary>
    public IEnumerable<Reason> Faults(Estate estate, Deployment deployment)
    {
        var ungraceful = Config["ungracefuls"];
        if (ungraceful.IsUnknown)
        {
            yield return Reason.Unknown(Plan, ungraceful.Path);
        }
        else if (ungraceful.Items.Count == 0)
        {
            yield return new Reason(
                $"step {Step.Name} states no ungraceful setting, by which it runs while the other Region does not respond", Plan, ungraceful.Path);
        }

        var cluster = PodClusters.In(estate).Of(deployment.Node);
        if (OfClusters(estate, cluster) is { } other)
        {
            yield return other;
        }

        if (OfScaler(deployment) is { } unnamed)
        {
            yield return unnamed;
        }

        if (!Space.IsUnknown && Space.Text != Namespace)
        {
            yield return new Reason($"step {Step.Name} lists a resource of namespace {Namespace} under {Space}", Plan, Space.Path);
        }

        // kubernetes:apps/v1:Deployment
        if (!Version.IsUnknown && !Kind.IsUnknown && deployment.Node.Type != $"kubernetes:{Version.Text}:{Kind.Text}")
        {
            yield return new Reason(
                $"step {Step.Name} scales {Version} {Kind}, which {deployment.Node.Name} is not", Plan, Config["kubernetesResourceTypes"].Path);
        }

        if (cluster is null)
        {
            yield return Reason.Unknown(Plan, Config["eksClusters"].Path);
            yield break;
        }

        // What works through a role of another account is that account's matter.
        if (Config["eksClusters"].Items.All(one => one["crossAccountRole"].IsAbsent)
            && ClusterAccess.CannotScale(estate, cluster, Plan, Plan["executionRole"], Namespace) is { } refused)
        {
            yield return refused;
        }

        var view = new EksCluster(cluster);
        if (view.IsPublic is not true)
        {
            yield return view.IsPublic is null ? Reason.Unknown(cluster, view.PublicAccess.Path)
                : Reason.Uncertain(
                    $"the endpoint of cluster {cluster.Name} is private, and no documentation states that Region switch reaches it", cluster,
                    view.PublicAccess.Path);
        }
    }

    private Reason? OfClusters(Estate estate, Node? cluster)
    {
        var list = Config["eksClusters"];
        Reference[] named = [.. list.Items.Select(item => PlanReference.Follow(estate, Plan, item["clusterArn"], EksTypes.Cluster))];
        if (list.IsUnknown || Array.Exists(named, reference => reference.IsUnknown))
        {
            // Before the first deployment the ARNs are unknown: then the workflows were made from as many clusters.
            var declared = ReferenceResolver.Declared(Plan, "workflows", EksTypes.Cluster);
            return cluster is not null && declared.Contains(cluster) && declared.Count == named.Length ? null : Reason.Unknown(Plan, list.Path);
        }

        return named.Length < 2 ? new Reason($"step {Step.Name} names {named.Length} cluster, one in each Region needed", Plan, list.Path)
            : cluster is not null && !Array.Exists(named, reference => reference.Target == cluster)
                ? new Reason($"step {Step.Name} does not name cluster {cluster.Name}", Plan, list.Path)
            : null;
    }

    // The step sets scaleDown of the autoscaler that it names to Disabled; one that it does not name takes the new pods away again.
    private Reason? OfScaler(Deployment deployment)
    {
        var declared = deployment.Scaler?.Node["metadata"]["name"];
        return Scaler.IsUnknown ? Reason.Unknown(Plan, Scaler.Path)
            : deployment.Scaler is { } scaler && !Scaler.IsStated()
                ? new Reason($"step {Step.Name} does not name autoscaler {scaler.Node.Name}, which removes the new pods again", Plan, Scaler.Path)
            : Scaler.IsStated() && declared is not { IsUnknown: true } && declared?.Text != Scaler.Text
                ? new Reason($"step {Step.Name} names autoscaler {Scaler.Text}, which does not scale {deployment.Node.Name}", Plan, Scaler.Path)
            : null;
    }
}
