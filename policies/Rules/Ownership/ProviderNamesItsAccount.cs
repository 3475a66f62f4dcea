namespace DrInfra.Policies.Rules.Ownership;

public sealed class ProviderNamesItsAccount() : ResourceRule("pulumi:providers:aws")
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var accounts = node.Input("allowedAccountIds");
        if (accounts.IsUnknown)
        {
            yield return Verdict.Unknown(accounts.Path);
        }
        else if (accounts.IsAbsent || accounts.Text is "[]" or ""
            || (accounts.Text is null && accounts.Items.Count == 0 && accounts.Value is Graph.ListValue { Count: 0 }))
        {
            yield return Verdict.Violation("allowedAccountIds is not set, so the provider deploys to any account", accounts.Path);
        }

        foreach (var skip in new[] { "skipCredentialsValidation", "skipRequestingAccountId" })
        {
            if (node.Input(skip).Flag == true)
            {
                yield return Verdict.Violation($"{skip} is true, so the account is not checked", skip);
            }
        }
    }
}
