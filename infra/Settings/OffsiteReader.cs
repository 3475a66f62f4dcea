using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads stores of kind <c>offsite</c>: copies of buckets outside AWS.</summary>
internal static class OffsiteReader
{
    private const int HttpsPort = 443;
    private const int MostPort = 65535;

    // An alarm looks back a week at most, and rings when two runs are missing.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(FactBook.Seconds("cw-eval-max-hours") / 2);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(FactBook.Seconds("datasync-schedule-min"));

    public static OffsiteStore Read(SettingsMap node, string name, RegionPair? regions)
    {
        var of = node.Text("of", SettingsPatterns.StoreName, "the name of a bucket of this workload");
        var server = node.Text("server", SettingsPatterns.Domain, "the host name of an object store outside AWS, for example objects.example.net");
        if (SettingsPatterns.AwsHost.IsMatch(server))
        {
            node.Problem("server", "this server belongs to AWS: a copy there is not outside the provider", "a host name outside AWS");
        }

        var agents = node.Texts("agents", SettingsPatterns.DataSyncAgent, "ARNs of DataSync agents");
        if (agents.Count > 0 && regions is not null)
        {
            foreach (var region in new[] { regions.Primary, regions.Standby }.Where(region => !agents.Any(agent => agent.Split(':')[3] == region)))
            {
                node.Problem("agents", $"no agent of {region}: after a failover that Region copies", $"at least one agent of {region}, or no agents");
            }
        }

        return new OffsiteStore(
            name,
            of,
            server,
            node.Whole("port", 1, MostPort, "", HttpsPort),
            node.Text("bucket", SettingsPatterns.ForeignBucket, "3 to 63 lower-case letters, digits, dots and hyphens"),
            node.OptionalText("subdirectory", SettingsPatterns.Subdirectory, "a prefix without slashes at its ends, for example backups/lake") ?? of,
            agents,
            node.Text("credentials", SettingsPatterns.SecretName, "the name of a secret of Secrets Manager in both Regions, for example vault/credentials"),
            EveryHours(node));
    }

    /// <summary>Gives each copy the sizes of its bucket, and says where there is none.</summary>
    public static void Resolve(IReadOnlyList<SettingsMap> nodes, List<StoreSettings> stores)
    {
        for (var i = 0; i < stores.Count; i++)
        {
            if (stores[i] is not OffsiteStore { Of.Length: > 0 } copy)
            {
                continue;
            }

            if (stores.OfType<BucketStore>().FirstOrDefault(store => store.Name == copy.Of) is { } bucket)
            {
                stores[i] = copy with { SizeGb = bucket.SizeGb, ChangeGbPerDay = bucket.ChangeGbPerDay };
            }
            else
            {
                var buckets = string.Join(", ", stores.OfType<BucketStore>().Select(store => store.Name));
                nodes[i].Problem("of", $"{copy.Of} is not a bucket of this workload", buckets.Length == 0 ? "the name of a bucket" : buckets);
            }
        }
    }

    private static int EveryHours(SettingsMap node)
    {
        var allowed = $"whole hours from {DurationText.Format(Shortest)} to {DurationText.Format(Longest)}, for example 24h";
        var every = node.OptionalDuration("every", allowed) ?? TimeSpan.Zero;
        if (!node.Has("every"))
        {
            node.Problem("every", "missing", allowed);
        }
        else if (every != TimeSpan.Zero && (every < Shortest || every > Longest || every.Ticks % TimeSpan.TicksPerHour != 0))
        {
            node.Problem("every", "not an interval that can be scheduled and watched", allowed);
        }

        return Math.Max(1, (int)every.TotalHours);
    }
}
