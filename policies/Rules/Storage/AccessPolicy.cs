using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>An access policy: JSON text, or the same as an object.</summary>
/// <param name="Owner">The resource that holds it.</param>
/// <param name="Path">The property that holds it.</param>
/// <param name="IsUnknown">Only the deployment will tell it.</param>
/// <param name="IsMalformed">It is known, and no policy.</param>
internal sealed record AccessPolicy(Node Owner, string Path, IReadOnlyList<PolicyStatement> Statements, bool IsUnknown = false, bool IsMalformed = false)
{
    public static AccessPolicy Read(Node owner, Prop policy)
    {
        if (policy.IsUnknown || policy.Value is { ContainsUnknown: true })
        {
            return Unknown(owner, policy.Path);
        }

        var document = policy.Value is TextValue text ? JsonDocumentText.Parse(text.Value, policy.Path) ?? Prop.Root(null, policy.Path) : policy;
        var statements = document["Statement"];
        return statements.IsAbsent
            ? new AccessPolicy(owner, policy.Path, [], IsMalformed: true)
            : new AccessPolicy(owner, policy.Path, [.. statements.Items.Select((statement, index) => new PolicyStatement(statement, index + 1))]);
    }

    public static AccessPolicy Unknown(Node owner, string path) => new(owner, path, [], IsUnknown: true);
}
