namespace DrInfra.Policies.Aws.Iam;

/// <summary>Who makes a request: a service of AWS, or a role.</summary>
/// <param name="Kind">The key of the principal in a policy: <c>Service</c> or <c>AWS</c>.</param>
/// <param name="Name">The service's name, such as <c>backup.amazonaws.com</c>; the role's name.</param>
/// <param name="Account">The role's account, or <see cref="IamPattern.AnyAccount"/>; empty for a service.</param>
internal sealed record PolicyPrincipal(string Kind, string Name, string Account)
{
    public static PolicyPrincipal Service(string name) => new("Service", name, "");

    public static PolicyPrincipal Role(string name, string account) => new("AWS", name, account);

    /// <summary>A role that is declared.</summary>
    public static PolicyPrincipal Of(Node role) => Role(role["name"].Text ?? role.Resource.Id ?? role.Name, Accounts.Of(role) ?? IamPattern.AnyAccount);

    /// <summary>Whether an entry of a policy's principals means this one: by itself, or its account.</summary>
    public bool Is(string entry)
    {
        if (entry == "*" || Kind == "Service")
        {
            return entry == "*" || entry == Name;
        }

        if (!Arn.TryParse(entry, out var arn))
        {
            return entry.Length == 12 && IsOf(entry);
        }

        return IsOf(arn.Account) && arn.Service switch
        {
            // A role may have a path before its name.
            "iam" => arn.Resource == "root" || (arn.Kind == "role" && arn.Name[(arn.Name.LastIndexOf('/') + 1)..] == Name),
            "sts" => arn.Kind == "assumed-role" && arn.Name.Split('/')[0] == Name,
            _ => false,
        };
    }

    private bool IsOf(string account) => Account == IamPattern.AnyAccount || account == Account;
}
