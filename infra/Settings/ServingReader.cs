using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>serving</c> of a workload.</summary>
internal static class ServingReader
{
    private const string ImageAllowed =
        "a repository and a digest, or a tag until it was pushed: ledger@sha256:... or ledger:1.4.2";

    private const string CpuAllowed = "processors as Kubernetes counts them, 100m to 64, for example 500m or 2";
    private const string MemoryAllowed = "memory as Kubernetes counts it, 128Mi to 512Gi, for example 512Mi or 4Gi";

    private static readonly TimeSpan LeastStartup = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostStartup = TimeSpan.FromMinutes(30);

    public static ServingSettings? Read(SettingsMap workload, string? endpoint)
    {
        var node = workload.Map("serving");
        if (endpoint is not null && !workload.Has("serving"))
        {
            workload.Problem("serving", $"missing: nothing serves the endpoint {endpoint}", "image and port, for example {image: \"ledger:1.0\", port: 8443}");
        }

        if (node is null)
        {
            return null;
        }

        if (endpoint is null)
        {
            workload.Problem("endpoint", "missing: a serving workload needs a name", "one label of a DNS name: lower-case letters, digits, hyphens");
        }

        var serving = new ServingSettings(
            ReadImage(node),
            node.Whole("port", 1, 65535, "a port", 8443),
            node.Whole("replicas", 3, 300, "replicas", 3),
            ReadQuantity(node, "cpu", CpuAllowed, 1000, 100, 64_000, MilliCpu),
            ReadQuantity(node, "memory", MemoryAllowed, 2048, 128, 524_288, Mebibytes),
            ReadStartup(node),
            ReadReserve(node))
        {
            StandbyPercent = node.Has("standbyPercent") ? node.Whole("standbyPercent", 1, 100, "percent of the replicas", 100) : null,
        };
        node.RefuseUnknownKeys();
        return serving;
    }

    private static ContainerImage ReadImage(SettingsMap node)
    {
        var text = node.Text("image", SettingsPatterns.Image, ImageAllowed);
        return ContainerImage.TryParse(text, out var image) ? image : new ContainerImage("image", null, "unknown");
    }

    private static TimeSpan ReadStartup(SettingsMap node)
    {
        var startup = node.OptionalDuration("startup") ?? TimeSpan.FromMinutes(1);
        if (startup < LeastStartup || startup > MostStartup)
        {
            node.Problem("startup", "out of range", "10s to 30m: the time that a pod may take until it is ready");
        }

        return startup;
    }

    private static CapacityReserve? ReadReserve(SettingsMap serving)
    {
        if (serving.Map("reserve") is not { } node)
        {
            return null;
        }

        var reserve = new CapacityReserve(
            node.Text("instanceType", SettingsPatterns.InstanceType, "an EC2 instance type, for example m7g.2xlarge"),
            node.Whole("perZone", 1, 100, "instances in each zone", 1));
        node.RefuseUnknownKeys();
        return reserve;
    }

    private static int ReadQuantity(SettingsMap node, string key, string allowed, int fallback, int least, int most, Func<string, decimal?> read)
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

    private static decimal? MilliCpu(string text) =>
        text.EndsWith('m') ? Amount(text[..^1]) : Amount(text) * 1000;

    private static decimal? Mebibytes(string text) =>
        text.EndsWith("Gi", StringComparison.Ordinal) ? Amount(text[..^2]) * 1024 : text.EndsWith("Mi", StringComparison.Ordinal) ? Amount(text[..^2]) : null;

    // Decimal: 16.1 processors are 16,100 thousandths, and not a little less.
    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
