using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Backup.Access;

/// <summary>Which account a resource is in.</summary>
internal static class ResourceAccount
{
    /// <summary>By its ARN, else by the one account that its provider may work in; null where neither tells.</summary>
    public static string? Of(Node node)
    {
        if (Arn.TryParse(node.Output("arn").Text, out var arn) && arn.Account.Length > 0)
        {
            return arn.Account;
        }

        var allowed = node.Provider?.Input("allowedAccountIds") ?? default;
        var texts = IamDocument.Texts(allowed);
        if (texts.Count == 1)
        {
            // The engine hands a provider's lists over as JSON text.
            var account = texts[0].Trim('[', ']', '"', ' ');
            return account.Length == 12 && account.All(char.IsAsciiDigit) ? account : null;
        }

        return null;
    }
}
