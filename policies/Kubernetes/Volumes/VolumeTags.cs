namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>
/// The tags of a volume that a driver makes: its own, and those of the class. Labels of a claim or a pod are none. Source: the AWS EBS CSI
/// driver, "Tagging".
/// </summary>
/// <param name="Values">Those that are known.</param>
/// <param name="AreUnknown">Whether it may have any others.</param>
/// <param name="Perhaps">Beginnings of the names of others that it may have.</param>
internal sealed record VolumeTags(IReadOnlyDictionary<string, string> Values, bool AreUnknown, IReadOnlyList<string> Perhaps)
{
    private const string Prefix = "tagSpecification";

    // They name what the volume was made for, and the cluster; whether the driver sets them depends on how it is started.
    private static readonly string[] OfDrivers = ["kubernetes.io/", "KubernetesCluster", "CSIVolumeName", "Name", "eks:", "aws:eks:"];

    public static VolumeTags Of(VolumeClaim claim)
    {
        var parameters = claim.Class is { } storage ? storage["parameters"] : default;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var perhaps = new List<string>(OfDrivers);
        if (claim.Place.Driver is VolumeDrivers.Ebs or VolumeDrivers.InTreeEbs)
        {
            values["ebs.csi.aws.com/cluster"] = "true";
        }

        var unknown = parameters.IsUnknown;
        foreach (var (name, value) in parameters.Members.Where(parameter => parameter.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (value.Text is not { } pair || pair.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
            {
                unknown |= value.IsUnknown;
            }
            else if (pair.Contains("{{", StringComparison.Ordinal))
            {
                perhaps.Add(pair[..at]);
            }
            else
            {
                values[pair[..at]] = pair[(at + 1)..];
            }
        }

        return new VolumeTags(values, unknown, perhaps);
    }

    /// <summary>With tags that the driver gives to all its volumes.</summary>
    public VolumeTags And(IEnumerable<(string Key, string Value)> others, bool areUnknown)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (key, value) in others)
        {
            values.TryAdd(key, value);
        }

        return this with { Values = values, AreUnknown = AreUnknown || areUnknown };
    }
}
