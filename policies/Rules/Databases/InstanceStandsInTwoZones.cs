using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceStandsInTwoZones : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An RDS instance has a standby in a second zone.",
        Why: "A single instance is down as long as its zone is, and comes back by a restore that takes as long as its data is large.",
        Fix: "Set multiAz to true.",
        Severity.High, "F1",
        Published: "RDS_MULTI_AZ_SUPPORT, RDS.5, CKV_AWS_157, rds_instance_multi_az, AwsSolutions-RDS3, rds-instance-multi-az-enabled");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("a read replica is not what writes")];
        }

        return [FlagVerdict.Of(node["multiAz"], wanted: true, serviceDefault: false, "it stands in one zone only")];
    }
}
