namespace DrInfra.Policies.Graph;

/// <summary>
/// The parts of a resource's name in the engine: <c>urn:pulumi:{stack}::{project}::{parent types$}type::{name}</c>.
/// </summary>
public readonly record struct ResourceUrn(string Stack, string Project, string QualifiedType, string Name)
{
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";

    /// <summary>The resource's own type, without its parents'.</summary>
    public string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    public static bool TryParse(string text, out ResourceUrn urn)
    {
        urn = default;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // A name may hold "::" itself, so only the first three separators count.
        var parts = text[Prefix.Length..].Split("::", 4);
        if (parts.Length != 4 || parts[2].Length == 0 || parts[2].EndsWith('$'))
        {
            return false;
        }

        urn = new ResourceUrn(parts[0], parts[1], parts[2], parts[3]);
        return true;
    }

    public override string ToString() => $"{Prefix}{Stack}::{Project}::{QualifiedType}::{Name}";
}
