using System.Text;
using System.Text.RegularExpressions;

namespace DrInfra.Drctl.Export;

/// <summary>The path of an ignored change, in Terraform's words.</summary>
internal static partial class IgnoredPath
{
    /// <summary>Such as <c>scaling_config[0].desired_size</c> for <c>scalingConfig.desiredSize</c>; null where the provider lacks the property.</summary>
    public static string? In(TerraformShape shape, string path)
    {
        var translated = new StringBuilder();
        TerraformShape? current = shape;
        foreach (Match step in Steps().Matches(path))
        {
            if (step.Groups["name"] is { Success: true, Value: var name })
            {
                if (current is null)
                {
                    // A key of the user's own, as of tags.
                    translated.Append($"[\"{name}\"]");
                    continue;
                }

                if (current.Find(name) is not { } property)
                {
                    return null;
                }

                translated.Append(translated.Length == 0 ? property.Name : $".{property.Name}");
                if (property.One && step.Index + step.Length < path.Length)
                {
                    translated.Append("[0]");
                }

                current = property.Nested;
            }
            else
            {
                translated.Append(step.Value);
            }
        }

        return translated.ToString();
    }

    [GeneratedRegex("""(?<name>[^.\[\]"]+)(?![^\[]*\])|\[(?:\d+|"[^"]*")\]""")]
    private static partial Regex Steps();
}
