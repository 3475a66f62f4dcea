using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Databases;

public sealed class MachineWithDataIsNotTerminated : StackRule
{
    public override string Description => "A machine that holds data refuses to be terminated.";

    public override string Why => "Its volumes may go with it, and a machine outside a group of machines is not made again by itself.";

    public override string Fix => "Set disableApiTermination to true.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> Also => ["AwsSolutions-EC29"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from machine in context.Estate.OfType(Ec2Types.Instance)
        where OwnVolumes.AreDeclared(machine)
            || context.Estate.UsersOf(machine, Ec2Types.VolumeAttachment, "instanceId").Count > 0
        select new Finding(machine, FlagVerdict.Of(machine["disableApiTermination"], wanted: true, serviceDefault: false, "it may be terminated"));
}
