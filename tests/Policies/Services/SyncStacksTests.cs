using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// Copies by DataSync and AWS DMS, and what AWS Elastic Disaster Recovery says, as public examples declare them: re-created small, with the verdict
/// that is right for each.
/// </summary>
public class SyncStacksTests
{
    private const string P = ServiceGraph.Primary;
    private const string S = ServiceGraph.Standby;
    private const string Bucket = """[{"name":"media","kind":"bucket","sizeGb":36,"changeGbPerDay":1}]""";
    private const string Files = """[{"name":"shares","kind":"files","sizeGb":36,"changeGbPerDay":1}]""";
    private const string Database = """[{"name":"orders","kind":"database","sizeGb":36,"changeGbPerDay":1}]""";

    // As in aws-ia/terraform-aws-datasync, examples/s3-to-s3: two buckets, a role each, a task with a schedule.
    [Fact]
    public void BucketToBucket_OnASchedule_IsACopyInTheOtherRegion()
    {
        var graph = Buckets().Add("aws:datasync/task:Task", "copy", Task(""" "schedule": { "scheduleExpression": "cron(0 3 * * ? *)" } """));

        var store = Assert.Single(Stores(graph));
        Assert.Equal(2, store.Members.Count);
        Assert.Equal("", Copy(store, "copy by DataSync").Lost.GetValueOrDefault(Disruption.Region)?.Text ?? "");
        var copy = Copy(store, "copy by DataSync");
        Assert.Equal(86400 + 900, copy.Uses[Disruption.Region].Staleness.Figure.Worst);
        Assert.Equal("the account can delete the copy", copy.Lost[Disruption.Account].Text);
        Assert.Equal("the next run copies the corrupt data", copy.Lost[Disruption.Corruption].Text);
        Assert.DoesNotContain(Lines(graph), line => line.StartsWith("datasync-task-copies", StringComparison.Ordinal));
    }

