using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsInAllZones : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A file system, and its replica, keeps its files in more than one zone.",
        Why: "One Zone storage is lost with its zone.",
        Fix: "Leave availabilityZoneName out; an existing file system must be copied.",
        Severity.High, "F1 H1",
        Published: "efs_multi_az_enabled");

    public override IReadOnlyList<string> AppliesTo => [EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        (node.Type == EfsTypes.FileSystem ? [node["availabilityZoneName"]] : node["destination"].Items.Select(destination => destination["availabilityZoneName"]))
            .Select(zone => zone.IsStated() ? Verdict.Violation($"its files are in zone {zone} only", zone.Path) : Verdict.Compliant);
}
