using System.Text;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>Names in a Terraform configuration.</summary>
internal static class TerraformNames
{
    /// <summary>An attribute by the rule: <c>kmsKeyId</c> is <c>kms_key_id</c>.</summary>
    public static string Attribute(string property)
    {
        var name = new StringBuilder(property.Length + 8);
        foreach (var character in property)
        {
            if (char.IsAsciiLetterUpper(character))
            {
                name.Append('_').Append(char.ToLowerInvariant(character));
            }
            else
            {
                name.Append(character);
            }
        }

        return name.ToString();
    }

    /// <summary>The property of an attribute by the same rule: <c>kms_key_id</c> is <c>kmsKeyId</c>.</summary>
    public static string Property(string attribute) =>
        string.Concat(attribute.Split('_').Select((word, index) => index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>An identifier from any name: letters, digits and underscores, not starting with a digit.</summary>
    public static string Label(string name)
    {
        var label = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return label.Length == 0 || char.IsAsciiDigit(label[0]) ? $"_{label}" : label;
    }

    /// <summary>
    /// A label for each of these resources of one type. Two whose names become the same identifier are told apart by their
    /// place in the order of URNs, so that a name does not depend on the order of declaration.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Labels(IEnumerable<GraphResource> ofOneType)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in ofOneType.OrderBy(resource => resource.Urn, StringComparer.Ordinal))
        {
            var label = Label(resource.Name);
            var free = label;
            for (var number = 2; !taken.Add(free); number++)
            {
                free = $"{label}_{number}";
            }

            yield return new(resource.Urn, free);
        }
    }
}
