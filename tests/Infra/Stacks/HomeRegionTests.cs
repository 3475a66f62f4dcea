using DrInfra.Tests.Infra.Pipelines;

namespace DrInfra.Tests.Infra.Stacks;

public class HomeRegionTests
{
    private const string Alias = "aws:kms/alias:Alias";
    private const string AccessPolicy = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";

    private const string Nothing = """
        [{"name":"lake","owner":"a","tier":"business-operational","stores":[{"name":"rows","kind":"database","sizeGb":1,"changeGbPerDay":1}]}]
        """;

    // Of pods: their secrets, images and volumes. The last is kept where none serve any more.
    [Fact]
    public async Task Keys_AreThoseOfWhatTheRegionsServersStore()
    {
        string[] always =
        [
            "alias/drinfra-main-lake-database-eu-central-1", "alias/drinfra-main-shared-alerts-eu-central-1", "alias/drinfra-main-shared-logs-eu-central-1",
            "alias/drinfra-main-shared-volumes-eu-central-1",
        ];

        Assert.Equal(always, await AliasesAsync(("workloads", Nothing)));
        Assert.Equal(
            [
                .. always, "alias/drinfra-main-ledger-database-eu-central-1", "alias/drinfra-main-reporting-database-eu-central-1",
                "alias/drinfra-main-shared-cluster-eu-central-1", "alias/drinfra-main-shared-images-eu-central-1",
            ],
            (await AliasesAsync()).OrderBy(alias => !always.Contains(alias)).ThenBy(alias => alias, StringComparer.Ordinal));
    }

    [Fact]
    public async Task WorkloadsThatServeNothing_NeedNoCluster()
    {
        foreach (var declared in new[] { await WholeStack.PrimaryAsync(("workloads", Nothing)), await WholeStack.StandbyAsync(("workloads", Nothing)) })
        {
            Assert.DoesNotContain(declared.All, one => one.Type.Contains("kubernetes", StringComparison.Ordinal)
                || one.Type.StartsWith("aws:eks/", StringComparison.Ordinal) || one.Type.StartsWith("aws:ecr/", StringComparison.Ordinal));
        }
    }

    // Either stack lets the plans into its own cluster: by names, since the roles are the primary's, and after them where it declares them.
    [Fact]
    public async Task Plans_AreLetIntoTheClustersOfBothRegions()
    {
        foreach (var (declared, region, after) in new[]
        {
            (await WholeStack.PrimaryAsync(), "eu-west-1", new[] { "ledger-region-switch-role" }), (await WholeStack.StandbyAsync(), "eu-central-1", []),
        })
        {
            var policy = Assert.Single(
                declared.Of(AccessPolicy),
                one => (string)one["policyArn"]! == "arn:aws:eks::aws:cluster-access-policy/AmazonARCRegionSwitchScalingPolicy");
            Assert.Equal("arn:aws:iam::123456789012:role/drinfra-main-ledger-region-switch", policy["principalArn"]);
            Assert.Equal($"drinfra-main-cluster-{region}", policy["clusterName"]);
            Assert.Equal("{namespaces:[ledger],type:namespace}", Serving.ServingFixture.Text(policy["accessScope"]!));
            Assert.Equal(after, declared.Named($"ledger-plan-access-{region}").After);
        }
    }

