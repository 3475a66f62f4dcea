using System.Collections.Immutable;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Routing;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Pipelines;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Routing;

[Trait("Practice", "F2")]
public class FailoverRoutingTests
{
    private const string Record = "aws:route53/record:Record";
    private const string HealthCheck = "aws:route53/healthCheck:HealthCheck";
    private const string PlanArn = "arn:aws:arc-region-switch::123456789012:plan/drinfra-main-ledger:abc123";

    private const string ManyWriters = """
        [{"name":"events","owner":"customer-platform","tier":"business-critical","endpoint":"events","serving":{"image":"events:1.0","port":9443},
          "stores":[{"name":"profiles","kind":"table","sizeGb":150,"changeGbPerDay":20}]}]
        """;

    // Gotcha 41: one owner for both members, with set identifiers of their own, over nothing that is there already.
    [Fact]
    public async Task Gotcha41_PairHasTwoMembersWithIdentifiersOfTheirOwn()
    {
        var declared = await SingleWriterAsync();

        Assert.Equal(new Dictionary<string, int> { ["Record"] = 2, ["HealthCheck"] = 2 }, declared.Counts);
        var primary = declared.Named("ledger-endpoint-eu-west-1");
        var standby = declared.Named("ledger-endpoint-eu-central-1");
        Assert.Equal(("PRIMARY", "primary-eu-west-1"), (primary["failoverRoutingPolicies[0].type"], primary["setIdentifier"]));
        Assert.Equal(("SECONDARY", "standby-eu-central-1"), (standby["failoverRoutingPolicies[0].type"], standby["setIdentifier"]));
        Assert.All([primary, standby], record =>
        {
            Assert.Equal(("ledger.data.example.com", "Z0123456789EXAMPLE"), (record["name"], record["zoneId"]));
            Assert.Equal(false, record["allowOverwrite"]);
            Assert.Equal(60.0, record["ttl"]);
        });
    }

    // Gotcha 42: both members have a health check.
    [Fact]
    public async Task Gotcha42_BothMembersHaveAHealthCheck()
    {
        var all = (await SingleWriterAsync()).Of(Record).Concat((await ManyWritersAsync()).Of(Record)).ToList();

        Assert.Equal(4, all.Count);
        Assert.All(all, record => Assert.IsType<string>(record["healthCheckId"]));
        Assert.Equal(4, all.Select(record => record["healthCheckId"]).Distinct().Count());
    }

    // Gotcha 43: the pair says nothing of who is active, so a failover edits no record.
    [Fact]
    public async Task Gotcha43_RecordsAreTheSameWhateverIsActive()
    {
        var records = (await SingleWriterAsync()).Of(Record);

        Assert.All(records, record => Assert.Null(record["weightedRoutingPolicies"]));
        Assert.Equal(["SECONDARY", "PRIMARY"], records.Select(record => record["failoverRoutingPolicies[0].type"]));
    }

    // Gotcha 71: traffic of a single writer follows the plan, which promotes first, and not the endpoint.
    [Fact]
    public async Task Gotcha71_SingleWriterFollowsItsPlan()
    {
        var declared = await SingleWriterAsync();

        Assert.Equal("check-of-eu-west-1", declared.Named("ledger-endpoint-eu-west-1")["healthCheckId"]);
        Assert.Equal("check-of-eu-central-1", declared.Named("ledger-endpoint-eu-central-1")["healthCheckId"]);
    }

    // Gotcha 77: CNAMEs, since an alias must point at a name that exists.
    [Fact]
    public async Task Gotcha77_MembersAreCanonicalNamesOfTheRegionalOnes()
    {
        var declared = await SingleWriterAsync();

        Assert.All(declared.Of(Record), record =>
        {
            Assert.Equal("CNAME", record["type"]);
            Assert.Null(record["aliases"]);
        });
        Assert.Equal("ledger.eu-west-1.data.example.com", Assert.Single((ImmutableArray<object>)declared.Named("ledger-endpoint-eu-west-1")["records"]!));
        Assert.Equal("ledger.eu-central-1.data.example.com", Assert.Single((ImmutableArray<object>)declared.Named("ledger-endpoint-eu-central-1")["records"]!));
    }

