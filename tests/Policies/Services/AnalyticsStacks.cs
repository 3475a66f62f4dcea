namespace DrInfra.Tests.Policies.Services;

internal static class AnalyticsStacks
{
    private const string P = ServiceGraph.Primary;
    private const string S = ServiceGraph.Standby;

    public static ServiceStack Search()
    {
        const string Stores = """[{"name":"catalogue","kind":"search","sizeGb":36,"changeGbPerDay":1}]""";
        var sound = new ServiceGraph(Stores).Keys().Networks();
        foreach (var (region, name) in new[] { (P, "catalogue-primary"), (S, "catalogue-standby") })
        {
            sound.Add("aws:opensearch/domain:Domain", name, $$"""
                { "domainName": "{{name}}", "engineVersion": "OpenSearch_2.17",
                  "clusterConfig": { "instanceType": "r7g.large.search", "instanceCount": 3, "zoneAwarenessEnabled": true,
                    "zoneAwarenessConfig": { "availabilityZoneCount": 3 }, "multiAzWithStandbyEnabled": true,
                    "dedicatedMasterEnabled": true, "dedicatedMasterCount": 3, "dedicatedMasterType": "m7g.large.search" },
                  "ebsOptions": { "ebsEnabled": true, "volumeSize": 100 },
                  "encryptAtRest": { "enabled": true, "kmsKeyId": "{arn:{{region}}-key}" }, "nodeToNodeEncryption": { "enabled": true },
                  "domainEndpointOptions": { "enforceHttps": true },
                  "vpcOptions": { "subnetIds": ["{id:{{region}}-a}", "{id:{{region}}-b}", "{id:{{region}}-c}"] },
                  "logPublishingOptions": [{ "logType": "ES_APPLICATION_LOGS",
                      "cloudwatchLogGroupArn": "arn:aws:logs:{{region}}:123456789012:log-group:{{name}}" }] }
                """, region);
        }

        sound.Add("aws:opensearch/outboundConnection:OutboundConnection", "follow", """
            { "connectionAlias": "primary", "acceptConnection": true,
              "localDomainInfo": { "ownerId": "123456789012", "region": "eu-central-1", "domainName": "{catalogue-standby:domainName}" },
              "remoteDomainInfo": { "ownerId": "123456789012", "region": "eu-west-1", "domainName": "{catalogue-primary:domainName}" } }
            """, S);
        return new(
            "OpenSearch",
            sound,
            new ServiceGraph(Stores)
                .Add("aws:opensearch/domain:Domain", "catalogue", """{ "domainName": "catalogue", "clusterConfig": { "instanceCount": 2 } }""")
                .Add(
                    "aws:opensearch/domain:Domain", "catalogue-standby", """{ "domainName": "catalogue-standby", "clusterConfig": { "instanceCount": 1 } }""",
                    S),
            "search-domain-has-three-data-nodes", "store-spans-zones", "search-domain-has-dedicated-masters", "data-is-encrypted-at-rest",
            "cross-cluster-replication-has-a-connection");
    }

