namespace DrInfra.Tests.Policies.Services;

internal static class DatabaseStacks
{
    private const string P = ServiceGraph.Primary;
    private const string S = ServiceGraph.Standby;
    private const string Stores = """[{"name":"main","kind":"database","sizeGb":36,"changeGbPerDay":1}]""";

    public static ServiceStack Documents() => new(
        "DocumentDB",
        Clusters("docdb", "docdb", "5.0.0", "kmsKeyId", "dbSubnetGroupName"),
        new ServiceGraph(Stores)
            .Add(
                "aws:docdb/globalCluster:GlobalCluster", "global",
                """{ "globalClusterIdentifier": "orders-global", "engine": "docdb", "engineVersion": "5.0.0", "storageEncrypted": true }""")
            .Add(
                "aws:docdb/cluster:Cluster", "main",
                """
                { "clusterIdentifier": "orders-main", "globalClusterIdentifier": "{id:global}", "engine": "docdb", "engineVersion": "5.0.0",
                  "backupRetentionPeriod": 1 }
                """)
            .Add("aws:docdb/clusterInstance:ClusterInstance", "main-1", """{ "clusterIdentifier": "{id:main}", "instanceClass": "db.r6g.large" }"""),
        "global-database-spans-regions");

    public static ServiceStack Graphs() => new(
        "Neptune",
        Clusters("neptune", "neptune", "1.3.2.1", "kmsKeyArn", "neptuneSubnetGroupName"),
        new ServiceGraph(Stores)
            .Add(
                "aws:neptune/globalCluster:GlobalCluster", "global",
                """{ "globalClusterIdentifier": "orders-global", "engine": "neptune", "engineVersion": "1.3.2.1", "storageEncrypted": true }""")
            .Add(
                "aws:neptune/cluster:Cluster", "main",
                """{ "clusterIdentifier": "orders-main", "globalClusterIdentifier": "{id:global}", "engine": "neptune", "engineVersion": "1.3.2.1" }""")
            .Add(
                "aws:neptune/cluster:Cluster", "other",
                """{ "clusterIdentifier": "orders-other", "globalClusterIdentifier": "{id:global}", "engine": "neptune", "engineVersion": "1.2.0.0" }""", S)
            .Add("aws:neptune/clusterInstance:ClusterInstance", "main-1", """{ "clusterIdentifier": "{id:main}", "instanceClass": "db.r6g.large" }"""),
        "global-document-or-graph-members-agree");

    private static ServiceGraph Clusters(string module, string engine, string version, string key, string subnetGroup)
    {
        var graph = new ServiceGraph(Stores).Keys().Networks()
            .Add($"aws:{module}/globalCluster:GlobalCluster", "global", $$"""
                { "globalClusterIdentifier": "orders-global", "engine": "{{engine}}", "engineVersion": "{{version}}", "storageEncrypted": true,
                  "deletionProtection": true }
                """);
        foreach (var (region, name) in new[] { (P, "main-primary"), (S, "main-standby") })
        {
            var tags = engine == "neptune" ? """, "copyTagsToSnapshot": true""" : "";
            var master = engine == "docdb" && region == P ? """, "masterUsername": "admin", "manageMasterUserPassword": true""" : "";
            graph.Add(
                $"aws:{module}/subnetGroup:SubnetGroup", $"{name}-subnets",
                $$"""{ "name": "{{name}}", "subnetIds": ["{id:{{region}}-a}", "{id:{{region}}-b}", "{id:{{region}}-c}"] }""", region)
                .Add($"aws:{module}/cluster:Cluster", name, $$"""
                    { "clusterIdentifier": "orders-{{name}}", "globalClusterIdentifier": "{id:global}", "engine": "{{engine}}", "engineVersion": "{{version}}",
                      "backupRetentionPeriod": 7,
                      "storageEncrypted": true, "{{key}}": "{arn:{{region}}-key}", "deletionProtection": true,
                      "finalSnapshotIdentifier": "orders-{{name}}-final", "{{subnetGroup}}": "{id:{{name}}-subnets}" {{tags}} {{master}} }
                    """, region);
            foreach (var zone in region == P ? "ab" : "a")
            {
                graph.Add(
                    $"aws:{module}/clusterInstance:ClusterInstance", $"{name}-{zone}",
                    $$"""{ "clusterIdentifier": "{id:{{name}}}", "instanceClass": "db.r6g.large", "availabilityZone": "{{region}}{{zone}}" }""", region);
            }
        }

        return graph;
    }

    public static ServiceStack MultiAz()
    {
        const string Common =
            """
            "clusterIdentifier": "orders-main", "engine": "postgres", "engineVersion": "16.4", "masterUsername": "app", "manageMasterUserPassword": true,
            "storageEncrypted": true
            """;
        return new(
            "Multi-AZ DB cluster",
            new ServiceGraph(Stores).Keys().Networks()
                .Add(
                    "aws:rds/subnetGroup:SubnetGroup", "subnets",
                    """{ "name": "main", "subnetIds": ["{id:eu-west-1-a}", "{id:eu-west-1-b}", "{id:eu-west-1-c}"] }""")
                .Add("aws:rds/cluster:Cluster", "main", $$"""
                    { {{Common}}, "dbClusterInstanceClass": "db.m6gd.large", "allocatedStorage": 100, "storageType": "io1", "iops": 1000,
                      "backupRetentionPeriod": 7, "kmsKeyId": "{arn:eu-west-1-key}",
                      "deletionProtection": true, "finalSnapshotIdentifier": "main-final", "dbSubnetGroupName": "{id:subnets}", "copyTagsToSnapshot": true }
                    """)
                .Add("aws:rds/instance:Instance", "main-standby", $$"""
                    { "identifier": "orders-main-standby", "replicateSourceDb": "{arn:main}", "instanceClass": "db.m6gd.large", "storageEncrypted": true,
                      "kmsKeyId": "{arn:eu-central-1-key}", "deletionProtection": true,
                      "copyTagsToSnapshot": true }
                    """, S),
            new ServiceGraph(Stores).Add("aws:rds/cluster:Cluster", "main", $$"""{ {{Common}}, "allocatedStorage": 100, "backupRetentionPeriod": 7 }"""),
            "multi-az-cluster-is-complete");
    }

