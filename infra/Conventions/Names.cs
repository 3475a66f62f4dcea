using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Conventions;

/// <summary>
/// The physical names of one pair: <c>{project}-{pair}-{workload}-{part}</c>, with the Region at the end for what exists once per
/// Region. Names are computed, never generated, so that either stack knows the other's without reading it.
/// </summary>
public sealed class Names(PairIdentity pair)
{
    /// <summary>A global database.</summary>
    public string GlobalCluster(string workload, string store) => NameRules.Rds.Fit(Full(workload, store));

    /// <summary>A Region's cluster of a global database; also its subnet group, parameter group and security group.</summary>
    public string Cluster(string workload, string store, string region) => NameRules.Rds.Fit(Full(workload, store, region));

    /// <summary>An instance of a cluster; numbers begin at 1.</summary>
    public string ClusterInstance(string workload, string store, string region, int number) =>
        NameRules.Rds.Fit($"{Full(workload, store, region)}-{number}");

    /// <summary>A table, in every Region.</summary>
    public string Table(string workload, string store) => NameRules.Table.Fit(Full(workload, store));

    /// <summary>The keyspace of a table of Keyspaces, in every Region.</summary>
    public string Keyspace(string workload, string store) => NameRules.Keyspace.Fit(Full(workload, store));

    /// <summary>A table within its own keyspace.</summary>
    public static string KeyspaceTable(string store) => NameRules.Keyspace.Fit(store);

    /// <summary>A bucket. The name space is the whole world, so the account is in it.</summary>
    public string Bucket(string workload, string store, string region) =>
        NameRules.Bucket.Fit($"{Full(workload, store, region)}-{pair.AccountId}");

    /// <summary>A Region's cluster of a stream; also its configuration, its security group, and the replicator that copies into it.</summary>
    public string Stream(string workload, string store, string region) => NameRules.KafkaCluster.Fit(Full(workload, store, region));

    /// <summary>The log group of a stream's brokers.</summary>
    public string StreamLogGroup(string workload, string store, string region) => NameRules.LogGroup.Fit($"/aws/msk/{Full(workload, store, region)}");

    /// <summary>The parameter with the addresses of a stream's brokers, in each Region those of its own.</summary>
    public string StreamAddresses(string workload, string store) => NameRules.Parameter.Fit($"{Manifest(workload)}/{store}");

    /// <summary>The bucket for what a Region's services write about the platform.</summary>
    public string OperationsBucket(string region) => Bucket("shared", "operations", region);

    /// <summary>A Region's queue.</summary>
    public string Queue(string workload, QueueStore store, string region) => Queue(workload, store, region, null);

    /// <summary>Where the messages of a Region's queue go that consumers give up.</summary>
    public string DeadLetterQueue(string workload, QueueStore store, string region) => Queue(workload, store, region, "dead-letters");

    /// <summary>Where the messages go that a Region's topic could not deliver.</summary>
    public string UndeliveredQueue(string workload, QueueStore store, string region) => Queue(workload, store, region, "undelivered");

    /// <summary>The topic of a Region that feeds the queues of both.</summary>
    public string QueueTopic(string workload, QueueStore store, string region) => NameRules.Topic.Fit(Full(workload, store.Name, region));

    /// <summary>
    /// A database of the Glue Data Catalog, of the same name in each Region, so that queries need no change. With underscores, which engines take
    /// without quotes; no other name has any, so two names stay two.
    /// </summary>
    public string CatalogueDatabase(string workload, string store) => NameRules.Catalogue.Fit(Full(workload, store).Replace('-', '_'));

    /// <summary>The access point of a Region's bucket, through which engines of that Region take the paths of either bucket.</summary>
    public string AccessPoint(string workload, string store, string region) => NameRules.AccessPoint.Fit(Full(workload, store, region));

    /// <summary>The schema registry of a catalogue, in each Region.</summary>
    public string SchemaRegistry(string workload, string store) => NameRules.SchemaRegistry.Fit(Full(workload, store));

    /// <summary>The secret with a database's host and password, the same in every Region.</summary>
    public string DatabaseSecret(string workload, string store) => NameRules.Secret.Fit($"{Full(workload, store)}-credentials");

    /// <summary>The alias of a key.</summary>
    public string KeyAlias(string workload, string part, string region) =>
        NameRules.KeyAlias.Fit($"alias/{Full(workload, part, region)}");

    /// <summary>The alias of a multi-Region key: the same in every Region, so that the same reference works in both.</summary>
    public string MultiRegionKeyAlias(string workload, string part) => NameRules.KeyAlias.Fit($"alias/{Full(workload, part)}");

    /// <summary>A role. IAM is global: what differs between Regions says so in its part.</summary>
    public string Role(string workload, string part) => NameRules.Role.Fit(Full(workload, part));

    /// <summary>A security group.</summary>
    public string SecurityGroup(string workload, string part, string region) =>
        NameRules.SecurityGroup.Fit(Full(workload, part, region));

    /// <summary>A VPC and what is in it, for the tag <c>Name</c>.</summary>
    public string Network(string part, string region) => Full("shared", part, region);

    /// <summary>The log group of a network's flow logs.</summary>
    public string FlowLogGroup(string region) => NameRules.LogGroup.Fit($"/{Full("shared", "flow-logs", region)}");

    /// <summary>The parameter that holds a workload's recovery manifest, in each Region.</summary>
    public string Manifest(string workload) => NameRules.Parameter.Fit($"/dr/{pair.Pair}/{workload}");

    /// <summary>A Region's backup vault, with the part <c>backup</c> or, where nobody can empty it, <c>air-gapped</c>.</summary>
    public string BackupVault(string part, string region) => NameRules.BackupVault.Fit(Full("shared", part, region));