    // Gotcha 82: one record a plan, so anything else is said rather than guessed.
    [Fact]
    public async Task Gotcha82_MissingCheckStopsTheUpdate()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => SingleWriterAsync(regions: ["eu-west-1"]));

        Assert.Contains(
            "plan drinfra-main-ledger: no health check for record ledger.data.example.com of zone Z0123456789EXAMPLE in eu-central-1",
            exception.ToString(), StringComparison.Ordinal);
    }

    // Whether a Region answers is known of a single writer too; its traffic does not follow that.
    [Fact]
    public async Task SingleWriter_HasChecksOfItsEndpointsThatMoveNoTraffic()
    {
        var declared = await SingleWriterAsync();

        Assert.Equal(2, declared.Of(HealthCheck).Count);
        Assert.DoesNotContain(
            declared.Of(Record).Select(record => record["healthCheckId"]),
            id => declared.Of(HealthCheck).Any(check => $"{check.Name}-id" == (string)id!));
    }

    [Fact]
    public async Task ManyWriters_FollowTheirEndpoints()
    {
        var declared = await ManyWritersAsync();

        Assert.Equal(new Dictionary<string, int> { ["Record"] = 2, ["HealthCheck"] = 2 }, declared.Counts);
        var check = declared.Named("events-endpoint-check-eu-central-1");
        Assert.Equal(("HTTPS", "events.eu-central-1.data.example.com", 9443.0), (check["type"], check["fqdn"], check["port"]));
        Assert.Equal(("/healthz/ready", true), (check["resourcePath"], check["enableSni"]));
        Assert.Equal((10.0, 3.0), (check["requestInterval"], check["failureThreshold"]));
        Assert.Equal("global", check["tags.dr:region"]);
        Assert.Equal("events-endpoint-check-eu-west-1-id", declared.Named("events-endpoint-eu-west-1")["healthCheckId"]);
        Assert.Equal("events-endpoint-check-eu-central-1-id", declared.Named("events-endpoint-eu-central-1")["healthCheckId"]);
    }

    [Fact]
    public async Task ManyWriters_DoNotNeedTheirPlanForRouting()
    {
        var declared = await ManyWritersAsync(new Dictionary<string, Output<string>> { ["events"] = Output.Create(PlanArn) });

        Assert.Equal(2, declared.Of(HealthCheck).Count);
    }

    [Fact]
    public async Task WorkloadThatRestores_FollowsItsEndpoints()
    {
        var declared = await DeclareAsync([], null, ("workloads", ManyWriters.Change("business-critical", "internal")));

        Assert.Equal(30.0, declared.Named("events-endpoint-check-eu-west-1")["requestInterval"]);
        Assert.Equal(300.0, declared.Named("events-endpoint-eu-west-1")["ttl"]);
    }

    // A plan says of both records which Region is healthy, and the beacon hangs on nothing else.
    [Fact]
    public async Task Beacon_NamesTheRegionsAndFollowsThePlanAlone()
    {
        var declared = await DeclareAsync(
            new Dictionary<string, Output<string>> { ["events"] = Output.Create(PlanArn), ["lake"] = Output.Create(PlanArn) },
            _ => Checks("active.events.main.data.example.com.", "active.lake.main.data.example.com"),
            Pipelined.Changes);

        Assert.Equal(new Dictionary<string, int> { ["Record"] = 6, ["HealthCheck"] = 2 }, declared.Counts);
        foreach (var (region, type, identifier) in new[]
        {
            ("eu-west-1", "PRIMARY", "primary-eu-west-1"), ("eu-central-1", "SECONDARY", "standby-eu-central-1"),
        })
        {
            var member = declared.Named($"events-beacon-{region}");
            Assert.Equal(("TXT", "active.events.main.data.example.com", 10.0), (member["type"], member["name"], member["ttl"]));
            Assert.Equal(region, Assert.Single((ImmutableArray<object>)member["records"]!));
            Assert.Equal((type, identifier), (member["failoverRoutingPolicies[0].type"], member["setIdentifier"]));
            Assert.Equal($"check-of-active.events.main.data.example.com.-{region}", member["healthCheckId"]);
            Assert.Equal(false, member["allowOverwrite"]);
            Assert.Equal($"check-of-active.lake.main.data.example.com-{region}", declared.Named($"lake-beacon-{region}")["healthCheckId"]);
            Assert.Equal($"events-endpoint-check-{region}-id", declared.Named($"events-endpoint-{region}")["healthCheckId"]);
        }
    }

    [Fact]
    public async Task BeaconWithoutItsChecks_StopsTheUpdate()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => DeclareAsync(
            new Dictionary<string, Output<string>> { ["events"] = Output.Create(PlanArn) }, _ => Checks("events.data.example.com"), Pipelined.Changes));

        Assert.Contains("no health check for record active.events.main.data.example.com", exception.ToString(), StringComparison.Ordinal);
    }

    private static ImmutableDictionary<string, object> Checks(params string[] records) => ImmutableDictionary<string, object>.Empty
        .Add("planArn", PlanArn)
        .Add("healthChecks", records.SelectMany(record => new[] { "eu-west-1", "eu-central-1" }.Select(object (region) =>
            ImmutableDictionary<string, object>.Empty
                .Add("healthCheckId", $"check-of-{record}-{region}")
                .Add("hostedZoneId", "Z0123456789EXAMPLE")
                .Add("recordName", record)
                .Add("region", region)
                .Add("status", "unknown"))).ToImmutableArray());

    private static Task<Declarations> SingleWriterAsync(params string[] regions) => DeclareAsync(
        new Dictionary<string, Output<string>> { ["ledger"] = Output.Create(PlanArn) },
        args =>
        {
            Assert.Equal("aws:arcregionswitch/getRoute53HealthChecks:getRoute53HealthChecks", args.Token);
            Assert.Equal(PlanArn, args.Args["planArn"]);
            Assert.Contains("::aws-eu-west-1::", args.Provider, StringComparison.Ordinal);
            var answered = regions.Length > 0 ? regions : ["eu-central-1", "eu-west-1"];
            return ImmutableDictionary<string, object>.Empty.Add("planArn", PlanArn).Add("healthChecks", answered.Select(object (region) =>
                ImmutableDictionary<string, object>.Empty
                    .Add("healthCheckId", $"check-of-{region}")
                    .Add("hostedZoneId", "Z0123456789EXAMPLE")
                    .Add("recordName", "ledger.data.example.com.")
                    .Add("region", region)
                    .Add("status", "unknown")).ToImmutableArray());
        });

    private static Task<Declarations> ManyWritersAsync(Dictionary<string, Output<string>>? plans = null) =>
        DeclareAsync(plans ?? [], null, ("workloads", ManyWriters));

    private static Task<Declarations> DeclareAsync(
        Dictionary<string, Output<string>> plans,
        Func<Pulumi.Testing.MockCallArgs, ImmutableDictionary<string, object>>? answer,
        params (string Key, string? Value)[] changes) => Declarations.OfAsync(
        () =>
        {
            var settings = Configurations.PrimarySettings(changes);
            _ = new FailoverRouting("routing", new FailoverRoutingArgs(new RegionContext(settings, StackRole.Primary), settings.Workloads, plans));
        },
        answer);
}
