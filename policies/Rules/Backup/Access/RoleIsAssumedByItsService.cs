using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class RoleIsAssumedByItsService : StackRule
{
    protected override RuleDescriptor About => new(
        "A role that a resource works through exists, and the resource's service may assume it.",
        Why: "A service that cannot assume its role fails at the first job: no backup, no replication, no failover.",
        Fix: "Let the role's assumeRolePolicy allow sts:AssumeRole to the service, with conditions that its requests meet.",
        Severity.High, "B4 F3");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        RoleUse.All(context.Estate).Select(use => RoleAccess.Refused(context.Estate, use)).OfType<Reason>().Select(Finding.Of);
}
