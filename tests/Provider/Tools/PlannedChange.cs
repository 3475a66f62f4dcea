namespace DrInfra.Tests.Provider.Tools;

/// <summary>What Terraform would do to one resource.</summary>
/// <param name="Address">Such as <c>aws_kms_key.main</c>.</param>
/// <param name="Type">Such as <c>aws_kms_key</c>.</param>
/// <param name="Actions">create, update, delete, read, no-op; two for a replacement.</param>
/// <param name="Changed">Where values differ: paths such as <c>rule.status</c>.</param>
/// <param name="Replaces">The attributes that force a replacement.</param>
internal sealed record PlannedChange(string Address, string Type, IReadOnlyList<string> Actions, IReadOnlyList<string> Changed, IReadOnlyList<string> Replaces)
{
    public override string ToString() =>
        $"{string.Join('+', Actions)} {Address} [{string.Join(", ", Changed)}]{(Replaces.Count > 0 ? $" replaced by {string.Join(", ", Replaces)}" : "")}";
}
