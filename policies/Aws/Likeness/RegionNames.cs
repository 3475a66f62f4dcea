using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>
/// One of two Regions as its resources see them: their own, and the other. Two texts of the two Regions are alike when they are
/// the same after each is read this way.
/// </summary>
internal sealed partial class RegionNames(string here, string there)
{
    /// <summary>What stands for the Region itself.</summary>
    public const string OfHere = "{here}";

    /// <summary>What stands for the other one.</summary>
    public const string OfThere = "{there}";

    private readonly (string Text, string Stand)[] _names = [.. Names(here, there)];

    // The same names come up again and again.
    private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);

    public string Here => here;

    public string There => there;

    /// <summary>The text with both Regions replaced by what they are to this one.</summary>
    public string Read(string text)
    {
        if (!_read.TryGetValue(text, out var read))
        {
            read = _names.Aggregate(text, (rest, name) => rest.Replace(name.Text, name.Stand, StringComparison.Ordinal));
            _read.Add(text, read);
        }

        return read;
    }

    /// <summary>The same, with the words for the two roles and the stack's own name replaced too.</summary>
    public string ReadRoles(string text, string stack) =>
        RoleWord().Replace(
            Regex.Replace(Read(text), $@"(?<![A-Za-z0-9]){Regex.Escape(stack)}(?![A-Za-z0-9])", "{role}", RegexOptions.CultureInvariant), "{role}");

    // A provider may be given any text for its Region, of which nothing may be left.
    private static IEnumerable<(string Text, string Stand)> Names(string here, string there)
    {
        (string Text, string Stand)[] names = [(here, OfHere), (there, OfThere), (Short(here), OfHere), (Short(there), OfThere)];
        return names.Where(name => name.Text.Length > 0);
    }

    // The letters that AWS itself uses in the ids of zones: euw1 for eu-west-1, apse2 for ap-southeast-2.
    private static string Short(string region)
    {
        var parts = region.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select((part, place) => place == 0 ? part : part switch
        {
            "northeast" => "ne",
            "northwest" => "nw",
            "southeast" => "se",
            "southwest" => "sw",
            _ => part[..1],
        }));
    }

    [GeneratedRegex("(?<![A-Za-z0-9])(primary|secondary|standby|failover|dr)(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RoleWord();
}
