namespace DrInfra.Policies.Aws;

/// <summary>The account that resources are in.</summary>
public static class Accounts
{
    /// <summary>The account of a resource: of its own ARN, else the one that its provider allows; null where neither tells.</summary>
    public static string? Of(Node node)
    {
        if (Arn.TryParse(node.Output("arn").Text, out var arn) && arn.Account.Length > 0)
        {
            return arn.Account;
        }

        return node.Provider is { } provider ? Allowed(provider.Input("allowedAccountIds")) : null;
    }

    // A provider's lists arrive as JSON text.
    private static string? Allowed(Prop accounts)
    {
        var list = accounts is { Value: TextValue, Text: { } json } ? JsonDocumentText.Parse(json, accounts.Path) : accounts;
        return list is { Value: ListValue { Count: 1 } only } ? Prop.Root(only[0], "account").Text : null;
    }
}
