using System.Text.Json.Nodes;

namespace DrInfra.Tests.Policies.Rules.Databases;

/// <summary>
/// An Aurora global database in two stacks, sound in every respect: the primary with writer and reader in eu-west-1, the standby
/// with one instance in eu-central-1. A test changes properties of one resource, by its name: null takes a property away.
/// </summary>
internal sealed class AuroraGraph
{
    private readonly Dictionary<string, string> _changes = [];
    private readonly HashSet<string> _without = [];

    public AuroraGraph With(string name, string changes)
    {
        _changes[name] = changes;
        return this;
    }

    public AuroraGraph Without(string name)
    {
        _without.Add(name);
        return this;
    }

    public TestGraph Primary() => Stack("dev", "eu-west-1", "primary", """
        { "masterUsername": "admin", "masterPassword": "?", "preferredMaintenanceWindow": "sun:04:00-sun:04:30" }
        """, ["writer", "reader"]);

    public TestGraph Standby() => Stack("dr", "eu-central-1", "standby", """
        { "sourceRegion": "eu-west-1", "preferredMaintenanceWindow": "sat:04:00-sat:04:30" }
        """, ["standby-writer"]);

    public string[] Violations(DrInfra.Policies.Rules.Rule rule) => Primary().Violations(rule, others: Standby());

    public string[] Unknown(DrInfra.Policies.Rules.Rule rule) => Primary().Unknown(rule, others: Standby());

    private TestGraph Stack(string stack, string region, string cluster, string own, string[] instances)
    {
        var graph = new TestGraph(stack);
        foreach (var zone in new[] { "a", "b", "c" })
        {
            Add(graph, "aws:ec2/subnet:Subnet", $"{cluster}-subnet-{zone}", $$"""{ "availabilityZone": "{{region}}{{zone}}" }""", region);
        }

        Add(graph, "aws:kms/key:Key", $"{cluster}-key", "{}", region);
        Add(graph, "aws:ec2/securityGroup:SecurityGroup", $"{cluster}-group", "{}", region);
        Add(graph, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", $"{cluster}-rule",
            """{ "securityGroupId": "?", "ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432 }""", region,
            ("securityGroupId", "aws:ec2/securityGroup:SecurityGroup", $"{cluster}-group"));
        Add(graph, "aws:rds/subnetGroup:SubnetGroup", $"{cluster}-subnets", $$"""{ "name": "{{cluster}}-subnets", "subnetIds": ["?", "?", "?"] }""", region,
            [.. new[] { "a", "b", "c" }.Select(zone => ("subnetIds", "aws:ec2/subnet:Subnet", $"{cluster}-subnet-{zone}"))]);
        Add(graph, "aws:rds/clusterParameterGroup:ClusterParameterGroup", $"{cluster}-parameters", $$"""
            { "name": "{{cluster}}-parameters", "family": "aurora-postgresql16", "parameters": [{ "name": "rds.force_ssl", "value": "1" }] }
            """, region);
        if (stack == "dev")
        {
            Add(graph, "aws:rds/globalCluster:GlobalCluster", "global",
                """{ "globalClusterIdentifier": "ledger", "engine": "aurora-postgresql", "engineVersion": "16.8", "storageEncrypted": true }""", region);
        }

        Add(graph, "aws:rds/cluster:Cluster", cluster, Merge($$"""
            {
              "clusterIdentifier": "{{cluster}}", "globalClusterIdentifier": "ledger", "engine": "aurora-postgresql", "engineVersion": "16.8",
              "storageEncrypted": true, "kmsKeyId": "?", "dbSubnetGroupName": "{{cluster}}-subnets", "port": 5432,
              "dbClusterParameterGroupName": "{{cluster}}-parameters", "vpcSecurityGroupIds": ["?"]
            }
            """, own), region,
            ("kmsKeyId", "aws:kms/key:Key", $"{cluster}-key"),
            ("vpcSecurityGroupIds", "aws:ec2/securityGroup:SecurityGroup", $"{cluster}-group"),
            ("dbClusterParameterGroupName", "aws:rds/clusterParameterGroup:ClusterParameterGroup", $"{cluster}-parameters"),
            ("dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup", $"{cluster}-subnets"));
        foreach (var (instance, index) in instances.Select((instance, index) => (instance, index)))
        {
            Add(graph, "aws:rds/clusterInstance:ClusterInstance", instance, $$"""
                {
                  "clusterIdentifier": "?", "engine": "aurora-postgresql", "instanceClass": "db.r7g.large", "availabilityZone": "{{region}}{{"abc"[index]}}",
                  "promotionTier": {{index}}, "applyImmediately": true, "autoMinorVersionUpgrade": false, "performanceInsightsEnabled": true
                }
                """, region, ("clusterIdentifier", "aws:rds/cluster:Cluster", cluster));
        }

        return graph;
    }

    private void Add(TestGraph graph, string type, string name, string inputs, string region, params (string, string, string)[] dependencies)
    {
        if (!_without.Contains(name))
        {
            var merged = Merge(inputs, _changes.GetValueOrDefault(name, "{}"));
            graph.Add(type, name, merged, region, $"{name}-id", options: Options(type, merged), dependencies: dependencies);
        }
    }

    // What a failover rewrites in a member is left alone.
    private static Action<JsonObject>? Options(string type, string inputs) =>
        type == "aws:rds/cluster:Cluster" && JsonNode.Parse(inputs)!["globalClusterIdentifier"] is not null
            ? resource => resource["ignoreChanges"] = new JsonArray("globalClusterIdentifier", "replicationSourceIdentifier", "engineVersion")
            : null;

    private static string Merge(string inputs, string changes)
    {
        var merged = JsonNode.Parse(inputs)!.AsObject();
        foreach (var (property, value) in JsonNode.Parse(changes)!.AsObject())
        {
            merged[property] = value?.DeepClone();
        }

        return merged.ToJsonString();
    }
}
