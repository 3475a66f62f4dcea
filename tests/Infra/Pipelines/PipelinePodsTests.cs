using System.Collections.Immutable;
using DrInfra.Infra.Pipelines;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

public class PipelinePodsTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string CronJob = "kubernetes:batch/v1:CronJob";
    private const string Pod = "spec.template.spec";
    private const string Gate = $"{Pod}.initContainers[0]";
    private const string Watch = $"{Pod}.initContainers[1]";
    private const string Work = $"{Pod}.containers[0]";

    [Fact]
    public async Task PodsThatRunAllTheTime_AreDeclaredWithAllTheirParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Role"] = 1, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1, ["ServiceAccount"] = 1, ["Deployment"] = 1, ["PodDisruptionBudget"] = 1,
        },
        await CountsBesideAsync(fixture => _ = fixture.Baseline, Declare, Pipelined.Changes));

    [Fact]
    public async Task PodsOfASchedule_AreDeclaredWithAllTheirParts() => Assert.Equal(
        new Dictionary<string, int> { ["Role"] = 1, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1, ["ServiceAccount"] = 1, ["CronJob"] = 1 },
        await CountsBesideAsync(fixture => _ = fixture.Baseline, Declare, Pipelined.Nightly));

    // Alike in both Regions, whatever the activation: the follower writes the number.
    [Theory]
    [InlineData("full", "4")]
    [InlineData("small", "1")]
    public async Task Deployment_RunsNothingUntilItsFollowerStartsIt(string sizing, string replicas)
    {
        (string Key, string? Value)[] changes = [.. Pipelined.Changes, ("sizing", sizing)];
        foreach (var declared in new[]
        {
            await PrimaryAsync(Declare, changes), await StandbyAsync(Declare, changes), await StandbyAsync(Declare, [.. changes, ("activation", "active")]),
        })
        {
            var deployment = declared.Single(Deployment);

            Assert.Equal(("events", "events-enrichment", 0.0), (deployment["metadata.namespace"], deployment["metadata.name"], deployment["spec.replicas"]));
            Assert.Equal(["spec.replicas"], deployment.Options.IgnoreChanges);
            Assert.Equal($"{{dr.drinfra.io/replicas:{replicas}}}", Text(deployment["metadata.annotations"]!));
            Assert.Equal("beacon", Labels(deployment["metadata.labels"])["dr.drinfra.io/follows"]);
            Assert.Equal("beacon", Labels(deployment["spec.template.metadata.labels"])["dr.drinfra.io/follows"]);
            Assert.Equal("{rollingUpdate:{maxSurge:0,maxUnavailable:1},type:RollingUpdate}", Text(deployment["spec.strategy"]!));
            Assert.Empty(declared.Of("kubernetes:autoscaling/v2:HorizontalPodAutoscaler"));
        }
    }

    [Fact]
    public async Task Schedule_IsSuspendedUntilItsFollowerStartsIt()
    {
        var job = (await PrimaryAsync(Declare, Pipelined.Nightly)).Single(CronJob);

        Assert.Equal(("events", "events-report"), (job["metadata.namespace"], job["metadata.name"]));
        Assert.Equal(("30 2 * * MON-FRI", "Etc/UTC", true), (job["spec.schedule"], job["spec.timeZone"], job["spec.suspend"]));
        Assert.Equal(("Forbid", 600.0), (job["spec.concurrencyPolicy"], job["spec.startingDeadlineSeconds"]));
        Assert.Equal(["spec.suspend"], job.Options.IgnoreChanges);
        Assert.Equal("beacon", Labels(job["metadata.labels"])["dr.drinfra.io/follows"]);
        Assert.Equal("beacon", Labels(job["spec.jobTemplate.metadata.labels"])["dr.drinfra.io/follows"]);
        Assert.Equal((2.0, 2.0), (job["spec.jobTemplate.spec.parallelism"], job["spec.jobTemplate.spec.completions"]));
        Assert.Equal("Never", job["spec.jobTemplate.spec.template.spec.restartPolicy"]);
        Assert.Equal("lease-gate", job["spec.jobTemplate.spec.template.spec.initContainers[0].name"]);
    }

    [Fact]
    public async Task Work_BeginsBehindTheGateAndBesideTheWatch()
    {
        foreach (var (declared, region) in new[] { (await DeclareAsync(), "eu-west-1"), (await StandbyAsync(Declare, Pipelined.Changes), "eu-central-1") })
        {
            var deployment = declared.Single(Deployment);

            Assert.Equal(2, ((ImmutableArray<object>)deployment[$"{Pod}.initContainers"]!).Length);
            Assert.Equal(("lease-gate", "[gate]", null), (deployment[$"{Gate}.name"], Text(deployment[$"{Gate}.args"]!), deployment[$"{Gate}.restartPolicy"]));
            Assert.Equal(
                ("lease-watch", "[watch]", "Always"), (deployment[$"{Watch}.name"], Text(deployment[$"{Watch}.args"]!), deployment[$"{Watch}.restartPolicy"]));
            Assert.Equal(true, deployment[$"{Pod}.shareProcessNamespace"]);
            Assert.All([Gate, Watch], container =>
            {
                Assert.Equal($"123456789012.dkr.ecr.{region}.amazonaws.com/drinfra-main/follower:1.0", deployment[$"{container}.image"]);
                Assert.Equal("[{mountPath:/lease,name:lease},{mountPath:/tmp,name:scratch}]", Text(deployment[$"{container}.volumeMounts"]!));
                Assert.Equal("{limits:{memory:128Mi},requests:{cpu:50m,memory:128Mi}}", Text(deployment[$"{container}.resources"]!));
                Assert.Equal(
                    new Dictionary<string, string>
                    {
                        ["AWS_REGION"] = region,
                        ["LEASE_REGION"] = region,
                        ["LEASE_TABLE"] = "drinfra-main-shared-leases",
                        ["LEASE_LASTS_SECONDS"] = "30",
                        ["LEASE_LOOKS_SECONDS"] = "2",
                        ["LEASE_WORKLOAD"] = "events",
                        ["LEASE_FOLDER"] = "/lease",
                    },
                    Environment(deployment[$"{container}.env"]));
            });
        }
    }

    [Fact]
    public async Task Work_IsThePipelinesImageAndReadsItsEpoch()
    {
        var deployment = (await DeclareAsync()).Single(Deployment);

        Assert.Equal("123456789012.dkr.ecr.eu-west-1.amazonaws.com/drinfra-main/enrichment:1.0", deployment[$"{Work}.image"]);
        Assert.Equal("[{mountPath:/lease,name:lease,readOnly:True},{mountPath:/tmp,name:scratch}]", Text(deployment[$"{Work}.volumeMounts"]!));
        Assert.Equal("{limits:{memory:1024Mi},requests:{cpu:500m,memory:1024Mi}}", Text(deployment[$"{Work}.resources"]!));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["AWS_REGION"] = "eu-west-1",
                ["RECOVERY_MANIFEST"] = "/dr/main/events",
                ["WORKLOAD"] = "events",
                ["PIPELINE"] = "enrichment",
                ["LEASE_FOLDER"] = "/lease",
            },
            Environment(deployment[$"{Work}.env"]));
        Assert.Equal("[{emptyDir:{sizeLimit:1Mi},name:lease},{emptyDir:{sizeLimit:1Gi},name:scratch}]", Text(deployment[$"{Pod}.volumes"]!));
        Assert.Equal("business-critical", deployment[$"{Pod}.priorityClassName"]);
    }

    // Where the watch is gone: what is left of a permission, two probes with their time-outs, and the time to end.
    [Fact]
    public async Task WorkWithoutAWatch_HasEndedBeforeAnotherRegionBegins()
    {
        var deployment = (await DeclareAsync()).Single(Deployment);

        Assert.Equal("{path:/permitted,port:8089,scheme:HTTP}", Text(deployment[$"{Work}.livenessProbe.httpGet"]!));
        Assert.Equal("{path:/permitted,port:8089,scheme:HTTP}", Text(deployment[$"{Watch}.startupProbe.httpGet"]!));
        var probe = (ImmutableDictionary<string, object>)deployment[$"{Work}.livenessProbe"]!;
        var noticed = ((double)probe["periodSeconds"] * (double)probe["failureThreshold"]) + (double)probe["timeoutSeconds"];
        var ended = noticed + (double)deployment[$"{Pod}.terminationGracePeriodSeconds"]!;
        Assert.True(LeaseProtocol.Lasts.TotalSeconds + ended < LeaseProtocol.TakesAfter.TotalSeconds);
        Assert.True((double)deployment[$"{Pod}.terminationGracePeriodSeconds"]! * 2 < LeaseProtocol.Lasts.TotalSeconds);
    }

    // A watch ends the processes of its own user.
    [Fact]
    public async Task Containers_RunAsOneUserWhoIsNotRoot()
    {
        var deployment = (await DeclareAsync()).Single(Deployment);

        Assert.All([Gate, Watch, Work], container =>
        {
            AssertRestricted(deployment[$"{Pod}.securityContext"]!, deployment[$"{container}.securityContext"]!);
            Assert.Null(deployment[$"{container}.securityContext.runAsUser"]);
        });
        Assert.Equal(false, deployment[$"{Pod}.automountServiceAccountToken"]);
    }

    [Fact]
    public async Task Pods_AreSpreadOverZonesAndNodes()
    {
        var deployment = (await DeclareAsync()).Single(Deployment);

        Assert.Equal(
            [("topology.kubernetes.io/zone", "DoNotSchedule"), ("kubernetes.io/hostname", "ScheduleAnyway")],
            ((ImmutableArray<object>)deployment[$"{Pod}.topologySpreadConstraints"]!).Cast<ImmutableDictionary<string, object>>()
                .Select(one => ((string)one["topologyKey"], (string)one["whenUnsatisfiable"])));
    }

    [Fact]
    public async Task Pods_ReadTheLeaseOfTheirWorkloadAndWriteNone()
    {
        var declared = await DeclareAsync();

        var identity = declared.Single("aws:eks/podIdentityAssociation:PodIdentityAssociation");
        Assert.Equal(
            ("events", "events-enrichment", "arn:events-pipeline-enrichment-role-eu-west-1"),
            (identity["namespace"], identity["serviceAccount"], identity["roleArn"]));
        var statements = Statements(declared.Named("events-pipeline-enrichment-policy-eu-west-1"));
        Assert.Equal(["DecryptTheLease", "ReadTheLease", "ReadTheManifest", "UseTables", "UseTheKeyOfTables"], statements.Keys.Order());
        Assert.Equal(["dynamodb:GetItem"], Texts(statements["ReadTheLease"], "Action"));
        Assert.Equal(["arn:aws:dynamodb:eu-west-1:123456789012:table/drinfra-main-shared-leases"], Texts(statements["ReadTheLease"], "Resource"));
        Assert.Contains("\"dynamodb:LeadingKeys\":[\"events\"]", statements["ReadTheLease"].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["kms:Decrypt", "kms:DescribeKey"], Texts(statements["DecryptTheLease"], "Action"));
        AssertLeastPrivilege(statements);
    }

    internal static Dictionary<string, string> Environment(object? variables) => ((ImmutableArray<object>)variables!)
        .Cast<ImmutableDictionary<string, object>>()
        .ToDictionary(one => (string)one["name"], one => (string)one["value"]);

    internal static void AssertRestricted(object pod, object container)
    {
        Assert.Equal("{fsGroup:10001,runAsGroup:10001,runAsNonRoot:True,runAsUser:10001,seccompProfile:{type:RuntimeDefault}}", Text(pod));
        Assert.Equal("{allowPrivilegeEscalation:False,capabilities:{drop:[ALL]},readOnlyRootFilesystem:True,runAsNonRoot:True}", Text(container));
    }

    private static ImmutableDictionary<string, object> Labels(object? labels) => (ImmutableDictionary<string, object>)labels!;

    private static Task<Declarations> DeclareAsync() => PrimaryAsync(Declare, Pipelined.Changes);

    private static void Declare(ServingFixture fixture) => _ = new PipelinePods("pods", new PipelineArgs(
        fixture.Region, fixture.Workload, fixture.Workload.Pipelines[0], fixture.Settings.Cluster.FollowerImage!, fixture.Settings.Sizing, fixture.Cluster,
        fixture.Baseline));
}
