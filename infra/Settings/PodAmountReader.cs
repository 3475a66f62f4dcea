using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads what a pod is: its image, and how much processor and memory it asks for.</summary>
internal static class PodAmountReader
{
    /// <summary>The forms of an image, in words.</summary>
    public const string ImageAllowed = "a repository and a digest, or a tag until it was pushed: ledger@sha256:... or ledger:1.4.2";

    private const string CpuAllowed = "processors as Kubernetes counts them, 100m to 64, for example 500m or 2";
    private const string MemoryAllowed = "memory as Kubernetes counts it, 128Mi to 512Gi, for example 512Mi or 4Gi";

    /// <summary>Reads an image.</summary>
    public static ContainerImage Image(SettingsMap node, string key)
    {
        var text = node.Text(key, SettingsPatterns.Image, ImageAllowed);
        return ContainerImage.TryParse(text, out var image) ? image : new ContainerImage("image", null, "unknown");
    }

    /// <summary>Reads <c>cpu</c>, in thousandths of a processor.</summary>
    public static int MilliCpu(SettingsMap node) => Quantity(node, "cpu", CpuAllowed, 1000, 100, 64_000, MilliCpuOf);

    /// <summary>Reads <c>memory</c>, in MiB.</summary>
    public static int MemoryMib(SettingsMap node) => Quantity(node, "memory", MemoryAllowed, 2048, 128, 524_288, MebibytesOf);

    private static int Quantity(SettingsMap node, string key, string allowed, int fallback, int least, int most, Func<string, decimal?> read)
    {
        if (node.OptionalText(key, allowed) is not { } text)
        {
            return fallback;
        }

        if (read(text) is { } value && value >= least && value <= most && decimal.IsInteger(value))
        {
            return (int)value;
        }

        node.Problem(key, "not an amount of it, or out of range", allowed);
        return fallback;
    }

    private static decimal? MilliCpuOf(string text) =>
        text.EndsWith('m') ? Amount(text[..^1]) : Amount(text) * 1000;

    private static decimal? MebibytesOf(string text) =>
        text.EndsWith("Gi", StringComparison.Ordinal) ? Amount(text[..^2]) * 1024 : text.EndsWith("Mi", StringComparison.Ordinal) ? Amount(text[..^2]) : null;

    // Decimal: 16.1 processors are 16,100 thousandths, and not a little less.
    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
