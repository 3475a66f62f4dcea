using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsInAllZones() : ResourceRule(EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        (node.Type == EfsTypes.FileSystem
            ? [node["availabilityZoneName"]]
            : node["destination"].Items.Select(destination => destination["availabilityZoneName"]))
            .Select(zone => zone.IsStated() ? Verdict.Violation($"its files are only in zone {zone}", zone.Path) : Verdict.Compliant);
}
