using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Databases;

public sealed class Ec2InstanceHasTerminationProtection : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from machine in context.Estate.OfType(Ec2Types.Instance)
        where OwnVolumes.AreDeclared(machine)
            || context.Estate.UsersOf(machine, Ec2Types.VolumeAttachment, "instanceId").Count > 0
        select new Finding(machine, FlagVerdict.Of(machine["disableApiTermination"], wanted: true, serviceDefault: false, "it has no termination protection"));
}