    public static ServiceStack Warehouse()
    {
        const string Stores = """[{"name":"marts","kind":"warehouse","sizeGb":36,"changeGbPerDay":1}]""";
        const string Common = """ "clusterIdentifier": "orders-marts", "nodeType": "ra3.large", "numberOfNodes": 2, "databaseName": "marts" """;
        return new(
            "Redshift",
            new ServiceGraph(Stores).Keys()
                .Add("aws:redshift/cluster:Cluster", "marts", $$"""
                    { {{Common}}, "multiAz": true, "encrypted": "true", "kmsKeyId": "{arn:eu-west-1-key}", "automatedSnapshotRetentionPeriod": 14,
                      "skipFinalSnapshot": false, "finalSnapshotIdentifier": "marts-final",
                      "publiclyAccessible": false, "enhancedVpcRouting": true, "preferredMaintenanceWindow": "sun:03:00-sun:04:00",
                      "manageMasterPassword": true, "masterUsername": "admin" }
                    """)
                .Add(
                    "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant", "grant",
                    """{ "snapshotCopyGrantName": "orders-marts", "kmsKeyId": "{arn:eu-central-1-key}" }""", S)
                .Add(
                    "aws:redshift/snapshotCopy:SnapshotCopy", "copies",
                    """
                    { "clusterIdentifier": "{id:marts}", "destinationRegion": "eu-central-1", "retentionPeriod": 14,
                      "snapshotCopyGrantName": "{grant:snapshotCopyGrantName}" }
                    """)
                .Add("aws:redshift/snapshotSchedule:SnapshotSchedule", "often", """{ "identifier": "orders-marts", "definitions": ["rate(4 hours)"] }""")
                .Add(
                    "aws:redshift/snapshotScheduleAssociation:SnapshotScheduleAssociation", "use",
                    """{ "clusterIdentifier": "{id:marts}", "scheduleIdentifier": "{id:often}" }"""),
            new ServiceGraph(Stores)
                .Add("aws:redshift/cluster:Cluster", "marts", $$"""{ {{Common}}, "automatedSnapshotRetentionPeriod": 0, "skipFinalSnapshot": true }""")
                .Add("aws:redshift/snapshotCopy:SnapshotCopy", "copies", """{ "clusterIdentifier": "{id:marts}", "destinationRegion": "eu-west-1" }"""),
            "automatic-backups-are-kept", "store-spans-zones", "data-is-encrypted-at-rest", "deletion-takes-a-final-snapshot", "warehouse-copies-snapshots");
    }

    public static ServiceStack Kafka()
    {
        const string Stores = """[{"name":"events","kind":"stream","sizeGb":36,"changeGbPerDay":1}]""";
        return new(
            "MSK",
            KafkaPair(Stores),
            new ServiceGraph(Stores).Networks()
                .Add(
                    "aws:msk/configuration:Configuration", "settings",
                    """{ "name": "events", "serverProperties": "default.replication.factor=1\nmin.insync.replicas=1\n" }""")
                .Add("aws:msk/cluster:Cluster", "events", """
                    { "clusterName": "events", "kafkaVersion": "3.7.x", "numberOfBrokerNodes": 2,
                      "brokerNodeGroupInfo": { "instanceType": "kafka.t3.small", "clientSubnets": ["{id:eu-west-1-a}"] },
                      "configurationInfo": { "arn": "{arn:settings}", "revision": 1 },
                      "encryptionInfo": { "encryptionInTransit": { "clientBroker": "PLAINTEXT" } } }
                    """)
                .Add("aws:msk/cluster:Cluster", "events-standby", """
                    { "clusterName": "events-standby", "kafkaVersion": "3.7.x", "numberOfBrokerNodes": 2,
                      "brokerNodeGroupInfo": { "instanceType": "kafka.m7g.large", "clientSubnets": ["{id:eu-central-1-a}"] } }
                    """, S)
                .Add("aws:msk/replicator:Replicator", "copy", """
                    { "replicatorName": "events", "serviceExecutionRoleArn": "arn:aws:iam::123456789012:role/replicator", "kafkaClusters": [],
                      "replicationInfoList": { "sourceKafkaClusterArn": "{arn:events}", "targetKafkaClusterArn": "{arn:events-standby}",
                        "targetCompressionType": "NONE",
                        "topicReplications": [{ "topicsToReplicates": ["billing.*"] }], "consumerGroupReplications": [] } }
                    """, S),
            "kafka-spans-zones", "kafka-keeps-copies", "data-is-encrypted-in-transit", "replicator-copies-everything", "replicator-reaches-its-clusters",
            "replicator-copies-offsets", "replicator-keeps-topic-names", "kafka-clients-authenticate", "kafka-storage-grows");
    }

