namespace DrInfra.SdkGenerator.Import;

/// <summary>The known names most like a mistyped one, for error messages.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    internal static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
        [.. known.OrderBy(k => Distance(name, k)).ThenBy(k => k, StringComparer.Ordinal).Take(Shown)];

    /// <summary>Edits (insert, delete, replace) from one to the other, letter case ignored.</summary>
    internal static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
