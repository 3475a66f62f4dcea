using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Access;

public sealed class ReplicationRoleCanReplicate : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate)
    {
        foreach (var rule in Replications.Of(estate).All)
        {
            // That nobody knows the role, or that the service may not assume it, is another rule's.
            var role = estate.References.Follow(rule.Owner, rule.Role, IamTypes.Role);
            foreach (var reason in role.IsAbsent
                ? ReplicationFaults.Role(estate, rule)
                : role.Target is { } found ? RoleAccess.Lacks(estate, rule.Owner, found, ReplicationNeeds.Of(estate, rule)) : [])
            {
                yield return reason;
            }

            if (rule.IsEnabled && ReplicationFaults.Admitted(estate, rule) is { } shutOut)
            {
                yield return shutOut;
            }
        }
    }
}
