using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>Which stack declares what, and that neither needs the other to preview.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "B*")]
[Trait("Practice", "A2")]
public class OwnershipTests(ShippedStacks stacks)
{
    [Fact]
    public void Primary_DeclaresItsServersAndAllServerlessCopies() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["RegionalKeys"] = 3, ["RegionalNetwork"] = 1, ["GlobalDatabase"] = 3, ["GlobalTable"] = 2, ["GlobalKeyspace"] = 1, ["ReplicatedBucket"] = 5,
            ["WorkQueue"] = 1, ["RegionalQueue"] = 2, ["QueueTopic"] = 2,
            ["RegionalBucket"] = 10, ["BucketReplication"] = 10, ["RecoveryManifests"] = 1, ["CrossRegionBackup"] = 1, ["RegionalBackup"] = 2,
            ["BackupPlans"] = 2, ["RestoreTesting"] = 2, ["BackupReports"] = 1, ["OperationsBucket"] = 2, ["AlertTopic"] = 2, ["RecoveryAlarms"] = 1,
            ["ServingEndpoint"] = 2, ["ServingPods"] = 2, ["EndpointCanary"] = 3 + 2, ["RegionSwitch"] = 1, ["ContainerRegistry"] = 1, ["RegionalCluster"] = 1,
            ["ReservedCapacity"] = 1, ["ClusterBaseline"] = 1, ["WorkloadNamespace"] = 3, ["FailoverRouting"] = 1, ["RecoveryEvents"] = 1,
            ["EventListener"] = 1 + 10, ["OffsiteCopy"] = 1, ["LeaseTable"] = 1, ["Follower"] = 1, ["PipelinePods"] = 1, ["LeaseAlarms"] = 1,
            ["JobOperators"] = 1, ["FlinkPipeline"] = 1, ["SparkPipeline"] = 1, ["HadoopPipeline"] = 1,
            ["EventStream"] = 1, ["StreamReplication"] = 1,
            ["Catalogue"] = 1, ["RegionalCatalogue"] = 2, ["CatalogueEncryption"] = 2,
        },
        Components(stacks.Dev.Graph));

    [Fact]
    public void Standby_DeclaresItsServersAlone()
    {
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["RegionalKeys"] = 1, ["RegionalNetwork"] = 1, ["GlobalDatabase"] = 2, ["RecoveryManifests"] = 1, ["OperationsBucket"] = 1,
                ["AlertTopic"] = 1, ["RecoveryAlarms"] = 1, ["ServingEndpoint"] = 2, ["ServingPods"] = 2, ["ContainerRegistry"] = 1,
                ["RegionalCluster"] = 1, ["ReservedCapacity"] = 1, ["ClusterBaseline"] = 1, ["WorkloadNamespace"] = 3, ["EndpointCanary"] = 3,
                ["RestoreTarget"] = 1, ["RecoveryEvents"] = 1, ["EventListener"] = 1 + 9, ["OffsiteCopy"] = 1, ["Follower"] = 1, ["PipelinePods"] = 1,
                ["JobOperators"] = 1, ["FlinkPipeline"] = 1, ["SparkPipeline"] = 1, ["HadoopPipeline"] = 1, ["LeaseAlarms"] = 1,
                ["EventStream"] = 1, ["StreamReplication"] = 1,
            },
            Components(stacks.Dr.Graph));
        Assert.Empty(stacks.Dr.Graph.OfType("aws:dynamodb/table:Table"));
        Assert.Empty(stacks.Dr.Graph.OfType("aws:keyspaces/table:Table"));
        Assert.Empty(stacks.Dr.Graph.OfType("aws:backup/vault:Vault"));
        Assert.Empty(stacks.Dr.Graph.OfType("aws:rds/globalCluster:GlobalCluster"));
    }

    // Gotcha 50: no reference between the stacks, in either direction.
    [Fact]
    public void Gotcha50_NeitherStackReadsTheOther() => Assert.All(stacks.Both, stack =>
        Assert.DoesNotContain(stack.Graph.Resources, resource => resource.Type == "pulumi:pulumi:StackReference"));

    [Fact]
    public void Standby_UsesNothingInThePrimaryRegionThatItCannotCompute()
    {
        var dr = stacks.Dr;
        Assert.DoesNotContain(dr.Graph.OfType("pulumi:providers:aws"), provider => provider.Inputs.Text("region") == dr.Settings.Regions.Primary);

        // What of the primary's Region is named at all: where the encrypted volume comes from, the promise, what is probed, and the
        // other end of what is measured; and the cluster that a replicator reads, by what is recorded of it.
        var mentions = dr.Graph.Aws()
            .SelectMany(resource => resource.Inputs.Texts()
                .Where(text => text.Text.Contains(dr.Settings.Regions.Primary, StringComparison.Ordinal))
                .Select(text => $"{resource.Type.Split(':')[^1]}.{text.Path}"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Canary.runConfig.environmentVariables.PROBE_HOST", "Cluster.sourceRegion", "EventRule.eventPattern", "MetricAlarm.alarmDescription",
                "MetricAlarm.dimensions.DestinationBucket", "MetricAlarm.dimensions.ReceivingRegion", "MetricAlarm.dimensions.SourceBucket",
                "MetricAlarm.dimensions.SourceRegion", "Parameter.insecureValue",
                "ReplicationConfiguration.replicationConfiguration.rules[0].destinations[0].region", "Replicator.description",
                "Replicator.kafkaClusters[0].amazonMskCluster.mskClusterArn", "Replicator.replicationInfoList.sourceKafkaClusterArn", "Role.description",
                "RolePolicy.policy",
            ],
            mentions);
    }

    [Fact]
    public void GlobalDatabase_JoinsByTheSameComputedIdentifierInBothStacks()
    {
        var primary = stacks.Dev.Graph.OfType("aws:rds/globalCluster:GlobalCluster").Select(global => global.Inputs.Text("globalClusterIdentifier"));
        var standby = stacks.Dr.Graph.OfType("aws:rds/cluster:Cluster").Select(cluster => cluster.Inputs.Text("globalClusterIdentifier"));

        Assert.Subset(primary.ToHashSet(), standby.ToHashSet());
        Assert.NotEmpty(standby);
    }

    // Gotchas 10, 12, 16 and 73: a key is named by ARN, and the ARN's Region is where the data is.
    [Fact]
    public void Gotchas10And16And73_EveryKeyIsACustomerKeyOfTheRegionOfTheData() => Assert.All(stacks.Both, stack =>
    {
        var keys = 0;
        foreach (var resource in stack.Graph.Aws())
        {
            var home = stack.Graph.ProviderOf(resource).Inputs.Text("region");
            foreach (var (path, text) in resource.Inputs.Texts().Where(text => IsKeyProperty(text.Path)))
            {
                var elsewhere = path.StartsWith("replicas[", StringComparison.Ordinal) || path.Contains("replicaKmsKeyId", StringComparison.Ordinal);
                var expected = !elsewhere ? home
                    : home == stack.Settings.Regions.Primary ? stack.Settings.Regions.Standby : stack.Settings.Regions.Primary;
                Assert.StartsWith($"arn:aws:kms:{expected}:{stack.Settings.AccountId}:key/", text, StringComparison.Ordinal);
                keys++;
            }
        }

        Assert.True(keys > 0);
    });

    [Fact]
    public void EveryStatefulResource_IsProtectedAndRetained()
    {
        string[] stateful =
        [
            "aws:dynamodb/table:Table", "aws:ecr/repository:Repository", "aws:eks/cluster:Cluster", "aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey",
            "aws:msk/cluster:Cluster", "aws:msk/replicator:Replicator",
            "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster", "aws:s3/bucket:Bucket", "aws:secretsmanager/secret:Secret",
        ];
        var found = stacks.Both.SelectMany(stack => stack.Graph.Resources).Where(resource => stateful.Contains(resource.Type)).ToArray();

        Assert.Equal(stateful, found.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All(found, resource => Assert.True(resource is { Protect: true, RetainOnDelete: true }, resource.Urn));
    }

    // What AWS rewrites in a failover is under ignoreChanges on every member of both stacks.
    [Fact]
    public void Gotchas1To5_EveryMember_IgnoresWhatAFailoverRewrites() => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:rds/cluster:Cluster")),
        cluster => Assert.Equal(["engineVersion", "globalClusterIdentifier", "replicationSourceIdentifier"], cluster.IgnoreChanges.Order()));

    [Fact]
    public void Activation_ChangesCapacityAndWhatRuns()
    {
        var active = stacks.Active.Graph.Resources.ToDictionary(resource => resource.Urn);
        var standby = stacks.Dr.Graph.Resources.ToDictionary(resource => resource.Urn);

        Assert.Empty(standby.Keys.Except(active.Keys));
        Assert.Equal(
            [
                "lake-catalogue-instance-2-eu-central-1", "lake-vault-copy-age-eu-central-1", "ledger-journal-instance-2-eu-central-1",
                "ledger-transfers-age-eu-central-1",
            ],
            active.Keys.Except(standby.Keys).Select(urn => active[urn].Name).Order(StringComparer.Ordinal));
        var changed = standby.Values.Where(resource => !resource.Inputs.Equals(active[resource.Urn].Inputs)).ToArray();
        Assert.Equal(
            ["events-serving-eu-central-1", "lake-catalogue-instance-1-eu-central-1", "lake-vault-copy-task-eu-central-1"],
            changed.Select(resource => resource.Name).Order(StringComparer.Ordinal));
        Assert.All(active.Values.Where(resource => !standby.ContainsKey(resource.Urn)).Concat(changed), resource =>
            Assert.Contains(resource.Type, new[]
            {
                "aws:rds/clusterInstance:ClusterInstance", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",

                // The task that waited gets its schedule, and the alarm on its runs; the other alarm is on consumers that were not there before.
                "aws:datasync/task:Task", "aws:cloudwatch/metricAlarm:MetricAlarm",
            }));
    }

    private static bool IsKeyProperty(string path) => path.Split('.')[^1] is
        "kmsKeyId" or "kmsKeyArn" or "kmsMasterKeyId" or "replicaKmsKeyId" or "performanceInsightsKmsKeyId";

    private static Dictionary<string, int> Components(ResourceGraph graph) => graph.Resources
        .Where(resource => resource.Type.StartsWith("drinfra:", StringComparison.Ordinal))
        .GroupBy(resource => resource.Type.Split(':')[^1])
        .ToDictionary(group => group.Key, group => group.Count());
}
