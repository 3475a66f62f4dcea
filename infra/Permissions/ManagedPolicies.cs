namespace DrInfra.Infra.Permissions;

/// <summary>Policies that AWS writes and keeps.</summary>
internal static class ManagedPolicies
{
    /// <summary>The ARN of one.</summary>
    public static string Arn(string name) => $"arn:aws:iam::aws:policy/{name}";

    /// <summary>Its name.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
