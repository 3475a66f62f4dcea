namespace DrInfra.Policies.Aws.Dlm;

/// <summary>A policy of Data Lifecycle Manager that takes snapshots of EBS volumes by their tags.</summary>
internal sealed record SnapshotPolicy(Node Node)
{
    public const string TargetTags = "policyDetails.targetTags";

    private Prop Details => Node["policyDetails"];

    public static IEnumerable<SnapshotPolicy> AllIn(Estate estate) => estate.OfType(DlmTypes.LifecyclePolicy).Select(node => new SnapshotPolicy(node));

    /// <summary>Why it takes none; null where it takes some.</summary>
    public Reason? Off => Node["state"] is { IsUnknown: true } state ? Reason.Unknown(Node, state.Path)
        : Node["state"].Text is null or "ENABLED" ? null
        : new Reason($"the policy {Node.Name} is {Node["state"]}", Node, "state");

    /// <summary>Whether it takes volumes with these tags; null where it is not known.</summary>
    /// <param name="mayHave">Whether a volume may have a tag beside those that are known.</param>
    public bool? Takes(IReadOnlyDictionary<string, string> tags, Func<string, bool> mayHave)
    {
        if (Details.IsUnknown || Details["resourceTypes"].IsUnknown || Details["targetTags"].IsUnknown)
        {
            return null;
        }

        if (!Details["resourceTypes"].Items.Any(type => type.Text == "VOLUME"))
        {
            return false;
        }

        // One of the tags is enough.
        bool? taken = false;
        foreach (var (key, value) in Details["targetTags"].Members)
        {
            var has = value.IsUnknown ? null : tags.TryGetValue(key, out var actual) ? actual == value.Text : mayHave(key) ? null : (bool?)false;
            taken = taken == true || has == true ? true : taken is null || has is null ? null : false;
        }

        return taken;
    }

    public IEnumerable<VolumeSnapshots> Schedules => Details["schedules"].Items.Select(schedule => new VolumeSnapshots(Node, schedule));
}