    /// <summary>A cluster in each Region, and a replicator in each towards its own cluster.</summary>
    public static ServiceGraph KafkaPair(string stores)
    {
        const string Properties = "default.replication.factor=3\\nmin.insync.replicas=2\\nunclean.leader.election.enable=false\\nlog.retention.hours=168\\n";
        var sound = new ServiceGraph(stores).Keys().Networks()
            .Add("aws:iam/role:Role", "replicator", """
                { "name": "replicator",
                  "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "kafka.amazonaws.com" }, "Action": "sts:AssumeRole" }] },
                  "managedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AWSMSKReplicatorExecutionRole"] }
                """);
        foreach (var (region, name) in new[] { (P, "events-primary"), (S, "events-standby") })
        {
            sound.Add(
                "aws:msk/configuration:Configuration", $"{name}-settings",
                $$"""{ "name": "{{name}}", "kafkaVersions": ["3.7.x"], "serverProperties": "{{Properties}}" }""", region)
                .Add("aws:msk/cluster:Cluster", name, $$"""
                    { "clusterName": "{{name}}", "kafkaVersion": "3.7.x", "numberOfBrokerNodes": 3, "enhancedMonitoring": "PER_BROKER",
                      "brokerNodeGroupInfo": { "instanceType": "kafka.m7g.large",
                        "clientSubnets": ["{id:{{region}}-a}", "{id:{{region}}-b}", "{id:{{region}}-c}"],
                        "connectivityInfo": { "vpcConnectivity": { "clientAuthentication": { "sasl": { "iam": true } } } },
                        "storageInfo": { "ebsStorageInfo": { "volumeSize": 100 } } },
                      "clientAuthentication": { "sasl": { "iam": true } },
                      "configurationInfo": { "arn": "{arn:{{name}}-settings}", "revision": 1 },
                      "encryptionInfo": { "encryptionAtRestKmsKeyArn": "{arn:{{region}}-key}",
                        "encryptionInTransit": { "clientBroker": "TLS", "inCluster": true } },
                      "loggingInfo": { "brokerLogs": { "cloudwatchLogs": { "enabled": true, "logGroup": "{{name}}" } } } }
                    """, region)
                .Add("aws:msk/clusterPolicy:ClusterPolicy", $"{name}-policy", $$"""
                    { "clusterArn": "{arn:{{name}}}",
                      "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "kafka.amazonaws.com" }, "Resource": "*",
                        "Action": ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"] }] } }
                    """, region)
                .Add("aws:appautoscaling/target:Target", $"{name}-storage", $$"""
                    { "serviceNamespace": "kafka", "scalableDimension": "kafka:broker-storage:VolumeSize", "resourceId": "{arn:{{name}}}",
                      "minCapacity": 1, "maxCapacity": 1000 }
                    """, region)
                .Add("aws:appautoscaling/policy:Policy", $"{name}-growth", $$"""
                    { "serviceNamespace": "kafka", "scalableDimension": "kafka:broker-storage:VolumeSize", "resourceId": "{arn:{{name}}}",
                      "policyType": "TargetTrackingScaling", "targetTrackingScalingPolicyConfiguration": { "targetValue": 60,
                        "predefinedMetricSpecification": { "predefinedMetricType": "KafkaBrokerStorageUtilization" } } }
                    """, region);
        }

        foreach (var (region, source, target) in new[] { (S, "events-primary", "events-standby"), (P, "events-standby", "events-primary") })
        {
            var from = region == S ? P : S;
            sound.Add("aws:msk/replicator:Replicator", $"{target}-copy", $$"""
                { "replicatorName": "{{target}}-copy", "serviceExecutionRoleArn": "{arn:replicator}",
                  "kafkaClusters": [{ "amazonMskCluster": { "mskClusterArn": "{arn:{{source}}}" },
                      "vpcConfig": { "subnetIds": ["{id:{{from}}-a}", "{id:{{from}}-b}"] } },
                    { "amazonMskCluster": { "mskClusterArn": "{arn:{{target}}}" },
                      "vpcConfig": { "subnetIds": ["{id:{{region}}-a}", "{id:{{region}}-b}"] } }],
                  "replicationInfoList": { "sourceKafkaClusterArn": "{arn:{{source}}}", "targetKafkaClusterArn": "{arn:{{target}}}",
                    "targetCompressionType": "NONE",
                    "topicReplications": [{ "topicsToReplicates": [".*"], "topicNameConfiguration": { "type": "IDENTICAL" },
                        "startingPosition": { "type": "EARLIEST" }, "detectAndCopyNewTopics": true, "copyTopicConfigurations": true,
                        "copyAccessControlListsForTopics": true }],
                    "consumerGroupReplications": [{ "consumerGroupsToReplicates": [".*"], "detectAndCopyNewConsumerGroups": true,
                        "synchroniseConsumerGroupOffsets": true, "consumerGroupOffsetSyncMode": "ENHANCED" }] } }
                """, region)
                .Add("aws:cloudwatch/metricAlarm:MetricAlarm", $"{target}-lag", $$"""
                    { "name": "{{target}}-lag", "namespace": "AWS/Kafka", "metricName": "ReplicationLatency",
                      "dimensions": { "ReplicatorName": "{{{target}}-copy:replicatorName}" }, "statistic": "Maximum", "period": 60, "evaluationPeriods": 2,
                      "comparisonOperator": "GreaterThanThreshold", "threshold": 60000, "treatMissingData": "breaching",
                      "alarmActions": ["arn:aws:sns:{{region}}:123456789012:alerts"] }
                    """, region);
        }

        return sound;
    }

