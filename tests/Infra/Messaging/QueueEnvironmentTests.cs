using DrInfra.Infra.Messaging;

namespace DrInfra.Tests.Infra.Messaging;

public class QueueEnvironmentTests
{
    [Fact]
    public void Pods_AreToldOfTheQueueAndTopicOfTheirOwnRegion() => Assert.Equal(
        [
            ("QUEUE_TRANSFERS_URL", "https://sqs.eu-central-1.amazonaws.com/123456789012/drinfra-main-orders-transfers-eu-central-1"),
            ("QUEUE_TRANSFERS_TOPIC_ARN", "arn:aws:sns:eu-central-1:123456789012:drinfra-main-orders-transfers-eu-central-1"),
            ("QUEUE_TRANSFERS_DEDUPLICATE_BY", "transferId"),
            ("QUEUE_TRANSFERS_CONSUME", "while-database-is-writable"),
        ],
        Of(Queued.Both));

    [Fact]
    public void QueueOfOneRegion_HasNoTopic() =>
        Assert.Equal(["QUEUE_TRANSFERS_URL", "QUEUE_TRANSFERS_CONSUME"], Of(Queued.One).Select(variable => variable.Name));

    // A gate holds the pods of pipelines, and without a database nothing keeps a Region from processing.
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Consumers_ThatNothingHasToHold_AlwaysReceive(bool database, bool gated) =>
        Assert.Contains(("QUEUE_TRANSFERS_CONSUME", "always"), Of(Queued.Both, database, gated));

    private static (string Name, string Value)[] Of(string queue, bool database = true, bool gated = false)
    {
        var settings = Queued.Settings(queue, database: database);
        return [.. QueueEnvironment.Of(settings.Identity, settings.Workloads[0], "eu-central-1", gated)];
    }
}
