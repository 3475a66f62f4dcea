using System.Collections.Immutable;
using DrInfra.Infra.Serving;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Serving;

public class ServingCapacityTests
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public async Task Servers_AreDeclaredWithAllTheirParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["LaunchTemplate"] = 1, ["Group"] = 1, ["Policy"] = 1, ["Role"] = 1, ["RolePolicy"] = 1, ["InstanceProfile"] = 1,
            ["SecurityGroup"] = 2, ["SecurityGroupIngressRule"] = 2, ["SecurityGroupEgressRule"] = 3, ["LoadBalancer"] = 1,
            ["TargetGroup"] = 1, ["Listener"] = 1, ["Record"] = 1,
        },
        CountsWithoutOperations(await PrimaryAsync(Declare)));

    [Fact]
    public async Task Template_TakesTheImageOfTheRegionAndLeavesNothingOpen()
    {
        var template = (await PrimaryAsync(Declare)).Single(Template);

        Assert.Equal("drinfra-main-ledger-eu-west-1", template["name"]);
        Assert.Equal("resolve:ssm:/images/ledger", template["imageId"]);
        Assert.Equal("required", template["metadataOptions.httpTokens"]);
        Assert.Equal(1.0, template["metadataOptions.httpPutResponseHopLimit"]);
        Assert.Equal("false", template["networkInterfaces[0].associatePublicIpAddress"]);
        Assert.Equal("/dev/xvda", template["blockDeviceMappings[0].deviceName"]);
        Assert.Equal("true", template["blockDeviceMappings[0].ebs.encrypted"]);
        Assert.Equal("arn:the-key", template["blockDeviceMappings[0].ebs.kmsKeyId"]);
        Assert.Equal("arn:ledger-servers-profile-eu-west-1", template["iamInstanceProfile.arn"]);
        Assert.Null(template["keyName"]);
        Assert.Null(template["userData"]);
    }

    [Theory]
    [InlineData(0, "instance")]
    [InlineData(1, "volume")]
    public async Task WhatIsLaunched_CarriesTheTags(int index, string kind)
    {
        var template = (await PrimaryAsync(Declare)).Single(Template);

        Assert.Equal(kind, template[$"tagSpecifications[{index}].resourceType"]);
        Assert.Equal("ledger", template[$"tagSpecifications[{index}].tags.dr:workload"]);
        Assert.Equal("eu-west-1", template[$"tagSpecifications[{index}].tags.dr:region"]);
    }

    [Fact]
    public async Task Group_RunsBehindTheLoadBalancerInThreePrivateSubnets()
    {
        var group = (await PrimaryAsync(Declare)).Single(Group);

        Assert.Equal("drinfra-main-ledger-eu-west-1", group["name"]);
        Assert.Equal("[priv-a,priv-b,priv-c]", Text(group["vpcZoneIdentifiers"]!));
        Assert.Equal("[arn:ledger-targets-eu-west-1]", Text(group["targetGroupArns"]!));
        Assert.Equal("ELB", group["healthCheckType"]);
        Assert.Equal("7", group["launchTemplate.version"]);
        Assert.Equal("Rolling", group["instanceRefresh.strategy"]);
        Assert.Equal(100.0, group["instanceRefresh.preferences.minHealthyPercentage"]);
        Assert.Equal("0", group["waitForCapacityTimeout"]);
        Assert.Null(group["suspendedProcesses"]);
        var tags = ((ImmutableArray<object>)group["tags"]!).Cast<ImmutableDictionary<string, object>>().ToArray();
        Assert.Equal(
            ["dr:environment", "dr:owner", "dr:pair", "dr:region", "dr:role", "dr:tier", "dr:workload", "managed-by"],
            tags.Select(tag => tag["key"]));
        Assert.All(tags, tag => Assert.Equal(true, tag["propagateAtLaunch"]));
    }

    [Fact]
    public async Task Load_IsHeldWhereALostZoneLeavesRoom()
    {
        var policy = (await PrimaryAsync(Declare)).Single("aws:autoscaling/policy:Policy");

        Assert.Equal("TargetTrackingScaling", policy["policyType"]);
        Assert.Equal("ASGAverageCPUUtilization", policy["targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType"]);
        Assert.Equal(50.0, policy["targetTrackingConfiguration.targetValue"]);
    }

    [Theory]
    [InlineData("full", 9.0, 18.0)]
    [InlineData("small", 1.0, 2.0)]
    public async Task Primary_RunsTheFullNumberOfItsSizing(string sizing, double least, double most)
    {
        var group = (await PrimaryAsync(Declare, ("sizing", sizing))).Single(Group);

        Assert.Equal(least, group["minSize"]);
        Assert.Equal(most, group["maxSize"]);
    }

    [Fact]
    public async Task Activation_ChangesTheLeastNumberAndNothingElse()
    {
        var standby = await StandbyAsync(Declare);
        var active = await StandbyAsync(Declare, ("activation", "active"));

        Assert.Equal(3.0, standby.Single(Group)["minSize"]);
        Assert.Equal(9.0, active.Single(Group)["minSize"]);
        Assert.Equal(Others(standby), Others(active));

        static IEnumerable<string> Others(Declarations declared) => declared.All.SelectMany(declaration => declaration.Inputs
            .Where(input => (declaration.Type, input.Key) != (Group, "minSize"))
            .Select(input => $"{declaration.Name}.{input.Key}={Text(input.Value)}")
            .Order(StringComparer.Ordinal));
    }

    // What a failover or the load made of the number that runs must not show as a change afterwards.
    [Fact]
    public async Task NumberThatRuns_IsNeverStated()
    {
        foreach (var declared in new[] { await PrimaryAsync(Declare), await StandbyAsync(Declare), await StandbyAsync(Declare, ("activation", "active")) })
        {
            Assert.False(declared.Single(Group).Inputs.ContainsKey("desiredCapacity"));
        }
    }

    [Fact]
    public async Task SecurityGroup_LetsTheLoadBalancerInAndNobodyElse()
    {
        var declared = await PrimaryAsync(Declare);

        var ingress = declared.Named("ledger-servers-from-endpoint-eu-west-1");
        Assert.Equal("ledger-servers-security-group-eu-west-1-id", ingress["securityGroupId"]);
        Assert.Equal("ledger-endpoint-security-group-eu-west-1-id", ingress["referencedSecurityGroupId"]);
        Assert.Null(ingress["cidrIpv4"]);
        Assert.Equal(8443.0, ingress["fromPort"]);
        Assert.Equal(443.0, declared.Named("ledger-servers-https-eu-west-1")["toPort"]);
        Assert.Equal("10.1.0.0/16", declared.Named("ledger-servers-postgresql-eu-west-1")["cidrIpv4"]);
    }

    [Fact]
    public async Task Role_IsAssumedByInstancesAndHasLeastPrivilege()
    {
        var declared = await PrimaryAsync(Declare);

        Assert.Contains("\"ec2.amazonaws.com\"", (string)declared.Single("aws:iam/role:Role")["assumeRolePolicy"]!, StringComparison.Ordinal);
        var statements = Statements(declared.Single("aws:iam/rolePolicy:RolePolicy"));
        Assert.Equal(
            [
                "DecryptTheSecret", "EncryptInTheApplication", "LogInToTheDatabase", "ReadTheManifest", "ReadWhereTheDatabaseIs",
                "UseTables", "UseTheKeyOfTables",
            ],
            statements.Keys.Order());
        AssertLeastPrivilege(statements);
        Assert.All(statements.Values, statement => Assert.DoesNotContain("eu-central-1", statement.GetRawText(), StringComparison.Ordinal));
    }

    private static void Declare(ServingFixture fixture)
    {
        var endpoint = new ServingEndpoint(
            "endpoint", new ServingEndpointArgs(fixture.Region, fixture.Workload, fixture.Network));
        _ = new ServingCapacity("capacity", new ServingCapacityArgs(
            fixture.Region, fixture.Workload, fixture.Settings.Sizing, fixture.Settings.Activation, fixture.Network, endpoint, Output.Create("arn:the-key")));
    }
}
