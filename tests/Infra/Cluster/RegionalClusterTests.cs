using System.Text.Json;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class RegionalClusterTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string AccessEntry = "aws:eks/accessEntry:AccessEntry";
    private const string AccessPolicy = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    private const string Role = "aws:iam/role:Role";

    [Fact]
    public async Task Cluster_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Cluster"] = 1, ["Addon"] = 1, ["AccessEntry"] = 1, ["AccessPolicyAssociation"] = 1, ["LogGroup"] = 1, ["Role"] = 2, ["RolePolicy"] = 1,
            ["RolePolicyAttachment"] = 7,
        },
        await CountsBesideAsync(_ => { }, Declare));

    // Nodes, volumes and load balancing are the service's; the pools are the program's own.
    [Fact]
    public async Task Cluster_RunsInAutoModeWithoutPoolsOfTheService()
    {
        var cluster = (await PrimaryAsync(Declare)).Single(Cluster);

        Assert.Equal("drinfra-main-cluster-eu-west-1", cluster["name"]);
        Assert.Equal("1.35", cluster["version"]);
        Assert.Equal("{enabled:True,nodePools:[]}", Text(cluster["computeConfig"]!));
        Assert.Equal(true, cluster["storageConfig.blockStorage.enabled"]);
        Assert.Equal(true, cluster["kubernetesNetworkConfig.elasticLoadBalancing.enabled"]);
        Assert.Equal(false, cluster["bootstrapSelfManagedAddons"]);
        Assert.Equal("STANDARD", cluster["upgradePolicy.supportType"]);
        Assert.Equal(true, cluster["zonalShiftConfig.enabled"]);
        Assert.Equal("[priv-a,priv-b,priv-c]", Text(cluster["vpcConfig.subnetIds"]!));
        Assert.Equal("172.20.0.0/16", cluster["kubernetesNetworkConfig.serviceIpv4Cidr"]);
    }

    [Fact]
    public async Task Cluster_KeepsItsSecretsAndLogsUnderCustomerKeys()
    {
        var declared = await PrimaryAsync(Declare);

        var cluster = declared.Single(Cluster);
        Assert.Equal("{provider:{keyArn:arn:the-key},resources:[secrets]}", Text(cluster["encryptionConfig"]!));
        Assert.Equal("[api,audit,authenticator,controllerManager,scheduler]", Text(cluster["enabledClusterLogTypes"]!));
        var logs = declared.Single("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal(("/aws/eks/drinfra-main-cluster-eu-west-1/cluster", "arn:the-log-key", 365.0), (logs["name"], logs["kmsKeyId"], logs["retentionInDays"]));
    }

    [Fact]
    public async Task Cluster_CannotBeDeletedByMistake()
    {
        var cluster = (await PrimaryAsync(Declare)).Single(Cluster);

        Assert.Equal(true, cluster["deletionProtection"]);
        Assert.True(cluster.Options.Protect);
        Assert.True(cluster.Options.RetainOnDelete);
    }

    // EKS makes a log group of its own, and nodes that its role may not make, where these come later.
    [Fact]
    public async Task Cluster_ComesAfterItsLogsAndAllItsRoleMayDo() => Assert.Equal(
        [
            "cluster-AmazonEKSBlockStoragePolicy-eu-west-1", "cluster-AmazonEKSClusterPolicy-eu-west-1", "cluster-AmazonEKSComputePolicy-eu-west-1",
            "cluster-AmazonEKSLoadBalancingPolicy-eu-west-1", "cluster-AmazonEKSNetworkingPolicy-eu-west-1", "cluster-policy-eu-west-1",
            "control-plane-logs-eu-west-1",
        ],
        (await PrimaryAsync(Declare)).Single(Cluster).After);

    [Theory]
    [InlineData("""["198.51.100.0/24","203.0.113.7/32"]""", true, "[198.51.100.0/24,203.0.113.7/32]")]
    [InlineData("[]", false, null)]
    public async Task ApiServer_IsReachedFromStatedRangesAndAlwaysFromTheVpc(string ranges, bool isPublic, string? admitted)
    {
        var cluster = (await PrimaryAsync(Declare, ("cluster", $$"""{"publicRanges":{{ranges}},"zonalShift":false}"""))).Single(Cluster);

        Assert.Equal(isPublic, cluster["vpcConfig.endpointPublicAccess"]);
        Assert.Equal(true, cluster["vpcConfig.endpointPrivateAccess"]);
        Assert.Equal(admitted, cluster["vpcConfig.publicAccessCidrs"] is { } cidrs ? Text(cidrs) : null);
        Assert.Equal(false, cluster["zonalShiftConfig.enabled"]);
    }

    // An autoscaler without metrics is none, and one replica is gone whenever its node is.
    [Fact]
    public async Task Metrics_AreServedByTwo()
    {
        var addon = (await StandbyAsync(Declare)).Single("aws:eks/addon:Addon");

        Assert.Equal(("drinfra-main-cluster-eu-central-1", "metrics-server"), (addon["clusterName"], addon["addonName"]));
        using var configuration = JsonDocument.Parse((string)addon["configurationValues"]!);
        Assert.Equal(2, configuration.RootElement.GetProperty("replicas").GetInt32());
    }

    // Access is by entries alone: nobody is let in by a map in the cluster.
    [Fact]
    public async Task Nodes_JoinByAnEntryOfTheirRole()
    {
        var declared = await PrimaryAsync(Declare);

        Assert.Equal("API", declared.Single(Cluster)["accessConfig.authenticationMode"]);
        var entry = declared.Single(AccessEntry);
        Assert.Equal(
            ("drinfra-main-cluster-eu-west-1", "EC2", "arn:aws:iam::123456789012:role/drinfra-main-shared-nodes-eu-west-1"),
            (entry["clusterName"], entry["type"], entry["principalArn"]));
        Assert.Equal(["nodes-AmazonEC2ContainerRegistryPullOnly-eu-west-1", "nodes-AmazonEKSWorkerNodeMinimalPolicy-eu-west-1"], entry.After);
        var policy = declared.Single(AccessPolicy);
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy", policy["policyArn"]);
        Assert.Equal(entry["principalArn"], policy["principalArn"]);
        Assert.Equal("{type:cluster}", Text(policy["accessScope"]!));
        Assert.Equal(["nodes-access-eu-west-1"], policy.After);
    }

    [Fact]
    public async Task People_AreLetInByTheirRoles()
    {
        var declared = await PrimaryAsync(Declare, ("cluster", """
            {"publicRanges":[],"administrators":["arn:aws:iam::123456789012:role/platform"],"viewers":["arn:aws:iam::123456789012:role/ci/previews"]}
            """));

        Assert.Equal(
            [
                "AmazonEKSAdminViewPolicy: arn:aws:iam::123456789012:role/ci/previews",
                "AmazonEKSAutoNodePolicy: arn:aws:iam::123456789012:role/drinfra-main-shared-nodes-eu-west-1",
                "AmazonEKSClusterAdminPolicy: arn:aws:iam::123456789012:role/platform",
            ],
            declared.Of(AccessPolicy).Select(one => $"{((string)one["policyArn"]!).Split('/')[^1]}: {one["principalArn"]}").Order(StringComparer.Ordinal));
        Assert.All(declared.Of(AccessEntry), one => Assert.Equal("drinfra-main-cluster-eu-west-1", one["clusterName"]));
        Assert.Equal(3, declared.Of(AccessEntry).Select(one => one["principalArn"]).Distinct().Count());
    }

    [Fact]
    public async Task RolesOfOneNameInTwoAccounts_HaveAnEntryEach() => Assert.Equal(
        ["nodes-access-eu-west-1", "viewer-210987654321-ci-access-eu-west-1", "viewer-ci-access-eu-west-1"],
        (await PrimaryAsync(Declare, ("cluster", """
            {"publicRanges":[],"viewers":["arn:aws:iam::123456789012:role/ci","arn:aws:iam::210987654321:role/ci"]}
            """))).Of(AccessEntry).Select(entry => entry.Name).Order(StringComparer.Ordinal));

    // A plan scales where its workloads are and nowhere else, and EKS refuses the role of one that is not there.
    [Fact]
    public async Task Plan_IsLetIntoTheNamespacesOfItsWorkloads()
    {
        var declared = await PrimaryAsync(fixture => fixture.Cluster.Admit(
            "ledger-plan", "arn:aws:iam::123456789012:role/switch", "arn:policy", ["ledger", "events"], fixture.Endpoint));

        var policy = declared.Named("ledger-plan-access-policy-eu-west-1");
        Assert.Equal("{namespaces:[ledger,events],type:namespace}", Text(policy["accessScope"]!));
        Assert.Equal("STANDARD", declared.Named("ledger-plan-access-eu-west-1")["type"]);
        Assert.Equal(["endpoint"], declared.Named("ledger-plan-access-eu-west-1").After);
        Assert.Equal(["ledger-plan-access-eu-west-1"], policy.After);
    }

    [Fact]
    public async Task Roles_AreTheServicesAndMayDoNothingUnexplained()
    {
        var declared = await PrimaryAsync(Declare);

        var cluster = declared.Named("cluster-role-eu-west-1");
        Assert.Contains("\"eks.amazonaws.com\"", (string)cluster["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.Contains("\"sts:TagSession\"", (string)cluster["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.Contains("\"ec2.amazonaws.com\"", (string)declared.Named("nodes-role-eu-west-1")["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("sts:TagSession", (string)declared.Named("nodes-role-eu-west-1")["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.Equal(["drinfra-main-shared-cluster-eu-west-1", "drinfra-main-shared-nodes-eu-west-1"], declared.Of(Role).Select(role => role["name"]));
        var statements = Statements(declared.Named("cluster-policy-eu-west-1"));
        Assert.Equal(["EncryptVolumes", "LetVolumesUseTheKey", "TagNodes", "TagVolumes"], statements.Keys.Order(StringComparer.Ordinal));
        Assert.All(statements.Values, statement => Assert.DoesNotContain(Texts(statement, "Action"), action => action.Contains('*', StringComparison.Ordinal)));
        Assert.All(
            ["EncryptVolumes", "LetVolumesUseTheKey"],
            sid => Assert.Contains("\"alias/drinfra-main-shared-volumes-eu-west-1\"", statements[sid].GetRawText(), StringComparison.Ordinal));
        Assert.All(
            ["TagNodes", "TagVolumes"],
            sid => Assert.Contains("\"${aws:PrincipalTag/eks:eks-cluster-name}\"", statements[sid].GetRawText(), StringComparison.Ordinal));
    }

    private static void Declare(ServingFixture fixture) => _ = fixture.Cluster;
}
