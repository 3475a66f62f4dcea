using System.Text.Json;

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
        if (accounts.Value is ListValue list)
        {
            return list.Count == 1 ? Prop.Root(list[0], "account").Text : null;
        }

        try
        {
            return accounts.Text is { } json && JsonSerializer.Deserialize<string[]>(json) is [var single] ? single : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