    // As most examples have it: "starting an execution is performed outside of this resource" (hashicorp/aws, aws_datasync_task).
    [Theory]
    [InlineData("", "no schedule starts the task")]
    [InlineData(""" "schedule": { "scheduleExpression": "rate(15 minutes)" } """, "the schedule rate(15 minutes) starts the task more than once an hour")]
    [InlineData(""" "schedule": { "scheduleExpression": "whenever" } """, "the schedule whenever is not valid")]
    [InlineData(
        """ "schedule": { "scheduleExpression": "rate(1 day)" }, "excludes": { "filterType": "SIMPLE_PATTERN", "value": "/folder1|/folder2" } """,
        "only part of the source is copied: excludes.value is /folder1|/folder2")]
    [InlineData(
        """ "schedule": { "scheduleExpression": "rate(1 day)" }, "options": { "overwriteMode": "NEVER" } """,
        "overwriteMode is NEVER: changed objects are not copied again")]
    public void BucketToBucket_ThatDoesNotCopy_IsNoCopy(string rest, string why)
    {
        var graph = Buckets().Add("aws:datasync/task:Task", "copy", Task(rest));

        Assert.StartsWith(why, Copy(Assert.Single(Stores(graph)), "copy by DataSync").Lost[Disruption.Region].Text, StringComparison.Ordinal);
        Assert.Contains(
            Lines(graph).Concat(UnknownLines(graph)),
            line => line.StartsWith(
                rest.Length == 0 ? "datasync-task-copies-everything copy schedule" : $"datasync-task-copies-everything copy: {why}", StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownSchedule_IsUnknown()
    {
        var graph = Buckets().Add("aws:datasync/task:Task", "copy", Task(""" "schedule": { "scheduleExpression": "?" } """));

        Assert.True(Copy(Assert.Single(Stores(graph)), "copy by DataSync").Uses[Disruption.Region].Staleness.Figure.IsUnknown);
        Assert.Contains("datasync-task-copies-everything copy schedule.scheduleExpression", UnknownLines(graph));
    }

    // As in aws-samples of cross-Region EFS with DataSync: a file system and a location in each Region, the task hourly.
    [Theory]
    [InlineData("rate(1 hour)", 3600 + 900)]
    [InlineData("rate(10 hours)", 36000 + 900)]
    public void FileSystemToFileSystem_IsACopyAsOldAsItsScheduleAndARun(string every, double age)
    {
        var graph = new ServiceGraph(Files).Keys()
            .Add("aws:efs/fileSystem:FileSystem", "shares-primary", """{ "encrypted": true, "kmsKeyId": "{arn:eu-west-1-key}" }""")
            .Add("aws:efs/fileSystem:FileSystem", "shares-standby", """{ "encrypted": true, "kmsKeyId": "{arn:eu-central-1-key}" }""", S)
            .Add("aws:datasync/efsLocation:EfsLocation", "from", """{ "efsFileSystemArn": "{arn:shares-primary}", "inTransitEncryption": "TLS1_2" }""")
            .Add("aws:datasync/efsLocation:EfsLocation", "to", """{ "efsFileSystemArn": "{arn:shares-standby}", "inTransitEncryption": "TLS1_2" }""", S)
            .Add("aws:datasync/task:Task", "copy", $$"""
                { "sourceLocationArn": "{arn:from}", "destinationLocationArn": "{arn:to}", "schedule": { "scheduleExpression": "{{every}}" } }
                """);

        var store = Assert.Single(Stores(graph));
        Assert.Equal("shares", store.Label);
        Assert.Equal(age, Copy(store, "copy by DataSync").Uses[Disruption.Region].Staleness.Figure.Worst);
        Assert.Equal(S, Copy(store, "copy by DataSync").Region);
    }

    // A run that takes longer than the interval makes the next one wait: a quarter of an hour is assumed here.
    [Fact]
    public void EachFillsTheOther_BothAreStores()
    {
        var graph = Buckets()
            .Add("aws:datasync/task:Task", "there", Task(""" "schedule": { "scheduleExpression": "rate(1 day)" } """))
            .Add(
                "aws:datasync/task:Task", "back",
                """{ "sourceLocationArn": "{arn:to}", "destinationLocationArn": "{arn:from}", "schedule": { "scheduleExpression": "rate(1 day)" } }""");

        Assert.Equal(2, Stores(graph).Count);
    }

    // As aws-ia/terraform-aws-datasync and others declare a store of another cloud, in Enhanced mode and without agents.
    [Theory]
    [InlineData("\"taskMode\": \"ENHANCED\",", "\"serverHostname\": \"storage.googleapis.com\"", null)]
    [InlineData("", "\"serverHostname\": \"storage.googleapis.com\"", "to has no agent, and taskMode is BASIC")]
    [InlineData("", "\"serverHostname\": \"minio.example.org\", \"agentArns\": [\"arn:aws:datasync:eu-west-1:123456789012:agent/agent-1\"]", null)]
    [InlineData("\"taskMode\": \"?\",", "\"serverHostname\": \"minio.example.org\"", "?")]
    public void ObjectStoreOutside_NeedsAnAgentOrEnhancedMode(string mode, string server, string? why)
    {
        var graph = Buckets(outside: $$"""{ "bucketName": "vault", {{server}} }""").Add("aws:datasync/task:Task", "copy", $$"""
            { "sourceLocationArn": "{arn:from}", "destinationLocationArn": "{arn:to}", {{mode}} "schedule": { "scheduleExpression": "rate(1 day)" } }
            """);

        var copy = Copy(Stores(graph).Single(store => store.Label == "media"), "copy outside AWS");
        Assert.Equal(why is null ? null : why == "?" ? "unknown" : why, why switch
        {
            null => copy.Uses[Disruption.Region].Staleness.Figure.IsUnknown ? "unknown" : null,
            "?" => copy.Uses[Disruption.Region].Staleness.Figure.IsUnknown ? "unknown" : null,
            _ => copy.Lost[Disruption.Region].Text[..why.Length],
        });
    }

    // Nothing in the graph says what the credentials may do there.
    [Fact]
    public void ObjectStoreOutside_AccountIsUnknown()
    {
        var graph = Buckets(outside: """{ "bucketName": "vault", "serverHostname": "storage.googleapis.com" }""").Add("aws:datasync/task:Task", "copy", """
            { "sourceLocationArn": "{arn:from}", "destinationLocationArn": "{arn:to}", "taskMode": "ENHANCED",
              "schedule": { "scheduleExpression": "rate(1 day)" } }
            """);

        Assert.True(Copy(Stores(graph).Single(store => store.Label == "media"), "copy outside AWS").Uses[Disruption.Account].Staleness.Figure.IsUnknown);
    }

    // As in public examples of a Lambda after a transfer: the event has no status, and no taskArn.
    [Theory]
    [InlineData("status", "DataSync Task Execution State Change has no detail.status, only detail.State")]
    [InlineData("State", null)]
    public void EventRule_AsksForTheFieldThatTheEventHas(string field, string? why)
    {
        var graph = Buckets().Add("aws:cloudwatch/eventRule:EventRule", "done", $$"""
            { "eventPattern":
              "{\"source\":[\"aws.datasync\"],\"detail-type\":[\"DataSync Task Execution State Change\"],\"detail\": { \"{{field}}\": [\"SUCCESS\"] } }" }
            """);

        var found = Lines(graph).Where(line => line.StartsWith("event-pattern-has-an-event", StringComparison.Ordinal)).ToArray();
        Assert.Equal(why is null ? [] : [$"event-pattern-has-an-event done: {why}"], found);
    }

    // As in hashicorp/aws's example of aws_dms_replication_task: full-load alone, and started by somebody.
    [Theory]
    [InlineData("full-load", true, "migrationType is full-load: it copies once, and nothing that changes afterwards")]
    [InlineData("full-load-and-cdc", false, "?")]
    [InlineData("full-load-and-cdc", true, null)]
    [InlineData("cdc", true, null)]
    public void DatabaseByDms_IsACopyWhereItFollows(string type, bool starts, string? why)
    {
        var graph = Dms($$"""
            { "replicationTaskId": "orders", "migrationType": "{{type}}", "startReplicationTask": {{(starts ? "true" : "false")}}, "tableMappings": "{}",
              "replicationInstanceArn": "{arn:runner}", "sourceEndpointArn": "{arn:from}", "targetEndpointArn": "{arn:to}" }
            """);

        var copy = Stores(graph).Single(store => store.Home == P).Copies.Single(copy => copy.Kind == "replica");
        switch (why)
        {
            case null:
                Assert.Equal(900, copy.Uses[Disruption.Region].Staleness.Figure.Worst);
                Assert.Equal(S, copy.Region);
                break;
            case "?":
                Assert.Equal("whether it runs, people decide", copy.Lost.GetValueOrDefault(Disruption.Region)?.Text.Split(": ")[^1]
                    ?? copy.Uses[Disruption.Region].Staleness.Sources[^1].Reference.Split(": ")[^1]);
                break;
            default:
                Assert.Equal(why, copy.Lost[Disruption.Region].Text);
                break;
        }
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public void ReplicationInstance_InOneZone_IsFound(string zones, int found) => Assert.Equal(found, Lines(Dms("""
        { "replicationTaskId": "orders", "migrationType": "cdc", "startReplicationTask": true, "tableMappings": "{}",
          "replicationInstanceArn": "{arn:runner}", "sourceEndpointArn": "{arn:from}", "targetEndpointArn": "{arn:to}" }
        """, zones)).Count(line => line.StartsWith("dms-replication-spans-zones", StringComparison.Ordinal)));

    [Fact]
    public void TasksOfUnknownSources_AndServersByAgents_AreSaidToBeInNoFigure()
    {
        var graph = new ServiceGraph(Bucket)
            .Add("aws:datasync/nfsLocation:NfsLocation", "from", """{ "serverHostname": "nas.example.org", "subdirectory": "/" }""")
            .Add(
                "aws:datasync/task:Task", "copy",
                """{ "sourceLocationArn": "{arn:from}", "destinationLocationArn": "arn:aws:datasync:eu-west-1:1:location/loc-1" }""")
            .Add("aws:dms/replicationTask:ReplicationTask", "load", """
                { "replicationTaskId": "load", "migrationType": "cdc", "sourceEndpointArn": "arn:aws:dms:eu-west-1:1:endpoint:A", "tableMappings": "{}" }
                """)
            .Add("aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate", "servers", """{ "ebsEncryption": "DEFAULT" }""");

        var unread = UnreadTypes.Of(Estate.Of([graph.Build()], AwsNames.Instance)).ToDictionary(one => one.Type.Split(':')[^1], one => one.Why);

        Assert.EndsWith("what it copies is in no figure", unread["Task"], StringComparison.Ordinal);
        Assert.EndsWith("what it copies is in no figure", unread["ReplicationTask"], StringComparison.Ordinal);
        Assert.Contains("which servers have its agent", unread["ReplicationConfigurationTemplate"], StringComparison.Ordinal);
    }

    private static ServiceGraph Buckets(string? outside = null)
    {
        var graph = new ServiceGraph(Bucket).Add("aws:s3/bucket:Bucket", "media-primary", """{ "bucket": "orders-media-primary" }""");
        foreach (var (name, bucket, actions) in new[]
        {
            ("from", "primary", """["s3:GetObject"]"""), ("to", "standby", """["s3:GetObject", "s3:PutObject"]"""),
        }.Where(end => outside is null || end.Item1 == "from"))
        {
            if (name == "to")
            {
                graph.Add("aws:s3/bucket:Bucket", "media-standby", """{ "bucket": "orders-media-standby" }""", S);
            }

            graph.Add("aws:iam/role:Role", $"{name}-role", $$"""
                { "name": "{{name}}-role", "assumeRolePolicy": { "Statement":
                    [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "datasync.amazonaws.com" } }] } }
                """)
                .Add("aws:iam/rolePolicy:RolePolicy", $"{name}-policy", $$"""
                    { "role": "{id:{{name}}-role}", "policy": { "Statement": [
                        { "Effect": "Allow", "Action": ["s3:GetBucketLocation", "s3:ListBucket"], "Resource": "{arn:media-{{bucket}}}" },
                        { "Effect": "Allow", "Action": {{actions}}, "Resource": "{arn:media-{{bucket}}}/*" }] } }
                    """)
                .Add("aws:datasync/s3Location:S3Location", name, $$"""
                    { "s3BucketArn": "{arn:media-{{bucket}}}", "subdirectory": "/", "s3Config": { "bucketAccessRoleArn": "{arn:{{name}}-role}" } }
                    """);
        }

        return outside is null ? graph : graph.Add("aws:datasync/locationObjectStorage:LocationObjectStorage", "to", outside);
    }

    private static string Task(string rest) =>
        $$"""{ "sourceLocationArn": "{arn:from}", "destinationLocationArn": "{arn:to}"{{(rest.Length == 0 ? "" : "," + rest)}} }""";

    private static ServiceGraph Dms(string task, string zones = "true")
    {
        var graph = new ServiceGraph(Database)
            .Add("aws:rds/instance:Instance", "orders-primary", """{ "identifier": "orders-primary", "engine": "postgres", "address": "p.example" }""")
            .Add("aws:rds/instance:Instance", "orders-standby", """{ "identifier": "orders-standby", "engine": "postgres", "address": "s.example" }""", S)
            .Add("aws:dms/replicationInstance:ReplicationInstance", "runner", $$"""{ "replicationInstanceId": "runner", "multiAz": {{zones}} }""", S)
            .Add("aws:dms/endpoint:Endpoint", "from", """{ "endpointType": "source", "engineName": "postgres", "serverName": "{orders-primary:address}" }""", S)
            .Add("aws:dms/endpoint:Endpoint", "to", """{ "endpointType": "target", "engineName": "postgres", "serverName": "{orders-standby:address}" }""", S);
        return graph.Add("aws:dms/replicationTask:ReplicationTask", "follow", task, S);
    }

    private static CheckReport Check(ServiceGraph graph) =>
        StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), ServiceAssumptions.All, TestGraph.Today);

    private static List<Store> Stores(ServiceGraph graph) => [.. Check(graph).Assessments.SelectMany(assessment => assessment.Stores)];

    private static Copy Copy(Store store, string kind) => store.Copies.Single(copy => copy.Kind == kind);

    private static string[] Lines(ServiceGraph graph) =>
        [.. Check(graph).Violations.Select(violation => $"{violation.Rule.Id} {violation.Urn.Split("::")[^1]}: {violation.Message}")];

    private static string[] UnknownLines(ServiceGraph graph) =>
        [.. Check(graph).Unknown.Select(unknown => $"{unknown.Rule.Id} {unknown.Urn.Split("::")[^1]} {unknown.Property}")];
}
