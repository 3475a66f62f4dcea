using DrInfra.Policies.Kubernetes.Cassandra;
using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class VolumeOutlivesItsClaim : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from claim in VolumeClaims.Of(context.Estate).All.Concat(CassandraCluster.Claims(context.Estate))
        where claim.IsKept != true && (claim.Volume ?? claim.Class) is not null
        let keeper = claim.KeptBy
        select claim.IsKept is null ? Finding.Unknown(keeper.Node, keeper.Property)
            : Finding.Violation(claim.Node, $"the volume of claim {claim.Name} is deleted with it: {keeper.Property} of {keeper.Node.Name} is not Retain");
}
