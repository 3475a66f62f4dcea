namespace DrInfra.Policies.Aws.Iam;

/// <summary>What a resource must be able to do through its role.</summary>
/// <param name="Purpose">What for, in messages.</param>
/// <param name="Arn">On what; null where only the deployment will tell.</param>
/// <param name="Any">Whether one of the actions is enough.</param>
/// <param name="Key">The key, where its own policy may grant it too.</param>
internal sealed record AccessNeed(
    string Purpose, IReadOnlyList<string> Actions, string? Arn, AccessContext Context, bool Any = false, Node? Key = null)
{
    public static AccessNeed Of(string purpose, string? arn, params IReadOnlyList<string> actions) => new(purpose, actions, arn, AccessContext.Empty);
}
