using DrInfra.Infra.Conventions;
using DrInfra.Infra.Messaging;
using DrInfra.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Messaging;

public class WorkQueueTests
{
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";

    [Fact]
    public async Task QueueOfOneRegion_IsInEachWithItsDeadLetters() => Assert.Equal(
        new Dictionary<string, int> { ["Queue"] = 4, ["RedriveAllowPolicy"] = 2 }, (await DeclareAsync(Queued.One)).Counts);

    [Fact]
    public async Task QueueOfBothRegions_IsFedByATopicInEach()
    {
        var declared = await DeclareAsync(Queued.Both);

        Assert.Equal(
            new Dictionary<string, int> { ["Queue"] = 6, ["RedriveAllowPolicy"] = 2, ["Topic"] = 2, ["TopicPolicy"] = 2, ["TopicSubscription"] = 4 },
            declared.Counts);
        Assert.Equal(
            [
                "arn:orders-transfers-topic-eu-central-1 arn:orders-transfers-queue-eu-central-1",
                "arn:orders-transfers-topic-eu-central-1 arn:orders-transfers-queue-eu-west-1",
                "arn:orders-transfers-topic-eu-west-1 arn:orders-transfers-queue-eu-central-1",
                "arn:orders-transfers-topic-eu-west-1 arn:orders-transfers-queue-eu-west-1",
            ],
            declared.Of(Subscription).Select(feed => $"{feed["topic"]} {feed["endpoint"]}").Order(StringComparer.Ordinal));
    }

    // SNS makes a subscription in the Region of its topic, and takes no queue of another for what it cannot deliver.
    [Fact]
    public async Task Subscription_AndItsDeadLetters_AreInTheRegionOfTheTopic()
    {
        var declared = await DeclareAsync(Queued.Both);

        Assert.All(declared.Of(Subscription), feed =>
        {
            var region = ((string)feed["topic"]!).EndsWith("eu-west-1", StringComparison.Ordinal) ? "eu-west-1" : "eu-central-1";
            Assert.Contains($"::aws-{region}::", feed.Provider, StringComparison.Ordinal);
            Assert.Equal(
                $$"""{"deadLetterTargetArn":"arn:aws:sqs:{{region}}:123456789012:drinfra-main-orders-transfers-undelivered-{{region}}"}""",
                feed["redrivePolicy"]);
            Assert.Contains($"orders-transfers-undelivered-queue-{region}", feed.After);
            Assert.Equal(true, feed["rawMessageDelivery"]);
            Assert.Null(feed["filterPolicy"]);
        });
    }

    // A failover changes the roles of the Regions, and nothing here.
    [Fact]
    public async Task BothRegions_AreAlike()
    {
        var declared = await DeclareAsync(Queued.Both);

        Assert.Equal(Described(declared, "eu-west-1"), Described(declared, "eu-central-1"));

        static IEnumerable<string> Described(Declarations declared, string region)
        {
            var other = region == "eu-west-1" ? "eu-central-1" : "eu-west-1";
            return declared.Of("aws:sqs/queue:Queue").Where(queue => queue.Name.EndsWith(region, StringComparison.Ordinal))
                .Select(queue => $"{queue["messageRetentionSeconds"]} {queue["visibilityTimeoutSeconds"]} {queue["receiveWaitTimeSeconds"]} "
                    + $"{string.Join("here", string.Join("there", $"{queue["redrivePolicy"]}".Split(other)).Split(region))}")
                .Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task DeadLetters_AreKeptForAsLongAsSqsDoes_AndComeFromTheQueueAlone()
    {
        var declared = await DeclareAsync(Queued.Both);

        Assert.All(
            declared.Of("aws:sqs/queue:Queue").Where(queue => !queue.Name.StartsWith("orders-transfers-queue-", StringComparison.Ordinal)),
            queue => Assert.Equal(1_209_600.0, queue["messageRetentionSeconds"]));
        var allowed = declared.Named("orders-transfers-dead-letter-sources-eu-west-1");
        Assert.Equal(
            """{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:eu-west-1:123456789012:drinfra-main-orders-transfers-eu-west-1"]}""",
            allowed["redriveAllowPolicy"]);
        Assert.Equal(
            """{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:drinfra-main-orders-transfers-dead-letters-eu-west-1","maxReceiveCount":5}""",
            declared.Named("orders-transfers-queue-eu-west-1")["redrivePolicy"]);
    }

    [Fact]
    public async Task EverythingThatHoldsMessages_IsProtectedAndUnderTheKeyOfItsRegion()
    {
        var declared = await DeclareAsync(Queued.Both);

        Assert.All(declared.Of("aws:sqs/queue:Queue").Concat(declared.Of("aws:sns/topic:Topic")), kept =>
        {
            Assert.True(kept.Options.Protect);
            Assert.True(kept.Options.RetainOnDelete);
            Assert.Equal(kept.Name.EndsWith("eu-west-1", StringComparison.Ordinal) ? "arn:the-key" : "arn:standby-key", kept["kmsMasterKeyId"]);
        });
    }

    [Fact]
    public async Task FifoQueue_HasFifoDeadLettersAndTheNamesForIt()
    {
        var queues = (await DeclareAsync(""", "fifo":true """)).Of("aws:sqs/queue:Queue");

        Assert.All(queues, queue => Assert.EndsWith(".fifo", (string)queue["name"]!, StringComparison.Ordinal));
        Assert.All(queues, queue => Assert.Equal(true, queue["fifoQueue"]));
    }

    private static Task<Declarations> DeclareAsync(string queue) => Declarations.OfAsync(() =>
    {
        var settings = Queued.Settings(queue);
        _ = new WorkQueue("orders-transfers", new WorkQueueArgs(
            new RegionContext(settings, StackRole.Primary),
            new RegionContext(settings, StackRole.Standby),
            settings.Workloads[0],
            settings.Workloads[0].Queues.First(),
            Output.Create("arn:the-key"),
            Output.Create("arn:standby-key")));
    });
}
