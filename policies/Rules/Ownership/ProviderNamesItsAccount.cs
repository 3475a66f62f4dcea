using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ProviderNamesItsAccount : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A provider deploys into stated accounts only, and finds out in which one it is.",
        Why: "In an emergency the wrong credentials are at hand: without the list, the standby is built or changed in another account.",
        Fix: "Set allowedAccountIds on the provider, and leave skipCredentialsValidation and skipRequestingAccountId off.",
        Severity.Medium, "T3", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => ["pulumi:providers:aws"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var accounts = node.Input("allowedAccountIds");
        if (accounts.IsUnknown)
        {
            yield return Verdict.Unknown(accounts.Path);
        }
        else if (accounts.IsAbsent || accounts.Text is "[]" or "" || (accounts.Text is null && accounts.Items.Count == 0 && accounts.Value is Graph.ListValue { Count: 0 }))
        {
            yield return Verdict.Violation("allowedAccountIds is not stated, so any account will do", accounts.Path);
        }

        foreach (var skip in new[] { "skipCredentialsValidation", "skipRequestingAccountId" })
        {
            if (node.Input(skip).Flag == true)
            {
                yield return Verdict.Violation($"{skip} is on: the account is not checked", skip);
            }
        }
    }
}