    /// <summary>A backup plan of a workload in a Region; also its selections, which are named within the plan.</summary>
    public string BackupPlan(string workload, string part, string region) => NameRules.BackupPlan.Fit(Full(workload, part, region));

    /// <summary>A restore testing plan of a Region that runs as often as its name says.</summary>
    public string RestoreTestingPlan(string frequency, string region) =>
        NameRules.RestoreTesting.Fit(Full("shared", "restore-tests", frequency, region));

    /// <summary>A selection of a restore testing plan.</summary>
    public string RestoreTestingSelection(string workload, string kind) => NameRules.RestoreTesting.Fit(Full(workload, kind));

    /// <summary>A report plan of a Region.</summary>
    public string ReportPlan(string part, string region) => NameRules.ReportPlan.Fit(Full("shared", part, region));

    /// <summary>A load balancer of a workload.</summary>
    public string LoadBalancer(string workload, string region) => NameRules.LoadBalancer.Fit(Full(workload, region));

    /// <summary>The target group behind it, which pods join.</summary>
    public string TargetGroup(string workload, string region) => NameRules.LoadBalancer.Fit(Full(workload, "pods", region));

    /// <summary>The EKS cluster of a Region.</summary>
    public string KubernetesCluster(string region) => NameRules.KubernetesCluster.Fit(Full("cluster", region));

    /// <summary>The log of its control plane. EKS writes to this group and no other.</summary>
    public string ControlPlaneLogGroup(string region) => NameRules.LogGroup.Fit($"/aws/eks/{KubernetesCluster(region)}/cluster");

    /// <summary>The repository of an image, of the same name in each Region.</summary>
    public string ImageRepository(string image) => NameRules.ImageRepository.Fit($"{ImagePrefix}{image}");

    /// <summary>What the names of all repositories of the pair begin with.</summary>
    public string ImagePrefix => $"{pair.Project}-{pair.Pair}/";

    /// <summary>An alarm of a Region.</summary>
    public string Alarm(string workload, string part, string region) => NameRules.Alarm.Fit(Full(workload, part, region));

    /// <summary>An event rule.</summary>
    public string EventRule(string workload, string part, string region) => NameRules.EventRule.Fit(Full(workload, part, region));

    /// <summary>The log of a Region's backups. EventBridge writes to groups below <c>/aws/events/</c>.</summary>
    public string BackupLogGroup(string region) => NameRules.LogGroup.Fit($"/aws/events/{Full("shared", "backups", region)}");

    /// <summary>The task that copies a store out of a Region.</summary>
    public string CopyTask(string workload, string copy, string region) => NameRules.CopyTask.Fit(Full(workload, copy, region));

    /// <summary>Its log.</summary>
    public string CopyLogGroup(string workload, string copy, string region) => NameRules.LogGroup.Fit($"/aws/datasync/{Full(workload, copy, region)}");

    /// <summary>The dashboard; CloudWatch keeps dashboards in no Region.</summary>
    public string Dashboard() => NameRules.Alarm.Fit(Full("shared", "recovery"));

    /// <summary>A Region's topic for alerts.</summary>
    public string Topic(string part, string region) => NameRules.Topic.Fit(Full("shared", part, region));

    /// <summary>A canary that runs in a Region; the one with the part <c>canary</c> probes a workload in the other one.</summary>
    public string Canary(string workload, string part, string region) =>
        NameRules.Canary.Fit(part == "canary" ? Full(workload, region) : Full(workload, part, region));

    /// <summary>The Region-switch plan of a workload or of a tier's workloads; <c>shared</c> names the pair's parent.</summary>
    public string RegionSwitchPlan(string part) => NameRules.RegionSwitchPlan.Fit(Full(part));

    /// <summary>The name that clients use: it follows the Region that serves.</summary>
    public string Endpoint(WorkloadSettings workload) => $"{workload.Endpoint}.{pair.Dns!.Domain}";

    /// <summary>The name of a workload in one Region.</summary>
    public string RegionalEndpoint(WorkloadSettings workload, string region) => $"{workload.Endpoint}.{region}.{pair.Dns!.Domain}";

    /// <summary>The record that names the Region in which the pipelines of a workload run.</summary>
    public string Beacon(WorkloadSettings workload) => LeaseProtocol.BeaconName(workload.Name, pair.Pair, pair.Dns!.Domain);

    /// <summary>The table of the leases of all workloads, in each Region.</summary>
    public string LeaseTable => Table("shared", "leases");

    /// <summary>
    /// The state machine of a pipeline in a Region; also the schedule that starts it, and the cluster that it makes with its security configuration.
    /// </summary>
    public string Job(string workload, string pipeline, string region) => NameRules.Schedule.Fit(Full(workload, pipeline, region));

    /// <summary>Its log. Below <c>/aws/vendedlogs/</c>, so that a policy of the account's logs does not grow with each machine.</summary>
    public string JobLogGroup(string workload, string pipeline, string region) =>
        NameRules.LogGroup.Fit($"/aws/vendedlogs/states/{Full(workload, pipeline, region)}");

    /// <summary>What the names of all that the pair owns begin with.</summary>
    public string Prefix => Full("");

    private string Queue(string workload, QueueStore store, string region, string? part) =>
        NameRules.Queue.Fit(part is null ? Full(workload, store.Name, region) : Full(workload, store.Name, part, region)) + (store.IsFifo ? ".fifo" : "");

    private string Full(params string[] parts) => $"{pair.Project}-{pair.Pair}-{string.Join('-', parts)}";
}
