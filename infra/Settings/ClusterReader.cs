using DrInfra.Infra.Conventions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>cluster</c>: how the clusters are reached and who administers them.</summary>
internal static class ClusterReader
{
    private const string RangesAllowed = "IPv4 ranges that deploy, for example [198.51.100.0/24]; [] makes the endpoints private";

    private const string RoleAllowed = "the ARN of a role, for example arn:aws:iam::123456789012:role/platform";

    /// <summary>Reads the settings.</summary>
    /// <param name="root">All settings.</param>
    /// <param name="workloads">The workloads, which may need a cluster.</param>
    public static ClusterSettings Read(SettingsMap root, IReadOnlyList<WorkloadSettings> workloads)
    {
        const string Keys = "publicRanges, zonalShift, architecture, administrators, viewers, followerImage, flinkOperatorImage, sparkOperatorImage";
        if (root.Map("cluster", Keys) is not { } node)
        {
            if (workloads.FirstOrDefault(workload => workload.HasPods) is { } workload && !root.Has("cluster"))
            {
                root.Problem(
                    "cluster",
                    $"missing: a workload {(workload.Serving is null ? "has pipelines" : "serves")}, so each Region has a cluster, and it must be said who "
                        + "reaches it",
                    $"publicRanges: {RangesAllowed}");
            }

            return ClusterSettings.Default;
        }

        if (!node.Has("publicRanges"))
        {
            node.Problem("publicRanges", "missing: nobody is let in by default", RangesAllowed);
        }

        var ranges = node.Texts("publicRanges", SettingsPatterns.Any, RangesAllowed);

        // EKS takes no IPv6 range for a cluster of IPv4, which ours are
        // (https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html).
        foreach (var text in ranges.Where(text => !AddressRange.TryParse(text, out _)))
        {
            node.Problem("publicRanges", $"{text} is not a CIDR range of IPv4", RangesAllowed);
        }

        if (ranges.Contains("0.0.0.0/0"))
        {
            node.Problem("publicRanges", "0.0.0.0/0 lets everybody reach the API server", RangesAllowed);
        }

        var administrators = node.Texts("administrators", SettingsPatterns.Role, RoleAllowed);
        var viewers = node.Texts("viewers", SettingsPatterns.Role, RoleAllowed);

        // EKS has one access entry for a role.
        foreach (var (role, _) in administrators.Concat(viewers).CountBy(role => role).Where(pair => pair.Value > 1))
        {
            node.Problem(
                viewers.Contains(role) ? "viewers" : "administrators", $"duplicate: {role} is already let in", "each role once: administrators can read too");
        }

        var settings = new ClusterSettings(
            ranges,
            node.Flag("zonalShift", ClusterSettings.Default.ZonalShift),
            node.Text("architecture", SettingsPatterns.Architecture, "arm64, amd64", ClusterSettings.Default.Architecture),
            administrators,
            viewers,
            ReadImage(node, "followerImage", workloads, _ => true))
        {
            FlinkOperatorImage = ReadImage(node, "flinkOperatorImage", workloads, pipeline => pipeline.Engine == PipelineEngine.Flink),
            SparkOperatorImage = ReadImage(node, "sparkOperatorImage", workloads, pipeline => pipeline.Engine == PipelineEngine.Spark),
        };
        node.RefuseUnknownKeys();
        return settings;
    }

    // Of what starts some pipelines.
    private static ContainerImage? ReadImage(
        SettingsMap node, string key, IReadOnlyList<WorkloadSettings> workloads, Func<PipelineSettings, bool> starts)
    {
        if (node.Has(key))
        {
            return PodAmountReader.Image(node, key);
        }

        if (workloads.SelectMany(workload => workload.Pipelines.Where(starts).Select(pipeline => (workload, pipeline))).ToList()
            is [var (workload, pipeline), ..])
        {
            node.Problem(key, $"missing: nothing starts pipeline {pipeline.Name} of workload {workload.Name} without it", PodAmountReader.ImageAllowed);
        }

        return null;
    }
}
