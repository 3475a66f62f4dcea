using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>serving</c> of a workload.</summary>
internal static class ServingReader
{
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
            PodAmountReader.Image(node, "image"),
            node.Whole("port", 1, 65535, "a port", 8443),
            node.Whole("replicas", 3, 300, "replicas", 3),
            PodAmountReader.MilliCpu(node),
            PodAmountReader.MemoryMib(node),
            ReadStartup(node),
            ReadReserve(node))
        {
            StandbyPercent = node.Has("standbyPercent") ? node.Whole("standbyPercent", 1, 100, "percent of the replicas", 100) : null,
        };
        node.RefuseUnknownKeys();
        return serving;
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
}