    public static ServiceStack Streams()
    {
        const string Stores = """[{"name":"clicks","kind":"stream","sizeGb":36,"changeGbPerDay":1}]""";
        var sound = new ServiceGraph(Stores).Keys();
        foreach (var (region, name) in new[] { (P, "clicks-primary"), (S, "clicks-standby") })
        {
            sound.Add("aws:kinesis/stream:Stream", name, $$"""
                { "name": "orders-clicks", "retentionPeriod": 168, "encryptionType": "KMS", "kmsKeyId": "{arn:{{region}}-key}",
                  "streamModeDetails": { "streamMode": "ON_DEMAND" } }
                """, region);
        }

        sound.Add("aws:cloudwatch/metricAlarm:MetricAlarm", "age", """
            { "name": "clicks-age", "namespace": "AWS/Kinesis", "metricName": "GetRecords.IteratorAgeMilliseconds",
              "dimensions": { "StreamName": "{clicks-primary:name}" }, "statistic": "Maximum", "period": 60, "evaluationPeriods": 2,
              "comparisonOperator": "GreaterThanThreshold", "threshold": 300000, "treatMissingData": "breaching",
              "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"] }
            """);
        return new(
            "Kinesis",
            sound,
            new ServiceGraph(Stores).Add("aws:kinesis/stream:Stream", "clicks", """{ "name": "orders-clicks" }"""),
            "stream-retention-is-long", "data-is-encrypted-at-rest", "queue-or-stream-stands-in-both-regions");
    }

    public static ServiceStack Queues()
    {
        const string Stores = """[{"name":"work","kind":"queue"}]""";
        var sound = new ServiceGraph(Stores).Keys();
        foreach (var (region, suffix) in new[] { (P, "-primary"), (S, "-standby") })
        {
            sound.Add(
                "aws:sqs/queue:Queue", $"dead{suffix}",
                $$"""
                { "name": "orders-dead", "messageRetentionSeconds": 1209600, "kmsMasterKeyId": "{id:{{region}}-key}", "policy": {{OnlyTls}} }
                """, region)
                .Add("aws:sqs/queue:Queue", $"work{suffix}", $$"""
                    { "name": "orders-work", "messageRetentionSeconds": 604800, "visibilityTimeoutSeconds": 60, "kmsMasterKeyId": "{id:{{region}}-key}",
                      "policy": {{OnlyTls}},
                      "redrivePolicy": "{\"deadLetterTargetArn\":\"{arn:dead{{suffix}}}\",\"maxReceiveCount\":5}" }
                    """, region)
                .Add(
                    "aws:cloudwatch/metricAlarm:MetricAlarm", $"age-dead{suffix}",
                    Alarm("ApproximateNumberOfMessagesVisible", "QueueName", $"dead{suffix}", 0), region);
        }

        sound.Add("aws:cloudwatch/metricAlarm:MetricAlarm", "age-work", Alarm("ApproximateAgeOfOldestMessage", "QueueName", "work-primary", 300));
        return new(
            "SQS",
            sound,
            new ServiceGraph(Stores)
                .Add("aws:sqs/queue:Queue", "work", """{ "name": "orders-work", "messageRetentionSeconds": 3600, "sqsManagedSseEnabled": false }"""),
            "dead-letter-queue-is-set", "queue-retention-is-long", "data-is-encrypted-at-rest", "queue-or-stream-stands-in-both-regions",
            "queue-requires-tls");
    }

