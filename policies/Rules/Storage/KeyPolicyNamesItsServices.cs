namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyPolicyNamesItsServices : StackRule
{
    public override string Description => "A key's policy names the services that must use it on their own behalf.";

    public override string Why => "A log group under a key that the service may not use is refused, and with it the function or server that a recovery needs; the record of what went wrong is missing too.";

    public override string Fix => "Allow kms:Decrypt and kms:GenerateDataKey to the service's principal in the key's policy.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6", "H7"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (key, services) in KeyServices.Of(context.Estate))
        {
            var policies = KeyServices.PoliciesOf(context.Estate, key);
            foreach (var service in services)
            {
                if (policies.Any(policy => policy.Statements.Any(statement => Admits(statement, service))))
                {
                    continue;
                }

                yield return policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown
                    ? Finding.Unknown(key, unknown.Path)
                    : Finding.Violation(key, $"{service} must use the key, but the key's policy does not let it", "policy");
            }
        }
    }

    private static bool Admits(PolicyStatement statement, string service) =>
        statement.IsAllow && statement.Services.Any(named => Wildcard.Matches(named, service)) && statement.Takes("kms:Decrypt") && statement.Takes("kms:GenerateDataKey");
}
