using System.Collections.Immutable;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Serving;

public class ServingPodsTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    private const string Binding = "kubernetes:eks.amazonaws.com/v1:TargetGroupBinding";
    private const string Service = "kubernetes:core/v1:Service";
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string Digest = "sha256:fe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297";

    [Fact]
    public async Task Pods_AreDeclaredWithAllTheirParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Role"] = 1, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1, ["ServiceAccount"] = 1, ["Service"] = 1, ["TargetGroupBinding"] = 1,
            ["Deployment"] = 1, ["HorizontalPodAutoscaler"] = 1, ["PodDisruptionBudget"] = 1,
        },
        await CountsBesideAsync(
            fixture =>
            {
                _ = fixture.Endpoint;
                _ = fixture.Baseline;
            },
            Declare));

    // What a plan names, and what it writes, is left as it is afterwards: nothing else is.
    [Fact]
    public async Task Deployment_LeavesItsNumberToTheAutoscalerAndThePlan()
    {
        var declared = await PrimaryAsync(Declare);

        var deployment = declared.Single(Deployment);
        Assert.Equal(("ledger", "ledger-serving"), (deployment["metadata.namespace"], deployment["metadata.name"]));
        Assert.Null(deployment["spec.replicas"]);
        Assert.Equal(["spec.replicas"], deployment.Options.IgnoreChanges);
        var autoscaler = declared.Single(Autoscaler);
        Assert.Equal(("ledger", "ledger-serving"), (autoscaler["metadata.namespace"], autoscaler["metadata.name"]));
        Assert.Equal("{apiVersion:apps/v1,kind:Deployment,name:ledger-serving}", Text(autoscaler["spec.scaleTargetRef"]!));
        Assert.Equal(["spec.behavior"], autoscaler.Options.IgnoreChanges);
        Assert.All(
            declared.All.Where(one => one != deployment && one != autoscaler && !one.Type.StartsWith("pulumi:", StringComparison.Ordinal)),
            one => Assert.Empty(one.Options.IgnoreChanges));
    }

    [Theory]
    [InlineData("full", 9.0, 14.0)]
    [InlineData("small", 1.0, 2.0)]
    public async Task Primary_RunsTheFullNumberOfItsSizing(string sizing, double least, double most)
    {
        var autoscaler = (await PrimaryAsync(Declare, ("sizing", sizing))).Single(Autoscaler);

        Assert.Equal((least, most), (autoscaler["spec.minReplicas"], autoscaler["spec.maxReplicas"]));
        Assert.Equal("[{resource:{name:cpu,target:{averageUtilization:50,type:Utilization}},type:Resource}]", Text(autoscaler["spec.metrics"]!));
        Assert.NotEqual("Disabled", autoscaler["spec.behavior.scaleDown.selectPolicy"]);
    }

    [Fact]
    public async Task Activation_ChangesTheLeastNumberAndNothingElse()
    {
        var standby = await StandbyAsync(Declare);
        var active = await StandbyAsync(Declare, ("activation", "active"));

        Assert.Equal(
            standby.All.Select(one => Text(one.Inputs)).Select(text => text.Contains("minReplicas", StringComparison.Ordinal)
                ? text.Change("minReplicas:3", "minReplicas:9")
                : text),
            active.All.Select(one => Text(one.Inputs)));
    }

    // A pod without listener gets no traffic and no checks, and one before its binding gets no readiness gate.
    [Fact]
    public async Task Deployment_ComesAfterWhatMakesItsPodsReadyAndTheirIdentity()
    {
        var declared = await PrimaryAsync(Declare);

        Assert.Equal(
            ["ledger-namespace-eu-west-1", "ledger-pod-identity-eu-west-1", "ledger-serving-eu-west-1", "ledger-serving-targets-eu-west-1"],
            declared.Single(Deployment).After);
        Assert.Equal(["ledger-listener-eu-west-1", "ledger-namespace-eu-west-1", "ledger-serving-eu-west-1"], declared.Single(Binding).After);
        Assert.Equal(["ledger-pods-policy-eu-west-1"], declared.Single("aws:eks/podIdentityAssociation:PodIdentityAssociation").After);
        Assert.Equal(["ledger-namespace-eu-west-1", "ledger-serving-eu-west-1"], declared.Single(Autoscaler).After);
    }

    [Fact]
    public async Task Pods_JoinTheRegionsOwnTargets()
    {
        var declared = await PrimaryAsync(Declare);

        var binding = declared.Single(Binding);
        Assert.Equal("arn:ledger-pod-targets-eu-west-1", binding["spec.targetGroupARN"]);
        Assert.Equal("ip", binding["spec.targetType"]);
        Assert.Equal("{name:ledger-serving,port:8443}", Text(binding["spec.serviceRef"]!));
        var service = declared.Single(Service);
        Assert.Equal("ClusterIP", service["spec.type"]);
        Assert.Equal("{app.kubernetes.io/name:ledger-serving}", Text(service["spec.selector"]!));
        Assert.Equal("[{name:https,port:8443,protocol:TCP,targetPort:8443}]", Text(service["spec.ports"]!));
    }

    // All that selects pods selects these, and no others of the namespace.
    [Fact]
    public async Task Pods_AreThoseThatServiceBudgetAndSpreadMean()
    {
        var declared = await PrimaryAsync(Declare);

        const string Selected = "{app.kubernetes.io/name:ledger-serving}";
        var deployment = declared.Single(Deployment);
        var labels = (ImmutableDictionary<string, object>)deployment["spec.template.metadata.labels"]!;
        Assert.Equal(("ledger-serving", "ledger"), (labels["app.kubernetes.io/name"], labels["dr.drinfra.io/workload"]));
        Assert.Equal(Selected, Text(deployment["spec.selector.matchLabels"]!));
        var budget = declared.Single("kubernetes:policy/v1:PodDisruptionBudget");
        Assert.Equal(Selected, Text(budget["spec.selector.matchLabels"]!));
        Assert.Equal((1.0, "AlwaysAllow"), (budget["spec.maxUnavailable"], budget["spec.unhealthyPodEvictionPolicy"]));
        Assert.All([0, 1], index => Assert.Equal(Selected, Text(deployment[$"{Pod}.topologySpreadConstraints[{index}].labelSelector.matchLabels"]!)));
    }

    [Theory]
    [InlineData(0, "topology.kubernetes.io/zone", "DoNotSchedule")]
    [InlineData(1, "kubernetes.io/hostname", "ScheduleAnyway")]
    public async Task Pods_AreSpreadOverZonesAndNodes(int index, string over, string otherwise)
    {
        var constraint = (ImmutableDictionary<string, object>)(await PrimaryAsync(Declare)).Single(Deployment)[$"{Pod}.topologySpreadConstraints[{index}]"]!;

        Assert.Equal((over, otherwise), (constraint["topologyKey"], constraint["whenUnsatisfiable"]));
        Assert.Equal((1.0, "Honor"), (constraint["maxSkew"], constraint["nodeTaintsPolicy"]));
    }

    // The image of the pod's own Region, and the nodes, priority and identity that the baseline has for it.
    [Fact]
    public async Task Pod_RunsTheImageOfItsOwnRegion()
    {
        foreach (var (declared, region) in new[] { (await PrimaryAsync(Declare), "eu-west-1"), (await StandbyAsync(Declare), "eu-central-1") })
        {
            var deployment = declared.Single(Deployment);

            Assert.Equal($"123456789012.dkr.ecr.{region}.amazonaws.com/drinfra-main/ledger@{Digest}", deployment[$"{Container}.image"]);
            Assert.Equal(
                $"[{{name:AWS_REGION,value:{region}}},{{name:RECOVERY_MANIFEST,value:/dr/main/ledger}},{{name:WORKLOAD,value:ledger}}]",
                Text(deployment[$"{Container}.env"]!));
            Assert.Equal("mission-critical", deployment[$"{Pod}.priorityClassName"]);
            Assert.Equal($"{{karpenter.sh/nodepool:{ClusterBaseline.NodePool}}}", Text(deployment[$"{Pod}.nodeSelector"]!));
            Assert.Equal("ledger-serving", deployment[$"{Pod}.serviceAccountName"]);
        }
    }

    [Fact]
    public async Task Pod_AsksForWhatItMayHave()
    {
        var resources = (await PrimaryAsync(Declare)).Single(Deployment)[$"{Container}.resources"]!;

        Assert.Equal("{limits:{memory:6144Mi},requests:{cpu:2000m,memory:6144Mi}}", Text(resources));
    }

    [Theory]
    [InlineData("startupProbe", "/healthz/live", 12.0)]
    [InlineData("readinessProbe", "/healthz/ready", 2.0)]
    [InlineData("livenessProbe", "/healthz/live", 6.0)]
    public async Task Pod_IsAskedOverHttpsAsClientsWould(string probe, string path, double failures)
    {
        var deployment = (await PrimaryAsync(Declare)).Single(Deployment);

        Assert.Equal($"{{path:{path},port:8443,scheme:HTTPS}}", Text(deployment[$"{Container}.{probe}.httpGet"]!));
        Assert.Equal((5.0, failures), (deployment[$"{Container}.{probe}.periodSeconds"], deployment[$"{Container}.{probe}.failureThreshold"]));
    }

    [Theory]
    [InlineData("10s", 2.0)]
    [InlineData("11s", 3.0)]
    [InlineData("30m", 360.0)]
    public async Task Start_MayTakeWhatTheSettingsSay(string startup, double failures) => Assert.Equal(
        failures,
        (await PrimaryAsync(Declare, ("workloads", Settings.Configurations.Workloads.Change("\"replicas\":9", $"\"replicas\":9,\"startup\":\"{startup}\""))))
            .Single(Deployment)[$"{Container}.startupProbe.failureThreshold"]);

    // The load balancer goes on sending for a moment, and lets clients go after a minute.
    [Fact]
    public async Task Pod_LetsItsClientsGoBeforeItEnds()
    {
        var deployment = (await PrimaryAsync(Declare)).Single(Deployment);

        var pause = (double)deployment[$"{Container}.lifecycle.preStop.sleep.seconds"]!;
        Assert.Equal(15.0, pause);
        Assert.True((double)deployment[$"{Pod}.terminationGracePeriodSeconds"]! > pause + ServingEndpoint.DeregistrationSeconds);
        Assert.Equal("{rollingUpdate:{maxSurge:25%,maxUnavailable:0},type:RollingUpdate}", Text(deployment["spec.strategy"]!));
    }

    // What the standard "restricted" of pod security asks for.
    [Fact]
    public async Task Pod_IsLetIntoItsRestrictedNamespace()
    {
        var deployment = (await PrimaryAsync(Declare)).Single(Deployment);

        Assert.Equal("{runAsNonRoot:True,seccompProfile:{type:RuntimeDefault}}", Text(deployment[$"{Pod}.securityContext"]!));
        Assert.Equal(
            "{allowPrivilegeEscalation:False,capabilities:{drop:[ALL]},readOnlyRootFilesystem:True,runAsNonRoot:True}",
            Text(deployment[$"{Container}.securityContext"]!));
        Assert.Equal(false, deployment[$"{Pod}.automountServiceAccountToken"]);
    }

    [Fact]
    public async Task Identity_IsThePodsAndHasLeastPrivilege()
    {
        var declared = await PrimaryAsync(Declare);

        var identity = declared.Single("aws:eks/podIdentityAssociation:PodIdentityAssociation");
        Assert.Equal(
            ("drinfra-main-cluster-eu-west-1", "ledger", "ledger-serving", "arn:ledger-pods-role-eu-west-1"),
            (identity["clusterName"], identity["namespace"], identity["serviceAccount"], identity["roleArn"]));
        var account = declared.Single("kubernetes:core/v1:ServiceAccount");
        Assert.Equal(("ledger", "ledger-serving"), (account["metadata.namespace"], account["metadata.name"]));
        var trust = (string)declared.Named("ledger-pods-role-eu-west-1")["assumeRolePolicy"]!;
        Assert.Contains("\"pods.eks.amazonaws.com\"", trust, StringComparison.Ordinal);
        Assert.Contains("\"sts:TagSession\"", trust, StringComparison.Ordinal);
        var statements = Statements(declared.Named("ledger-pods-policy-eu-west-1"));
        Assert.Equal(
            [
                "DecryptTheSecret", "EncryptInTheApplication", "LogInToTheDatabase", "ReadTheManifest", "ReadWhereTheDatabaseIs",
                "UseTables", "UseTheKeyOfTables",
            ],
            statements.Keys.Order());
        AssertLeastPrivilege(statements);
        Assert.All(statements.Values, statement => Assert.DoesNotContain("eu-central-1", statement.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WorkloadWithoutServing_IsRefused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => PrimaryAsync(fixture => _ = new ServingPods("pods", new ServingPodsArgs(
            fixture.Region, fixture.Settings.Workloads[1], fixture.Settings.Sizing, fixture.Settings.Activation, fixture.Cluster, fixture.Baseline,
            fixture.Endpoint))));

        Assert.Contains("workload lake has no serving settings", refusal.ToString(), StringComparison.Ordinal);
    }

    private static void Declare(ServingFixture fixture) => _ = new ServingPods("pods", new ServingPodsArgs(
        fixture.Region, fixture.Workload, fixture.Settings.Sizing, fixture.Settings.Activation, fixture.Cluster, fixture.Baseline, fixture.Endpoint));
}
