using System.Globalization;

namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>Amounts of storage as Kubernetes writes them: <c>200Gi</c>, <c>1.5T</c>, <c>1e9</c>.</summary>
internal static class VolumeSize
{
    private static readonly (string Suffix, double Bytes)[] Units =
    [
        ("Ki", 1024d), ("Mi", 1024d * 1024), ("Gi", 1024d * 1024 * 1024), ("Ti", 1024d * 1024 * 1024 * 1024), ("Pi", 1024d * 1024 * 1024 * 1024 * 1024),
        ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15), ("", 1),
    ];

    /// <summary>In GB of 10^9 bytes; null where it is no amount.</summary>
    public static double? Gigabytes(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (suffix, bytes) = Array.Find(Units, unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        return double.TryParse(text[..^suffix.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number * bytes / 1e9
            : null;
    }
}
