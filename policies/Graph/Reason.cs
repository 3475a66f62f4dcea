using System.Diagnostics.CodeAnalysis;

namespace DrInfra.Policies.Graph;

/// <summary>
/// Why something that is declared does not work, or why that cannot be told yet. Views compute it once: the assessment takes it as
/// "does not survive" or "does not happen", a rule prints it.
/// </summary>
/// <param name="Text">One line that begins with the thing, in lower case: <c>its key is in eu-west-1</c>.</param>
/// <param name="Node">The resource to change; null where it is how the service works, and nobody's mistake.</param>
/// <param name="Property">The path of the property to change; null where it is about the whole resource.</param>
public sealed record Reason(string Text, Node? Node = null, string? Property = null)
{
    /// <summary>Whether only the deployment will tell: it may work, and must not be counted on.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>Whether the text says more than that a property is not known.</summary>
    public bool SaysWhy { get; private init; }

    /// <summary>A property that decides is not known before the deployment.</summary>
    public static Reason Unknown(Node node, string property) => new($"{property} of {node.Name} is not known", node, property) { IsUnknown = true };

    /// <summary>Nothing that is declared tells, and the text says why.</summary>
    public static Reason Uncertain(string text, Node node, string property) => new(text, node, property) { IsUnknown = true, SaysWhy = true };

    /// <summary>Of several, the one that counts: what is wrong for sure goes before what is not known; null where there is none.</summary>
    public static Reason? Deciding(IEnumerable<Reason> reasons) => reasons.OrderBy(reason => reason.IsUnknown).FirstOrDefault();

    /// <summary>How the service works.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Reason?(string? text) => text is null ? null : new(text);
}
