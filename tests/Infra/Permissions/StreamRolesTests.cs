using System.Text.Json;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Data;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Permissions;

public class StreamRolesTests
{
    private static readonly PlatformSettings Settings = Configurations.PrimarySettings(Streamed.Workloads);

    private static WorkloadSettings Events => Settings.Workloads[0];

    // Pods that serve run in both Regions: where one of them read, the replicator would copy no offsets of its group.
    [Fact]
    public void PodsThatServe_WriteToTheirTopicsAndReadNone()
    {
        var statements = PodRole.Of(Settings.Identity, Events, "eu-west-1").ToDictionary(statement => statement.Sid);

        Assert.Equal(
            [
                "arn:aws:kafka:eu-west-1:123456789012:topic/drinfra-main-events-feed-eu-west-1/*/orders",
                "arn:aws:kafka:eu-west-1:123456789012:topic/drinfra-main-events-feed-eu-west-1/*/page-views",
            ],
            statements["WriteToTopics"].Resource!);
        Assert.Equal(["arn:aws:ssm:eu-west-1:123456789012:parameter/dr/main/events/feed"], statements["ReadWhereTheBrokersAre"].Resource!);
        Assert.DoesNotContain(statements.Values, statement => statement.Action.Contains("kafka-cluster:ReadData"));
    }

    [Fact]
    public void Pipelines_ReadTheirTopicsInGroupsOfTheirWorkload()
    {
        var policy = JsonDocument.Parse(PipelineRole.Policy(Settings.Identity, Events, "eu-central-1")).RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!);

        Assert.Equal("kafka-cluster:ReadData", policy["ReadFromTopics"].GetProperty("Action")[0].GetString());
        Assert.Equal(
            "arn:aws:kafka:eu-central-1:123456789012:group/drinfra-main-events-feed-eu-central-1/*/events-*",
            policy["CommitOffsets"].GetProperty("Resource")[0].GetString());
    }

    [Fact]
    public void Replicator_ReadsThereAndWritesHere()
    {
        var text = ReplicatorRole.Policy(Settings.Identity, Events, Events.Streams.Single(), "eu-central-1");
        var policy = JsonDocument.Parse(text).RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement => statement.GetProperty("Resource")[0].GetString());

        Assert.Equal("arn:aws:kafka:eu-west-1:123456789012:topic/drinfra-main-events-feed-eu-west-1/*/*", policy["ReadTopics"]);
        Assert.Equal("arn:aws:kafka:eu-central-1:123456789012:topic/drinfra-main-events-feed-eu-central-1/*/*", policy["WriteTopics"]);
        Assert.Equal("arn:aws:kafka:eu-central-1:123456789012:group/drinfra-main-events-feed-eu-central-1/*/*", policy["WriteOffsets"]);
        Assert.DoesNotContain("DeleteTopic", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"*\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadWithoutStreams_HasNoPermissionOnBrokers()
    {
        var lake = Configurations.PrimarySettings();

        Assert.DoesNotContain("kafka", PipelineRole.Policy(lake.Identity, lake.Workloads[1], "eu-west-1"), StringComparison.Ordinal);
    }
}
