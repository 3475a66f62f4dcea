using System.Globalization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>What a resource gives to others, the most usual name first.</summary>
internal static class KnownOutputs
{
    private const string Id = "id";

    /// <summary>Shorter values are found in texts that have nothing to do with them.</summary>
    private const int ShortestPart = 5;

    private const int ShortestWhole = 3;

    private static readonly string[] NamingEndings = ["arn", "id", "identifier", "name", "bucket", "key", "endpoint", "url", "address"];

    public static IReadOnlyList<KnownOutput> Of(GraphResource resource)
    {
        var found = new List<KnownOutput>();
        if (resource.Id is { Length: >= ShortestPart } id)
        {
            found.Add(new KnownOutput(id, resource.Urn, Id, true, false));
        }

        foreach (var (name, value) in resource.Outputs)
        {
            // The Region is the provider's, whatever else has the same text.
            if (name is Id or "region")
            {
                continue;
            }

            if (value.Unwrapped is TextValue { Value: { Length: >= ShortestWhole } text })
            {
                found.Add(new KnownOutput(text, resource.Urn, name, text.Length >= ShortestPart && Names(name), false));
            }
            else if (value is NumberValue number && !resource.Inputs.ContainsKey(name))
            {
                found.Add(new KnownOutput(number.Value.ToString(CultureInfo.InvariantCulture), resource.Urn, name, false, true));
            }

            // What a service adds to an object that was given to it, such as the security group of a cluster.
            else if (value.Unwrapped is MapValue added && resource.Inputs[name]?.Unwrapped is MapValue given)
            {
                found.AddRange(
                    from key in added.Keys
                    where !given.Keys.Contains(key) && Names(key) && added[key] is TextValue { Value.Length: >= ShortestPart }
                    select new KnownOutput(((TextValue)added[key]!).Value, resource.Urn, $"{name}.{key}", true, false));
            }
        }

        return [.. found.OrderBy(Rank).ThenBy(output => output.Property, StringComparer.Ordinal)];
    }

    /// <summary>Where several outputs have one value, the ARN is named for an ARN, else the id, else the name, else the newest version.</summary>
    private static int Rank(KnownOutput output) => output.Property switch
    {
        "arn" => 0,
        Id => output.Value.StartsWith("arn:", StringComparison.Ordinal) ? 2 : 1,
        "name" => 3,
        "latestVersion" => 4,
        _ => 5,
    };

    private static bool Names(string output) =>
        NamingEndings.Any(ending => output.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
