using System.Text.Json.Nodes;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>A queue in each Region that a topic in each Region feeds, with all that it takes, and changes of it.</summary>
internal static class FedQueues
{
    public const string Primary = "eu-west-1";
    public const string Standby = "eu-central-1";
    public const string Queue = "aws:sqs/queue:Queue";
    public const string Topic = "aws:sns/topic:Topic";
    public const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private const string Account = "123456789012";

    /// <summary>Sound, for an RTO of a day: messages are kept for two, and an alarm rings after ten minutes.</summary>
    public static TestGraph Sound() => Of(Primary, Standby);

    /// <summary>The same in other Regions, whose names stand in the names of everything.</summary>
    public static TestGraph Of(string primary, string standby, string? principal = null)
    {
        var graph = new TestGraph().Manifests(
            """
            [{ "name": "transfers", "kind": "queue", "sizeGb": 1, "changeGbPerDay": 1, "none": ["corruption", "account"], "deduplicateBy": "transferId" }]
            """);
        string[] regions = [primary, standby];
        foreach (var region in regions)
        {
            graph.Add("aws:kms/key:Key", $"key-{region}", $$"""
                    { "policy": { "Version": "2012-10-17", "Statement": [
                      { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::{{Account}}:root" }, "Action": "kms:*", "Resource": "*" },
                      { "Effect": "Allow", "Principal": { "Service": "{{principal ?? "sns.amazonaws.com"}}" }, "Action": ["kms:GenerateDataKey", "kms:Decrypt"],
                        "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": ["{{TopicArn(primary)}}", "{{TopicArn(standby)}}"] } } }] } }
                    """, region, $"key-id-{region}", $$"""{ "arn": "arn:aws:kms:{{region}}:{{Account}}:key/key-id-{{region}}" }""")
                .Add(Queue, $"dead-{region}", Kept("dead", region, []), region)
                .Add(Queue, $"undelivered-{region}", Kept("undelivered", region, [TopicArn(region)]), region)
                .Add(Queue, $"transfers-{region}", $$"""
                    { "name": "transfers-{{region}}", "messageRetentionSeconds": 172800, "visibilityTimeoutSeconds": 60, "kmsMasterKeyId": "{{KeyArn(region)}}",
                      "policy": {{Policy("transfers", region, [TopicArn(primary), TopicArn(standby)], principal)}}, "tags": { "dr:workload": "orders" },
                      "redrivePolicy": "{\"deadLetterTargetArn\":\"{{QueueArn("dead", region)}}\",\"maxReceiveCount\":5}" }
                    """, region)
                .Add(Topic, $"topic-{region}", $$"""
                    { "name": "topic-{{region}}", "kmsMasterKeyId": "{{KeyArn(region)}}", "tags": { "dr:workload": "orders" },
                      "policy": { "Statement": [{{OnlyTls("sns:Publish", TopicArn(region))}}] } }
                    """, region)
                .Add(Alarm, $"failed-{region}", Watching("NumberOfNotificationsFailed", "TopicName", $"topic-{region}", 0, "AWS/SNS", "Sum"), region)
                .Add(Alarm, $"dead-letters-{region}", Watching("ApproximateNumberOfMessagesVisible", "QueueName", $"dead-{region}", 0), region);
        }

        foreach (var (from, to) in regions.SelectMany(from => regions.Select(to => (from, to))))
        {
            graph.Add(Subscription, $"feed-{from}-{to}", $$"""
                { "topic": "{{TopicArn(from)}}", "protocol": "sqs", "endpoint": "{{QueueArn("transfers", to)}}", "rawMessageDelivery": true,
                  "redrivePolicy": "{\"deadLetterTargetArn\":\"{{QueueArn("undelivered", from)}}\"}" }
                """, from);
        }

        return graph.Add(Alarm, "age", Watching("ApproximateAgeOfOldestMessage", "QueueName", $"transfers-{primary}", 600), primary);
    }

    public static string QueueArn(string queue, string region) => $"arn:aws:sqs:{region}:{Account}:{queue}-{region}";

    public static string TopicArn(string region) => $"arn:aws:sns:{region}:{Account}:topic-{region}";

    public static string Watching(
        string metric, string dimension, string name, double threshold, string space = "AWS/SQS", string statistic = "Maximum") => $$"""
        { "name": "{{metric}}-{{name}}", "namespace": "{{space}}", "metricName": "{{metric}}", "dimensions": { "{{dimension}}": "{{name}}" },
          "statistic": "{{statistic}}", "period": 60, "evaluationPeriods": 1, "comparisonOperator": "GreaterThanThreshold", "threshold": {{threshold}},
          "treatMissingData": "notBreaching", "alarmActions": ["arn:aws:sns:eu-west-1:{{Account}}:alerts"], "tags": { "dr:workload": "orders" } }
        """;

    /// <summary>A statement that lets SNS send for topics; what admits nobody is left out.</summary>
    public static JsonArray Statements(string queueArn, string[] topics, string? principal = null) => JsonNode.Parse($$"""
        [{{(topics.Length == 0 ? "" : $$"""
            { "Effect": "Allow", "Principal": { "Service": "{{principal ?? "sns.amazonaws.com"}}" }, "Action": "sqs:SendMessage", "Resource": "{{queueArn}}",
              "Condition": { "ArnEquals": { "aws:SourceArn": [{{string.Join(", ", topics.Select(topic => $"\"{topic}\""))}}] } } },
            """)}}{{OnlyTls("sqs:*", queueArn)}}]
        """)!.AsArray();

    private static string KeyArn(string region) => $"arn:aws:kms:{region}:{Account}:key/key-id-{region}";

    private static string Kept(string name, string region, string[] topics) => $$"""
        { "name": "{{name}}-{{region}}", "messageRetentionSeconds": 1209600, "kmsMasterKeyId": "{{KeyArn(region)}}", "tags": { "dr:workload": "orders" },
          "policy": {{Policy(name, region, topics, null)}} }
        """;

    private static string Policy(string queue, string region, string[] topics, string? principal) =>
        $$"""{ "Statement": {{Statements(QueueArn(queue, region), topics, principal).ToJsonString()}} }""";

    private static string OnlyTls(string action, string arn) => $$"""
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "{{action}}", "Resource": "{{arn}}",
          "Condition": { "Bool": { "aws:SecureTransport": "false" } } }
        """;
}
