using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Access;

public sealed class ReplicatorRoleCanReplicate : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        KafkaReplication.AllIn(estate).SelectMany(link => ReplicatorFaults.Lacks(estate, link));
}
