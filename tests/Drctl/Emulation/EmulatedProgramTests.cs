using DrInfra.Drctl.Emulation;
using Pulumi;
using Pulumi.Testing;
using Aws = Pulumi.Aws;

namespace DrInfra.Tests.Drctl.Emulation;

/// <summary>Answers as a program sees them: through the provider's classes.</summary>
public class EmulatedProgramTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RecordPair_TakesTheHealthChecksThatItsPlanMakes(bool preview)
    {
        var outputs = await Run(preview, west =>
        {
            var options = new CustomResourceOptions { Provider = west };
            var plan = new Aws.ArcRegionSwitch.Plan("orders", RegionSwitchPlan(), options);
            var checks = Aws.ArcRegionSwitch.GetRoute53HealthChecks.Invoke(
                new Aws.ArcRegionSwitch.GetRoute53HealthChecksInvokeArgs { PlanArn = plan.Arn },
                new InvokeOptions { Provider = west });
            return new Dictionary<string, object?>
            {
                ["regions"] = checks.Apply(found => string.Join(',', found.HealthChecks.Select(check => check.Region))),
                ["records"] = checks.Apply(found =>
                    string.Join(',', found.HealthChecks.Select(check => $"{check.HostedZoneId}/{check.RecordName}").Distinct())),
                ["pair"] = Output.All(Pair(checks, TestCloud.West, options).HealthCheckId, Pair(checks, TestCloud.Central, options).HealthCheckId)
                    .Apply(pair => pair[0] is not null && pair[1] is not null && pair[0] != pair[1]),
            };
        });

        Assert.Equal($"{TestCloud.West},{TestCloud.Central}", outputs["regions"]);
        Assert.Equal("Z1/orders.example.com", outputs["records"]);
        Assert.Equal(true, outputs["pair"]);
    }

    [Fact]
    public async Task NestedAnswers_FitTheProvidersClasses()
    {
        var outputs = await Run(preview: true, west =>
        {
            var options = new CustomResourceOptions { Provider = west };
            var plan = new Aws.Backup.Plan(
                "orders",
                new Aws.Backup.PlanArgs { Name = "orders", Rules = { new Aws.Backup.Inputs.PlanRuleArgs { RuleName = "hourly", TargetVaultName = "orders" } } },
                options);
            var group = new Aws.LB.TargetGroup("orders", new Aws.LB.TargetGroupArgs { Name = "orders", Protocol = "TCP", Port = 80 }, options);
            var template = new Aws.Ec2.LaunchTemplate("orders", new Aws.Ec2.LaunchTemplateArgs { Name = "orders" }, options);
            var servers = new Aws.AutoScaling.Group(
                "orders",
                new Aws.AutoScaling.GroupArgs
                {
                    Name = "orders",
                    MinSize = 1,
                    MaxSize = 3,
                    LaunchTemplate = new Aws.AutoScaling.Inputs.GroupLaunchTemplateArgs { Id = template.Id },
                },
                options);
            return new Dictionary<string, object?>
            {
                ["window"] = plan.Rules.Apply(rules => rules.Single().StartWindow),
                ["interval"] = group.HealthCheck.Apply(check => check.Interval),
                ["failover"] = group.TargetGroupHealth.Apply(health => health.DnsFailover!.MinimumHealthyTargetsCount),
                ["template"] = servers.LaunchTemplate.Apply(used => used!.Name),
                ["desired"] = servers.DesiredCapacity,
            };
        });

        Assert.Equal(60, outputs["window"]);
        Assert.Equal(30, outputs["interval"]);
        Assert.Equal("1", outputs["failover"]);
        Assert.Equal("orders", outputs["template"]);
        Assert.Equal(1, outputs["desired"]);
    }

    private static async Task<Dictionary<string, object?>> Run(bool preview, Func<Aws.Provider, Dictionary<string, object?>> program)
    {
        var cloud = new EmulatedCloud(new EmulatedAccount(TestCloud.AccountId, "drinfra", "dev"));
        var values = new Dictionary<string, object?>();
        await Deployment.TestAsync(cloud, new TestOptions { IsPreview = preview }, async () =>
        {
            var outputs = program(new Aws.Provider("west", new Aws.ProviderArgs { Region = TestCloud.West }));
            foreach (var (name, output) in outputs)
            {
                values[name] = await Pulumi.Utilities.OutputUtilities.GetValueAsync((dynamic)output!);
            }
        });
        return values;
    }

    private static Aws.ArcRegionSwitch.PlanArgs RegionSwitchPlan() => new()
    {
        Name = "orders",
        ExecutionRole = "arn:aws:iam::123456789012:role/switch",
        RecoveryApproach = "activePassive",
        PrimaryRegion = TestCloud.West,
        Regions = { TestCloud.West, TestCloud.Central },
        Workflows =
        {
            new Aws.ArcRegionSwitch.Inputs.PlanWorkflowArgs
            {
                WorkflowTargetAction = "activate",
                Steps =
                {
                    new Aws.ArcRegionSwitch.Inputs.PlanWorkflowStepArgs
                    {
                        Name = "route",
                        ExecutionBlockType = "Route53HealthCheck",
                        Route53HealthCheckConfigs =
                        {
                            new Aws.ArcRegionSwitch.Inputs.PlanWorkflowStepRoute53HealthCheckConfigArgs
                            {
                                HostedZoneId = "Z1",
                                RecordName = "orders.example.com",
                                RecordSets = { RecordSet("primary", TestCloud.West), RecordSet("secondary", TestCloud.Central) },
                            },
                        },
                    },
                },
            },
        },
    };

    private static Aws.ArcRegionSwitch.Inputs.PlanWorkflowStepRoute53HealthCheckConfigRecordSetArgs RecordSet(string identifier, string region) =>
        new() { RecordSetIdentifier = identifier, Region = region };

    private static Aws.Route53.Record Pair(Output<Aws.ArcRegionSwitch.GetRoute53HealthChecksResult> checks, string region, CustomResourceOptions options) =>
        new(
            $"orders-{region}",
            new Aws.Route53.RecordArgs
            {
                ZoneId = "Z1",
                Name = "orders.example.com",
                Type = "CNAME",
                Ttl = 60,
                Records = { $"{region}.example.com" },
                SetIdentifier = region,
                FailoverRoutingPolicies =
                {
                    new Aws.Route53.Inputs.RecordFailoverRoutingPolicyArgs { Type = region == TestCloud.West ? "PRIMARY" : "SECONDARY" },
                },
                HealthCheckId = checks.Apply(found => found.HealthChecks.Single(check => check.Region == region).HealthCheckId),
            },
            options);
}