    public static ServiceStack Keyspaces() => new(
        "Keyspaces",
        new ServiceGraph("""[{"name":"events","kind":"wide-column","sizeGb":36,"changeGbPerDay":1,"none":["account"]}]""")
            .Add(
                "aws:keyspaces/keyspace:Keyspace", "space",
                """{ "name": "orders", "replicationSpecification": { "replicationStrategy": "MULTI_REGION", "regionLists": ["eu-west-1", "eu-central-1"] } }""")
            .Add("aws:keyspaces/table:Table", "events", """
                { "keyspaceName": "{space:name}", "tableName": "events", "pointInTimeRecovery": { "status": "ENABLED" },
                  "capacitySpecification": { "throughputMode": "PAY_PER_REQUEST" }, "clientSideTimestamps": { "status": "ENABLED" },
                  "ttl": { "status": "ENABLED" }, "encryptionSpecification": { "type": "AWS_OWNED_KMS_KEY" } }
                """),
        new ServiceGraph("""[{"name":"events","kind":"wide-column","sizeGb":36,"changeGbPerDay":1}]""")
            .Add("aws:keyspaces/keyspace:Keyspace", "space", """{ "name": "orders", "replicationSpecification": { "replicationStrategy": "SINGLE_REGION" } }""")
            .Add("aws:keyspaces/table:Table", "events", """{ "keyspaceName": "{space:name}", "tableName": "events" }"""),
        "keyspace-spans-regions", "table-has-point-in-time-recovery");

    public static ServiceStack Files() => new(
        "EFS",
        new ServiceGraph("""[{"name":"shared","kind":"files","sizeGb":36,"changeGbPerDay":1}]""").Keys()
            .Add("aws:efs/fileSystem:FileSystem", "shared", """{ "encrypted": true, "kmsKeyId": "{arn:eu-west-1-key}" }""")
            .Add("aws:efs/backupPolicy:BackupPolicy", "shared-backup", """{ "fileSystemId": "{id:shared}", "backupPolicy": { "status": "ENABLED" } }""")
            .Add(
                "aws:efs/replicationConfiguration:ReplicationConfiguration", "copy",
                """{ "sourceFileSystemId": "{id:shared}", "destination": { "region": "eu-central-1", "kmsKeyId": "{arn:eu-central-1-key}" } }"""),
        new ServiceGraph("""[{"name":"shared","kind":"files","sizeGb":36,"changeGbPerDay":1}]""")
            .Add("aws:efs/fileSystem:FileSystem", "shared", """{ "encrypted": true }""")
            .Add(
                "aws:efs/replicationConfiguration:ReplicationConfiguration", "copy",
                """{ "sourceFileSystemId": "{id:shared}", "destination": { "region": "eu-west-1" } }"""),
        "copy-is-in-another-region");

    public static ServiceStack Caches()
    {
        const string Cache = """[{"name":"sessions","kind":"cache","sizeGb":3.6,"changeGbPerDay":1}]""";
        const string Common =
            """
            "description": "sessions", "automaticFailoverEnabled": true, "multiAzEnabled": true, "numCacheClusters": 2, "snapshotRetentionLimit": 7,
            "snapshotWindow": "03:00-04:00", "nodeType": "cache.r7g.large"
            """;
        return new(
            "ElastiCache",
            new ServiceGraph(Cache).Keys()
                .Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions-primary", $$"""
                    { "replicationGroupId": "orders-sessions", {{Common}}, "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true,
                      "kmsKeyId": "{arn:eu-west-1-key}", "finalSnapshotIdentifier": "sessions-final" }
                    """)
                .Add(
                    "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup", "global",
                    """{ "globalReplicationGroupIdSuffix": "sessions", "primaryReplicationGroupId": "{id:sessions-primary}" }""")
                .Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions-standby", $$"""
                    { "replicationGroupId": "orders-sessions-standby", {{Common}}, "globalReplicationGroupId": "{id:global}",
                      "kmsKeyId": "{arn:eu-central-1-key}" }
                    """, S),
            new ServiceGraph(Cache)
                .Add(
                    "aws:elasticache/replicationGroup:ReplicationGroup", "sessions",
                    """{ "replicationGroupId": "orders-sessions", "description": "sessions", "numCacheClusters": 1 }""")
                .Add(
                    "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup", "global",
                    """{ "globalReplicationGroupIdSuffix": "sessions", "primaryReplicationGroupId": "{id:sessions}" }""")
                .Add("aws:kms/key:Key", "there", "{}", S),
            "cache-fails-over", "store-spans-zones", "automatic-backups-are-kept", "data-is-encrypted-at-rest", "global-database-spans-regions");
    }
}
