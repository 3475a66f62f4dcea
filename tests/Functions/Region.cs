using System.Globalization;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

/// <summary>One Region: its servers, and the processes that are started in it.</summary>
internal sealed class Region : IDisposable
{
    private readonly World _world;
    private readonly List<LeaseProcess> _processes = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("lease-").FullName;

    public Region(World world, string name)
    {
        (_world, Name, TableServer) = (world, name, new TableServer(name, world.Tables));
        (Bucket, Metrics) = (new BucketServer($"savepoints-{name}"), new MetricServer(name));
        Cluster = new ClusterServer(Bucket);
        File.WriteAllText(Kubeconfig, $$"""
            apiVersion: v1
            kind: Config
            current-context: test
            contexts: [{ name: test, context: { cluster: test, user: test, namespace: {{World.Space}} } }]
            clusters: [{ name: test, cluster: { server: "{{Cluster.Address}}" } }]
            users: [{ name: test, user: { token: test } }]
            """);
    }

    public string Name { get; }

    public DnsServer Dns { get; } = new();

    public ClusterServer Cluster { get; }

    public BucketServer Bucket { get; }

    public MetricServer Metrics { get; }

    public TableServer TableServer { get; }

    public string EpochFile => Path.Combine(_folder, "epoch");

    /// <summary>What its processes printed, and what they asked for that they must not ask for.</summary>
    public string Told => $"{Name}:\n{string.Concat(_processes.Select(process => process.Output))}"
        + string.Join('\n', (string[])[.. Cluster.Unexpected, .. TableServer.Unexpected, .. Bucket.Unexpected, .. Metrics.Unexpected]);

    public IReadOnlyList<LeaseProcess> Processes => _processes;

    private string Kubeconfig => Path.Combine(_folder, "kubeconfig");

    public LeaseProcess Follow() => Start(LeaseProtocol.FollowCommand, []);

    public LeaseProcess Gate() => Start(LeaseProtocol.GateCommand, []);

    /// <param name="parent">The one process whose children it may end: never leave that to the machine that the tests run on.</param>
    public LeaseProcess Watch(int parent) => Start(LeaseProtocol.WatchCommand, [("LEASE_ENDS", $"{parent}")]);

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        Cluster.Dispose();
        TableServer.Dispose();
        Bucket.Dispose();
        Metrics.Dispose();
        Dns.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private LeaseProcess Start(string command, (string Name, string Value)[] more)
    {
        var process = new LeaseProcess(
            command,
            [
                (LeaseProtocol.RegionVariable, Name),
                (LeaseProtocol.TableVariable, World.Table),
                (LeaseProtocol.WorkloadVariable, World.Workload),
                (LeaseProtocol.BeaconsVariable, $"{World.Workload}=active.{World.Workload}.eu.{DnsServer.Zone}"),
                (LeaseProtocol.ZoneVariable, DnsServer.Zone),
                (LeaseProtocol.LastsVariable, Seconds(_world.Times.Lasts)),
                (LeaseProtocol.TakesAfterVariable, Seconds(_world.Times.TakesAfter)),
                (LeaseProtocol.RenewsVariable, Seconds(_world.Times.Renews)),
                (LeaseProtocol.LooksVariable, Seconds(_world.Times.Looks)),
                ("LEASE_RESOLVER", $"{Dns.Resolver}"),
                ("LEASE_FOLDER", _folder),
                ("KUBECONFIG", Kubeconfig),
                ("LEASE_AGES_SECONDS", "1"),
                ("AWS_ENDPOINT_URL_DYNAMODB", TableServer.Address),
                ("AWS_ENDPOINT_URL_S3", Bucket.Address),
                ("AWS_ENDPOINT_URL_CLOUDWATCH", Metrics.Address),
                ("AWS_ACCESS_KEY_ID", "test"),
                ("AWS_SECRET_ACCESS_KEY", "test"),
                .. more,
            ]);
        _processes.Add(process);
        return process;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
