using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DrInfra.Policies.Checking;

/// <summary>
/// What a finding is known by from run to run: 32 hexadecimal digits, a hash over the rule's id, the logical resource, and the part.
/// <list type="bullet">
/// <item>The logical resource is the resource's type and logical name. Project, stack and parents are left out, so is the stack's name
/// as a word of the logical name, and the random suffix that Pulumi puts at the end of a name: the same program gives the same
/// fingerprints in each of its stacks. A finding about a workload has the workload's name instead.</item>
/// <item>The part is the disruption and the part of the workload, or the path of the property without its indices.</item>
/// <item>Findings that are alike in all of this are numbered, in the order of their URNs, properties and messages.</item>
/// </list>
/// Neither the message, the level, the figures nor the order of resources and findings count.
/// </summary>
internal static partial class FindingFingerprint
{
    private const int Length = 32;

    public static string Of(Violation violation)
    {
        var text = Key(violation) + (violation.Ordinal == 0 ? "" : $"\n{violation.Ordinal}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }

    /// <summary>The same violations, those that are alike numbered.</summary>
    public static IReadOnlyList<Violation> Numbered(IReadOnlyList<Violation> violations)
    {
        var ordinals = new Dictionary<Violation, int>(ReferenceEqualityComparer.Instance);
        foreach (var alike in violations.GroupBy(Key, StringComparer.Ordinal))
        {
            var ordinal = 0;
            foreach (var violation in alike.OrderBy(violation => violation.Urn, StringComparer.Ordinal)
                .ThenBy(violation => violation.Property, StringComparer.Ordinal)
                .ThenBy(violation => violation.Message, StringComparer.Ordinal))
            {
                ordinals.Add(violation, ordinal++);
            }
        }

        return [.. violations.Select(violation => ordinals[violation] is > 0 and var ordinal ? violation with { Ordinal = ordinal } : violation)];
    }

    private static string Key(Violation violation) =>
        string.Join(
            '\n', violation.Rule.Id, Subject(violation), violation.Disruption?.ToString(), violation.Part ?? Indices().Replace(violation.Property ?? "", ""));

    private static string Subject(Violation violation) =>
        violation.IsAboutWorkload ? violation.Workload ?? ""
        : ResourceUrn.TryParse(violation.Urn, out var urn) ? $"{urn.Type} {Logical(urn)}"
        : violation.Urn;

    private static string Logical(ResourceUrn urn)
    {
        var words = RandomSuffix().Replace(urn.Name, "");
        return urn.Stack.Length == 0
            ? words
            : Regex.Replace(words, $"(?<![A-Za-z0-9]){Regex.Escape(urn.Stack)}(?![A-Za-z0-9])", "", RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Indices();

    // Seven digits or more, of which one at least is none of the letters: no word is taken for one.
    [GeneratedRegex("-(?=[a-f]*[0-9])[0-9a-f]{7,}$")]
    private static partial Regex RandomSuffix();
}