    // A cluster, its images and keys, without anything that serves.
    [Fact]
    public async Task WorkloadWithNothingButPipelines_HasAllThatTheyNeedInBothRegions()
    {
        (string Key, string? Value)[] changes =
        [
            Pipelined.Changes[0],
            ("workloads", """
                [{"name":"lake","owner":"a","tier":"business-operational","pipelines":[{"name":"compaction","image":"compaction:1.0"}],
                  "stores":[{"name":"rows","kind":"bucket","sizeGb":1,"changeGbPerDay":1}]}]
                """),
        ];
        foreach (var declared in new[] { await WholeStack.PrimaryAsync(changes), await WholeStack.StandbyAsync(changes) })
        {
            Assert.Equal(
                ["Follower", "LeaseAlarms", "PipelinePods"],
                declared.All.Where(one => one.Type.StartsWith("drinfra:pipelines:", StringComparison.Ordinal)).Select(one => one.Type.Split(':')[^1])
                    .Where(type => type != "LeaseTable").Order());
            Assert.Equal(
                ["drinfra-main/compaction", "drinfra-main/follower"], declared.Of("aws:ecr/repository:Repository").Select(one => (string)one["name"]!).Order());
            Assert.Equal(["dr-system", "lake"], declared.Of("kubernetes:core/v1:Namespace").Select(one => (string)one["metadata.name"]!).Order());
            Assert.Single(declared.Of("aws:eks/cluster:Cluster"));
            Assert.DoesNotContain(declared.Of(AccessPolicy), one => ((string)one["policyArn"]!).Contains("RegionSwitch", StringComparison.Ordinal));
        }
    }

    // One table, of the primary's stack, under a key of each Region.
    [Fact]
    public async Task Leases_AreThePrimarysAndTheirKeysTheRegions()
    {
        var primary = await WholeStack.PrimaryAsync(Pipelined.Changes);

        var table = primary.Named("shared-leases-table");
        Assert.Equal(("arn:shared-leases-key-eu-west-1", "arn:shared-leases-key-eu-central-1"),
            (table["serverSideEncryption.kmsKeyArn"], table["replicas[0].kmsKeyArn"]));
        Assert.Equal(
            ["alias/drinfra-main-shared-leases-eu-central-1", "alias/drinfra-main-shared-leases-eu-west-1"],
            primary.Of(Alias).Select(alias => (string)alias["name"]!).Where(name => name.Contains("leases", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain((await WholeStack.StandbyAsync(Pipelined.Changes)).All, one =>
            one.Type.StartsWith("aws:dynamodb/", StringComparison.Ordinal) || one.Name.StartsWith("shared-leases-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanWithoutPods_IsLetInNowhere() => Assert.DoesNotContain(
        (await WholeStack.PrimaryAsync()).Of(AccessPolicy),
        one => ((string)one["principalArn"]!).Contains("business-operational", StringComparison.Ordinal));

    // It is paid for whether it runs or not.
    [Theory]
    [InlineData("full", 3)]
    [InlineData("small", 0)]
    public async Task Reserve_IsBoughtAtFullSize(string sizing, int reservations) => Assert.Equal(
        reservations, (await WholeStack.StandbyAsync(("sizing", sizing))).Of("aws:ec2/capacityReservation:CapacityReservation").Count);

    // Exactly what a failover plan writes, and nothing else of any object.
    [Fact]
    public async Task Changes_AreIgnoredWhereAPlanMakesThem() => Assert.Equal(
        ["Deployment: spec.replicas", "HorizontalPodAutoscaler: spec.behavior"],
        (await WholeStack.StandbyAsync()).All
            .Where(one => one.Type.StartsWith("kubernetes:", StringComparison.Ordinal) || one.Type.StartsWith("aws:eks/", StringComparison.Ordinal))
            .SelectMany(one => one.Options.IgnoreChanges.Select(path => $"{one.Type.Split(':')[^1]}: {path}")));

    [Fact]
    public async Task Canaries_AskTheOtherRegionAndWhetherOnesOwnCanWrite() => Assert.Equal(
        ["ledger.eu-west-1.data.example.com/healthz/ready", "ledger.eu-central-1.data.example.com/healthz/write"],
        (await WholeStack.StandbyAsync()).Of("aws:synthetics/canary:Canary").Select(
            canary => $"{canary["runConfig.environmentVariables.PROBE_HOST"]}{canary["runConfig.environmentVariables.PROBE_PATH"]}"));

    private static async Task<IEnumerable<string>> AliasesAsync(params (string Key, string? Value)[] changes) =>
        (await WholeStack.StandbyAsync(changes)).Of(Alias).Select(alias => (string)alias["name"]!).Order(StringComparer.Ordinal);
}
