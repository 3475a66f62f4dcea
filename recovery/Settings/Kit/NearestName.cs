namespace DrInfra.Recovery.Settings.Kit;

/// <summary>Finds the name that a misspelt one probably meant.</summary>
public static class NearestName
{
    // Longer is no misspelt name, and the search takes the square of the length.
    private const int Longest = 100;

    /// <summary>The known name with the smallest edit distance, at most a third of its length (and at least 2) away; else null.</summary>
    public static string? Of(string name, IEnumerable<string> known) => name.Length > Longest ? null : known
        .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.distance <= Math.Max(2, pair.candidate.Length / 3))
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>What is wrong with a name, and the one that was probably meant.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="nearest">The name that is near; null where none is.</param>
    public static string Hint(string what, string? nearest) => nearest is null ? what : $"{what}; did you mean {nearest}?";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
