using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Databases;

public sealed class Ec2InstanceKeepsItsVolumes() : ResourceRule(Ec2Types.Instance)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        node.Input("ebsBlockDevices").Items.SelectMany(device => new[]
        {
            FlagVerdict.Of(device["deleteOnTermination"], wanted: false, serviceDefault: true, $"volume {device["deviceName"]} is deleted with the instance"),
            FlagVerdict.Of(
                device["encrypted"], wanted: true, serviceDefault: device["snapshotId"].IsStated(), $"volume {device["deviceName"]} is not encrypted"),
        });
}
