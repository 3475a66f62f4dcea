using System.Collections.Immutable;
using System.Text.Json;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Serving;

/// <summary>A Region's serving parts over an existing network, for the first workload: the one with an endpoint.</summary>
internal sealed class ServingFixture
{
    private readonly Lazy<RegionalCluster> _cluster;
    private readonly Lazy<ClusterBaseline> _baseline;
    private readonly Lazy<ServingEndpoint> _endpoint;

    private ServingFixture(PlatformSettings settings)
    {
        Settings = settings;
        Region = new RegionContext(settings, settings.Role);
        Workload = settings.Workloads[0];
        Network = new RegionalNetwork("network", new RegionalNetworkArgs(Region, Existing(settings.HomeRegion), settings.Sizing, Output.Create("unused")));
        Operations = new OperationsBucket("operations", new OperationsBucketArgs(Region));
        _cluster = new Lazy<RegionalCluster>(() => new RegionalCluster("the-cluster", new RegionalClusterArgs(
            Region, settings.Cluster, settings.Versions.Kubernetes, Network, Output.Create("arn:the-key"), Output.Create("arn:the-log-key"),
            settings.Failover)));
        _baseline = new Lazy<ClusterBaseline>(() => new ClusterBaseline("baseline", new ClusterBaselineArgs(
            Region,
            Cluster,
            settings.Cluster.Architecture,
            settings.Sizing,
            [.. settings.InCluster],
            new ClusterNetwork(Network.Range, Network.Zones, Network.PrivateSubnetIds, Network.LoadBalancerRanges),
            Output.Create("arn:the-volume-key"),
            Reservations)));
        _endpoint = new Lazy<ServingEndpoint>(() => new ServingEndpoint("endpoint", new ServingEndpointArgs(Region, Workload, Network, Cluster)));
    }

    /// <summary>The Region's cluster, declared where it is asked for.</summary>
    public RegionalCluster Cluster => _cluster.Value;

    /// <summary>What is in it, declared where it is asked for.</summary>
    public ClusterBaseline Baseline => _baseline.Value;

    /// <summary>The workload's endpoint, declared where it is asked for.</summary>
    public ServingEndpoint Endpoint => _endpoint.Value;

    /// <summary>Reserved capacity that the baseline's nodes take; to be set before the baseline is asked for.</summary>
    public IReadOnlyList<Output<string>> Reservations { get; set; } = [];

    public PlatformSettings Settings { get; }

    public RegionContext Region { get; }

    public WorkloadSettings Workload { get; }

    public RegionalNetwork Network { get; }

    public OperationsBucket Operations { get; }

    public static Task<Declarations> PrimaryAsync(Action<ServingFixture> declare, params (string Key, string? Value)[] changes) =>
        Declarations.OfAsync(() => declare(new ServingFixture(Configurations.PrimarySettings(changes))));

    public static Task<Declarations> StandbyAsync(Action<ServingFixture> declare, params (string Key, string? Value)[] changes) =>
        Declarations.OfAsync(() => declare(new ServingFixture(Configurations.StandbySettings(changes))));

    /// <summary>The statements of a policy by their Sid.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Statements(Declaration declaration, string property = "policy")
    {
        using var document = JsonDocument.Parse((string)declaration[property]!);
        return document.RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement => statement.Clone());
    }

    public static string[] Texts(JsonElement statement, string member) =>
        [.. statement.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>How many of each type were declared beyond the network and the operations bucket.</summary>
    public static IReadOnlyDictionary<string, int> CountsWithoutOperations(Declarations declared) => declared.Counts
        .Where(pair => !(pair.Key.StartsWith("Bucket", StringComparison.Ordinal) && pair.Key != "BucketObjectv2"))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>How many of each type are declared beyond what they are declared beside, in the primary.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountsBesideAsync(
        Action<ServingFixture> beside, Action<ServingFixture> declare, params (string Key, string? Value)[] changes)
    {
        var before = (await PrimaryAsync(beside, changes)).Counts;
        return (await PrimaryAsync(declare, changes)).Counts
            .Select(pair => (pair.Key, Count: pair.Value - before.GetValueOrDefault(pair.Key)))
            .Where(pair => pair.Count != 0)
            .ToDictionary(pair => pair.Key, pair => pair.Count);
    }

    /// <summary>No wildcard action, and the whole world as resource only where the Sid says so.</summary>
    public static void AssertLeastPrivilege(IReadOnlyDictionary<string, JsonElement> statements) => Assert.All(statements, pair =>
    {
        Assert.DoesNotContain(Texts(pair.Value, "Action"), action => action.Contains('*', StringComparison.Ordinal));
        Assert.Equal(pair.Key.StartsWith("Any", StringComparison.Ordinal), Texts(pair.Value, "Resource").Contains("*"));
    });

    /// <summary>A value as text, the same for equal values.</summary>
    public static string Text(object value) => value switch
    {
        ImmutableDictionary<string, object> map => $"{{{string.Join(',', map
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}:{Text(pair.Value)}"))}}}",
        ImmutableArray<object> list => $"[{string.Join(',', list.Select(Text))}]",
        _ => value.ToString()!,
    };

    private static ExistingNetwork Existing(string region)
    {
        _ = AddressRange.TryParse("10.1.0.0/16", out var range);
        return new ExistingNetwork(
            "vpc-1", range, ["pub-a", "pub-b", "pub-c"], ["priv-a", "priv-b", "priv-c"], ["g", "h", "i"], [$"{region}a", $"{region}b", $"{region}c"]);
    }
}
