using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class RoleIsAssumedByItsService : StackRule
{
    public override string Description => "A role that a resource works through exists, and the resource's service may assume it.";

    public override string Why => "A service that cannot assume its role fails at the first job: no backup, no replication, no failover.";

    public override string Fix => "Let the role's assumeRolePolicy allow sts:AssumeRole to the service, with conditions that its requests meet.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B4", "F3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) => RoleUse.All(context.Estate).SelectMany(use => Judge(context.Estate, use));

    private static IEnumerable<Finding> Judge(Estate estate, RoleUse use)
    {
        if (use.Role.Target is not { } role)
        {
            // Made elsewhere, or not at all: nothing in the graph tells.
            yield return Finding.Unknown(use.User, use.Role.Path);
            yield break;
        }

        var trust = role["assumeRolePolicy"];
        if (IamDocument.Parse(trust) is not { } document)
        {
            yield return trust.IsUnknown ? Finding.Unknown(role, "assumeRolePolicy") : Finding.Violation(role, "trust policy of the role cannot be read", "assumeRolePolicy");
            yield break;
        }

        var context = ContextOf(estate, use, role);
        var statements = document.Statements.Where(statement => statement.Covers("sts:AssumeRole")
            && statement.PrincipalsOf("Service").Any(principal => principal == "*" || use.Services.Contains(WithoutRegion(principal), StringComparer.Ordinal))).ToArray();
        var allowed = statements.Where(statement => statement.Allows).Select(statement => statement.IsMet(context)).ToArray();
        if (statements.Any(statement => !statement.Allows && statement.IsMet(context) == true) || !allowed.Any(met => met != false))
        {
            yield return Finding.Violation(role, $"{use.Services[0]} may not assume the role for {use.User.Name}", "assumeRolePolicy");
        }
        else if (!allowed.Contains(true))
        {
            yield return Finding.Unknown(role, "assumeRolePolicy");
        }
    }

    // Some services may also be named with their Region: states.eu-west-1.amazonaws.com.
    private static string WithoutRegion(string principal) =>
        Regions.InName(principal) is { } region ? principal.Replace($".{region}.", ".", StringComparison.Ordinal) : principal;

    private static AccessContext ContextOf(Estate estate, RoleUse use, Node role)
    {
        var keys = new List<(string, IReadOnlyList<string>)>();
        if (Accounts.Of(role) is { } account)
        {
            keys.Add(("aws:SourceAccount", [account]));
        }

        // For replication the source is the bucket, which the property tells in whatever form.
        if (use.User.Type == S3Types.BucketReplicationConfig && ReplicationRoleCanReplicate.ArnOf(estate, use.User, use.User["bucket"]) is { } bucket)
        {
            keys.Add(("aws:SourceArn", [bucket]));
        }
        else if (use.User.Output("arn").Text is { } arn)
        {
            keys.Add(("aws:SourceArn", [arn]));
        }

        return AccessContext.Of(keys);
    }
}
