using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyPolicyLetsAccountAdminister() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.KeyPolicy)
{
    private static readonly string[] Actions = ["kms:PutKeyPolicy", "kms:EnableKey", "kms:CancelKeyDeletion"];

    // The default policy lets the account do everything.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Input("policy").IsAbsent)
        {
            return [Verdict.Compliant];
        }

        var policy = PolicyDocument.Read(node, node.Input("policy"));
        if (policy.IsUnknown)
        {
            return [Verdict.Unknown(policy.Path)];
        }

        if (policy.IsMalformed)
        {
            return [Verdict.Violation("the key policy is not a valid policy document", policy.Path)];
        }

        var missing = Actions.Where(action => !policy.Statements.Any(statement => Lets(statement, action))).ToArray();
        var denied = Actions.Where(action => policy.Statements.Any(statement =>
            statement is { Allows: false, IsForEverybody: true, Conditions.Count: 0 } && statement.Covers(action))).ToArray();
        return
        [
            missing.Length > 0 ? Verdict.Violation($"the account is not allowed {string.Join(", ", missing)}", policy.Path)
            : denied.Length > 0 ? Verdict.Violation($"every principal is denied {string.Join(", ", denied)}", policy.Path)
            : Verdict.Compliant,
        ];
    }

    // A condition may lock the administrators out, unless it only says which account they are of.
    private static bool Lets(PolicyStatement statement, string action) =>
        statement.Allows && statement.IsForAccount && statement.Covers(action)
        && statement.Conditions.All(condition => condition.IsOn("kms:CallerAccount", "aws:PrincipalAccount", "aws:PrincipalOrgID"));
}
