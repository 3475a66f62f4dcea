using System.Collections.Immutable;
using DrInfra.Infra.Pipelines;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

public class FollowerTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string Role = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    private const string Binding = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";

    [Fact]
    public async Task Follower_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Namespace"] = 1, ["NetworkPolicy"] = 4, ["PriorityClass"] = 1, ["Role"] = 1 + 3, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1,
            ["ServiceAccount"] = 1, ["RoleBinding"] = 3, ["PodDisruptionBudget"] = 1, ["Deployment"] = 1,
        },
        await CountsBesideAsync(fixture => _ = fixture.Baseline, Declare, Pipelined.Changes));

    [Fact]
    public async Task Follower_IsTwoPodsInTwoZonesOfWhichOneMayGo()
    {
        var declared = await DeclareAsync();

        var deployment = declared.Single(Deployment);
        Assert.Equal(("dr-system", "follower", 2.0), (deployment["metadata.namespace"], deployment["metadata.name"], deployment["spec.replicas"]));
        Assert.Equal("{rollingUpdate:{maxSurge:1,maxUnavailable:0},type:RollingUpdate}", Text(deployment["spec.strategy"]!));
        Assert.Equal("{app.kubernetes.io/name:follower}", Text(deployment["spec.selector.matchLabels"]!));
        var zones = (ImmutableDictionary<string, object>)deployment[$"{Pod}.topologySpreadConstraints[0]"]!;
        Assert.Equal(("topology.kubernetes.io/zone", "DoNotSchedule", 1.0), (zones["topologyKey"], zones["whenUnsatisfiable"], zones["maxSkew"]));
        Assert.Equal(1.0, declared.Single("kubernetes:policy/v1:PodDisruptionBudget")["spec.maxUnavailable"]);
        Assert.Equal("{limits:{memory:256Mi},requests:{cpu:100m,memory:256Mi}}", Text(deployment[$"{Container}.resources"]!));
        var priority = declared.Named("follower-priority-eu-west-1");
        Assert.Equal(("dr-system", 1_000_001.0), (priority["metadata.name"], priority["value"]));
        Assert.Equal("dr-system", deployment[$"{Pod}.priorityClassName"]);
        Assert.Empty(deployment.Options.IgnoreChanges);
    }

    [Fact]
    public async Task Follower_IsToldNamesAndTimesOfItsOwnRegion()
    {
        foreach (var (declared, region) in new[] { (await DeclareAsync(), "eu-west-1"), (await StandbyAsync(Declare, Pipelined.Changes), "eu-central-1") })
        {
            var deployment = declared.Single(Deployment);

            Assert.Equal($"123456789012.dkr.ecr.{region}.amazonaws.com/drinfra-main/follower:1.0", deployment[$"{Container}.image"]);
            Assert.Equal("[follow]", Text(deployment[$"{Container}.args"]!));
            Assert.Equal(
                new Dictionary<string, string>
                {
                    ["AWS_REGION"] = region,
                    ["LEASE_REGION"] = region,
                    ["LEASE_TABLE"] = "drinfra-main-shared-leases",
                    ["LEASE_LASTS_SECONDS"] = "30",
                    ["LEASE_LOOKS_SECONDS"] = "2",
                    ["LEASE_BEACONS"] = "events=active.events.main.data.example.com lake=active.lake.main.data.example.com",
                    ["LEASE_ZONE"] = "data.example.com",
                    ["LEASE_TAKES_AFTER_SECONDS"] = "60",
                    ["LEASE_RENEWS_SECONDS"] = "10",
                },
                PipelinePodsTests.Environment(deployment[$"{Container}.env"]));
        }
    }

    [Theory]
    [InlineData("startupProbe", 6.0)]
    [InlineData("readinessProbe", 2.0)]
    [InlineData("livenessProbe", 6.0)]
    public async Task Follower_IsAskedWhetherItWorks(string probe, double failures)
    {
        var deployment = (await DeclareAsync()).Single(Deployment);

        Assert.Equal("{path:/healthy,port:8089,scheme:HTTP}", Text(deployment[$"{Container}.{probe}.httpGet"]!));
        Assert.Equal((5.0, failures), (deployment[$"{Container}.{probe}.periodSeconds"], deployment[$"{Container}.{probe}.failureThreshold"]));
    }

    [Fact]
    public async Task FollowerOfEngines_StartsThemAndKeepsTheirSavepoints()
    {
        var declared = await PrimaryAsync(Declare, Engines.With(Engines.Flink, Engines.Spark));
        var rules = Text(declared.Of(Role).Single(role => (string)role["metadata.namespace"]! == "events")["rules"]!);
        var statements = Statements(declared.Named("shared-follower-policy-eu-west-1"));
        const string Bucket = "arn:aws:s3:::drinfra-main-events-state-eu-west-1-123456789012";

        Assert.Contains("{apiGroups:[flink.apache.org],resources:[flinkdeployments],verbs:[list,patch]}", rules, StringComparison.Ordinal);
        Assert.Contains("{apiGroups:[flink.apache.org],resources:[flinkstatesnapshots],verbs:[create,delete,list]}", rules, StringComparison.Ordinal);
        Assert.Contains("{apiGroups:[sparkoperator.k8s.io],resources:[scheduledsparkapplications],verbs:[list,patch]}", rules, StringComparison.Ordinal);
        Assert.Equal([Bucket], Texts(statements["ListSavepoints"], "Resource"));
        Assert.Equal([$"{Bucket}/savepoints/*.json", $"{Bucket}/savepoint-starts/*.json"], Texts(statements["KeepTheirRecords"], "Resource"));
        Assert.Equal(["s3:GetObject", "s3:PutObject"], Texts(statements["KeepTheirRecords"], "Action"));
        Assert.Contains("DrInfra/Pipelines", statements["AnyMetricOfPipelines"].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("drinfra-main-events-data", statements["UseTheKeyOfEVENTS"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follower_StartsPipelinesOfTheirWorkloadsAndNothingElse()
    {
        var declared = await DeclareAsync();

        const string ToStart = "[{apiGroups:[apps],resources:[deployments],verbs:[list]},"
            + "{apiGroups:[apps],resources:[deployments/scale],verbs:[patch]},"
            + "{apiGroups:[batch],resources:[cronjobs,jobs],verbs:[list,patch]},"
            + "{apiGroups:[flink.apache.org],resources:[flinkdeployments],verbs:[list]},"
            + "{apiGroups:[sparkoperator.k8s.io],resources:[scheduledsparkapplications],verbs:[list]}]";
        Assert.Equal(
            [
                (
                    "dr-system",
                    "[{apiGroups:[coordination.k8s.io],resources:[leases],verbs:[create]},"
                        + "{apiGroups:[coordination.k8s.io],resourceNames:[lease-follower],resources:[leases],verbs:[get,update]}]"),
                ("events", ToStart),
                ("lake", ToStart),
            ],
            declared.Of(Role).Select(role => ((string)role["metadata.namespace"]!, Text(role["rules"]!))).Order());
        Assert.Equal(
            ["dr-system", "events", "lake"],
            declared.Of(Binding).Select(binding => (string)binding["metadata.namespace"]!).Order());
        Assert.All(declared.Of(Binding), binding =>
        {
            Assert.Equal("{apiGroup:rbac.authorization.k8s.io,kind:Role,name:follower}", Text(binding["roleRef"]!));
            Assert.Equal("[{kind:ServiceAccount,name:follower,namespace:dr-system}]", Text(binding["subjects"]!));
        });
    }

    [Fact]
    public async Task Follower_MayTakeLeasesOfItsOwnRegionAlone()
    {
        var declared = await DeclareAsync();

        var identity = declared.Single("aws:eks/podIdentityAssociation:PodIdentityAssociation");
        Assert.Equal(
            ("dr-system", "follower", "arn:shared-follower-role-eu-west-1"), (identity["namespace"], identity["serviceAccount"], identity["roleArn"]));
        var statements = Statements(declared.Named("shared-follower-policy-eu-west-1"));
        Assert.Equal(["TakeLeases", "UseTheKeyOfLeases"], statements.Keys.Order());
        Assert.Equal(["dynamodb:GetItem", "dynamodb:PutItem"], Texts(statements["TakeLeases"], "Action"));
        Assert.Equal(["arn:aws:dynamodb:eu-west-1:123456789012:table/drinfra-main-shared-leases"], Texts(statements["TakeLeases"], "Resource"));
        Assert.Contains("\"dynamodb:LeadingKeys\":[\"events\",\"lake\"]", statements["TakeLeases"].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("alias/drinfra-main-shared-leases-eu-west-1", statements["UseTheKeyOfLeases"].GetRawText(), StringComparison.Ordinal);
        AssertLeastPrivilege(statements);
    }

    [Theory]
    [InlineData("default-deny", null, null)]
    [InlineData("dns", "0.0.0.0/0", "[{port:53,protocol:UDP},{port:53,protocol:TCP}]")]
    [InlineData("https", "0.0.0.0/0", "[{port:443,protocol:TCP}]")]
    [InlineData("pod-identity", "169.254.170.23/32", "[{port:80,protocol:TCP}]")]
    public async Task Follower_IsReachedByNobodyAndTalksToWhatItNeeds(string part, string? range, string? ports)
    {
        var policy = Assert.Single(
            (await DeclareAsync()).Of(NetworkPolicy),
            one => (string)one["metadata.namespace"]! == "dr-system" && (string)one["metadata.name"]! == $"follower-{part}");

        Assert.Null(policy["spec.ingress"]);
        Assert.Equal(range, policy["spec.egress[0].to[0].ipBlock.cidr"]);
        Assert.Equal(ports, policy["spec.egress[0].ports"] is { } stated ? Text(stated) : null);
    }

    [Fact]
    public async Task Pod_IsLetIntoItsRestrictedNamespace()
    {
        var declared = await DeclareAsync();

        var space = declared.Named("follower-namespace-eu-west-1");
        Assert.Equal(["network-policy-switch-eu-west-1", "node-pool-eu-west-1"], space.After);
        var labels = (ImmutableDictionary<string, object>)space["metadata.labels"]!;
        Assert.All(["audit", "enforce", "warn"], mode => Assert.Equal("restricted", labels[$"pod-security.kubernetes.io/{mode}"]));
        Assert.Equal("shared", labels["dr.drinfra.io/workload"]);
        var deployment = declared.Single(Deployment);
        PipelinePodsTests.AssertRestricted(deployment[$"{Pod}.securityContext"]!, deployment[$"{Container}.securityContext"]!);

        // The pod's token and no other: the account mounts none by itself.
        Assert.Equal(true, deployment[$"{Pod}.automountServiceAccountToken"]);
        Assert.Equal(false, declared.Single("kubernetes:core/v1:ServiceAccount")["automountServiceAccountToken"]);
    }

    private static Task<Declarations> DeclareAsync() => PrimaryAsync(Declare, Pipelined.Changes);

    private static void Declare(ServingFixture fixture) => _ = new Follower("follower", new FollowerArgs(
        fixture.Region, [.. fixture.Settings.WithPipelines], fixture.Settings.Cluster.FollowerImage!, fixture.Cluster, fixture.Baseline));
}
