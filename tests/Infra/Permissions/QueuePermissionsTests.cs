using DrInfra.Infra.Permissions;
using DrInfra.Tests.Infra.Messaging;

namespace DrInfra.Tests.Infra.Permissions;

public class QueuePermissionsTests
{
    [Fact]
    public void Pods_ReceiveFromTheirQueueAndPublishToTheirTopic()
    {
        var statements = PodStatements(Queued.Both);

        Assert.Equal(["arn:aws:sqs:eu-central-1:123456789012:drinfra-main-orders-transfers-eu-central-1"], statements["ReceiveMessages"].Resource!);
        Assert.Equal(["arn:aws:sns:eu-central-1:123456789012:drinfra-main-orders-transfers-eu-central-1"], statements["PublishMessages"].Resource!);
        Assert.Equal(["sqs.eu-central-1.amazonaws.com"], statements["UseTheKeyOfQueues"].Condition!["StringEquals"]["kms:ViaService"]);
        Assert.Equal(["sns.eu-central-1.amazonaws.com"], statements["UseTheKeyOfTopics"].Condition!["StringEquals"]["kms:ViaService"]);
        Assert.Equal(
            ["alias/drinfra-main-orders-queues-eu-central-1"], statements["UseTheKeyOfTopics"].Condition!["ForAnyValue:StringEquals"]["kms:ResourceAliases"]);
    }

    // Past the topic a message would be in one Region alone.
    [Theory]
    [InlineData(Queued.Both, false)]
    [InlineData(Queued.One, true)]
    public void Pods_SendToTheQueueItself_OnlyWhereNoTopicFeedsIt(string queue, bool sends)
    {
        var statements = PodStatements(queue);

        Assert.Equal(sends, statements.Values.Any(statement => statement.Action.Contains("sqs:SendMessage")));
        Assert.Equal(!sends, statements.ContainsKey("PublishMessages"));
    }

    [Fact]
    public void QueueAndKey_AdmitTheTopicsOfBothRegions_AndNobodyWithoutTls()
    {
        const string Topics = "\"aws:SourceArn\":[\"arn:aws:sns:eu-west-1:123456789012:drinfra-main-orders-transfers-eu-west-1\","
            + "\"arn:aws:sns:eu-central-1:123456789012:drinfra-main-orders-transfers-eu-central-1\"]";
        var settings = Queued.Settings(Queued.Both);
        var workload = settings.Workloads[0];
        var policy = QueuePolicy.OfQueue(settings.Identity, workload, workload.Queues.Single(), "eu-central-1");
        var key = PolicyDocument.Of(KeyUsers.Topics(settings.Identity, workload, "eu-central-1"));

        Assert.All([policy, key], document => Assert.Contains(Topics, document, StringComparison.Ordinal));
        Assert.All([policy, key], document => Assert.Contains("\"aws:SourceAccount\":[\"123456789012\"]", document, StringComparison.Ordinal));
        Assert.Contains("\"Sid\":\"DenyPlainHttp\",\"Effect\":\"Deny\"", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Undelivered_AdmitTheTopicOfTheirOwnRegionAlone()
    {
        var settings = Queued.Settings(Queued.Both);
        var workload = settings.Workloads[0];

        Assert.Contains(
            "\"aws:SourceArn\":[\"arn:aws:sns:eu-central-1:123456789012:drinfra-main-orders-transfers-eu-central-1\"]",
            QueuePolicy.OfUndelivered(settings.Identity, workload, workload.Queues.Single(), "eu-central-1"), StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html
    [Theory]
    [InlineData("eu-west-1", "eu-central-1", "sns.amazonaws.com")]
    [InlineData("eu-south-1", "eu-south-1", "sns.amazonaws.com")]
    [InlineData("eu-south-1", "eu-west-1", "sns.eu-south-1.amazonaws.com")]
    [InlineData("eu-west-1", "eu-south-1", "sns.eu-south-1.amazonaws.com")]
    public void Principal_IsThatOfTheOptInRegion(string topic, string queue, string principal) => Assert.Equal(principal, SnsPrincipal.Of(topic, queue));

    private static Dictionary<string, Statement> PodStatements(string queue)
    {
        var settings = Queued.Settings(queue);
        return PodRole.Of(settings.Identity, settings.Workloads[0], "eu-central-1").ToDictionary(statement => statement.Sid);
    }
}
