using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class MachineKeepsItsDataVolumes : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The data volumes of a machine stay when it is terminated, and are encrypted.",
        Why: "A data volume that is declared with its machine is deleted with it by default.",
        Fix: "Set deleteOnTermination to false and encrypted to true on each block device.",
        Severity.Medium, "B4 B5");

    public override IReadOnlyList<string> AppliesTo => [Ec2Types.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        node.Input("ebsBlockDevices").Items.SelectMany(device => new[]
        {
            FlagVerdict.Of(device["deleteOnTermination"], wanted: false, serviceDefault: true, $"volume {device["deviceName"]} is deleted with the machine"),
            FlagVerdict.Of(device["encrypted"], wanted: true, serviceDefault: device["snapshotId"].IsStated(), $"volume {device["deviceName"]} is not encrypted"),
        });
}
