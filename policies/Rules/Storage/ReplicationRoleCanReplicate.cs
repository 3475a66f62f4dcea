using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationRoleCanReplicate : StackRule
{
    public override string Description => "The role of a replication may be taken by S3, and may read the source, write the destination and use both keys.";

    public override string Why => "A role that lacks one permission replicates nothing; the deployment succeeds all the same, and the copies are missed in the disaster.";

    public override string Fix => "Let s3.amazonaws.com assume the role, and grant it reading of the source, writing of the destination, kms:Decrypt of the source's and kms:Encrypt of the destination's key.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["B6", "F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).Enabled)
        {
            foreach (var verdict in Judge(context.Estate, rule))
            {
                yield return new Finding(rule.Owner, verdict);
            }
        }
    }

    private static IEnumerable<Verdict> Judge(Estate estate, ReplicationRule rule)
    {
        var role = estate.References.Follow(rule.Owner, rule.Role, RolePolicies.RoleType);
        if (role.IsAbsent)
        {
            return [Verdict.Violation("the replication has no role", "role")];
        }

        if (role.Target is not { } found || rule.Source is not { } source || rule.Destination.Target is not { } destination)
        {
            return [Verdict.Unknown("role")];
        }

        var trust = AccessPolicy.Read(found, found.Input("assumeRolePolicy"));
        var trusted = trust.IsUnknown || trust.Statements.Any(statement => Trusts(statement, source));
        var policies = RolePolicies.Of(estate, found);
        var missing = ReplicationGrants.Needed(estate, rule, source, destination).Where(grant => !policies.Any(policy => policy.Statements.Any(grant.IsGivenBy))).ToArray();
        return
        [
            trusted ? Verdict.Compliant : Verdict.Violation($"S3 may not take the role {found.Name} for {source.Name}", "role"),
            missing.Length == 0 ? Verdict.Compliant
            : policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Verdict.Unknown("role")
            : Verdict.Violation($"the role {found.Name} lacks {string.Join(", ", missing.Select(grant => grant.ToString()))}", "role"),
        ];
    }

    private static bool Trusts(PolicyStatement statement, Node source) =>
        statement.IsAllow && statement.Services.Contains("s3.amazonaws.com", StringComparer.Ordinal) && statement.Takes("sts:AssumeRole")
        && statement.Conditions.All(condition => condition.Key != "aws:sourcearn"
            || BucketPolicies.ArnOf(source) is not { } arn || condition.Values.Any(value => Wildcard.Matches(value, arn)));
}