    public static ServiceStack Topics()
    {
        const string Stores = """
            [{"name":"work","kind":"queue","sizeGb":1,"changeGbPerDay":1,"deduplicateBy":"orderId"}]
            """;
        const string Topic = "aws:sns/topic:Topic";
        const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
        var sound = new ServiceGraph(Stores);
        foreach (var region in new[] { P, S })
        {
            sound.Add(Topic, $"topic-{region}", $$"""{ "name": "topic-{{region}}-1a2b3c", "policy": {{OnlyTls}} }""", region);
        }

        foreach (var region in new[] { P, S })
        {
            // Its own ARN is made of its name, so that a first preview shows the policy whole.
            var admitted = $$"""
                { "Statement": [{{Denial}}, { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*",
                  "Condition": { "ArnEquals": { "aws:SourceArn": ["arn:aws:sns:{{P}}:123456789012:topic-{{P}}-1a2b3c",
                    "arn:aws:sns:{{S}}:123456789012:topic-{{S}}-1a2b3c"] } } }] }
                """;
            sound.Add("aws:sqs/queue:Queue", $"dead-{region}", $$"""
                    { "name": "orders-dead", "messageRetentionSeconds": 1209600, "sqsManagedSseEnabled": true, "policy": {{admitted}} }
                    """, region)
                .Add("aws:sqs/queue:Queue", $"work-{region}", $$"""
                    { "name": "orders-work", "messageRetentionSeconds": 172800, "visibilityTimeoutSeconds": 60, "sqsManagedSseEnabled": true,
                      "policy": {{admitted}}, "redrivePolicy": "{\"deadLetterTargetArn\":\"{arn:dead-{{region}}}\",\"maxReceiveCount\":5}" }
                    """, region)
                .Add("aws:cloudwatch/metricAlarm:MetricAlarm", $"dead-alarm-{region}",
                    Alarm("ApproximateNumberOfMessagesVisible", "QueueName", $"dead-{region}", 0), region);
        }

        foreach (var (from, to) in new[] { (P, P), (P, S), (S, P), (S, S) })
        {
            sound.Add(Subscription, $"feed-{from}-{to}", $$"""
                { "topic": "{arn:topic-{{from}}}", "protocol": "sqs", "endpoint": "{arn:work-{{to}}}", "rawMessageDelivery": true,
                  "redrivePolicy": "{\"deadLetterTargetArn\":\"{arn:dead-{{from}}}\"}" }
                """, from);
        }

        sound.Add("aws:cloudwatch/metricAlarm:MetricAlarm", "age-work", Alarm("ApproximateAgeOfOldestMessage", "QueueName", $"work-{P}", 300));
        return new(
            "SNS",
            sound,
            new ServiceGraph("""[{"name":"work","kind":"queue","sizeGb":1,"changeGbPerDay":1}]""")
                .Add(Topic, "topic", """{ "name": "orders" }""")
                .Add("aws:sqs/queue:Queue", $"work-{P}", """{ "name": "orders-work", "sqsManagedSseEnabled": true }""")
                .Add("aws:sqs/queue:Queue", $"work-{S}", """{ "name": "orders-work", "sqsManagedSseEnabled": true }""", S)
                .Add(Subscription, "here", $$"""{ "topic": "{arn:topic}", "protocol": "sqs", "endpoint": "{arn:work-{{P}}}", "rawMessageDelivery": true }""")
                .Add(Subscription, "there", $$"""{ "topic": "{arn:topic}", "protocol": "sqs", "endpoint": "{arn:work-{{S}}}" }"""),
            "queue-feed-delivers", "queue-feed-keeps-what-it-cannot-deliver", "queue-feeds-are-alike", "topic-feeds-both-regions",
            "passive-queue-retention-fits", "fed-queue-consumers-deduplicate", "dead-letter-queue-is-set");
    }

    private const string Denial = """
        { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }
        """;

    private const string OnlyTls = $$"""{ "Statement": [{{Denial}}] }""";

    private static string Alarm(string metric, string dimension, string of, double threshold) => $$"""
        { "name": "{{metric}}-{{of}}", "namespace": "AWS/SQS", "metricName": "{{metric}}", "dimensions": { "{{dimension}}": "{{{of}}:name}" },
          "statistic": "Maximum", "period": 60, "evaluationPeriods": 2, "comparisonOperator": "GreaterThanThreshold", "threshold": {{threshold}},
          "treatMissingData": "notBreaching", "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"] }
        """;
}
