namespace DrInfra.Policies.Graph;

/// <summary>
/// The parts of a resource's name in the engine: <c>urn:pulumi:{stack}::{project}::{parent types$}type::{name}</c>.
/// </summary>
public readonly record struct ResourceUrn(string Stack, string Project, string QualifiedType, string Name)
{
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

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
        var stack = text.IndexOf(Separator, Prefix.Length, StringComparison.Ordinal);
        var project = stack < 0 ? -1 : text.IndexOf(Separator, stack + Separator.Length, StringComparison.Ordinal);
        var type = project < 0 ? -1 : text.IndexOf(Separator, project + Separator.Length, StringComparison.Ordinal);
        if (type <= project + Separator.Length || text[type - 1] == '$')
        {
            return false;
        }

        urn = new ResourceUrn(
            text[Prefix.Length..stack], text[(stack + Separator.Length)..project], text[(project + Separator.Length)..type], text[(type + Separator.Length)..]);
        return true;
    }

    public override string ToString() => $"{Prefix}{Stack}::{Project}::{QualifiedType}::{Name}";
}
