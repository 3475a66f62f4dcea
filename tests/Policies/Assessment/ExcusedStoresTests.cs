using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>A service that offers no copy at all: nothing is promised for its store, and the report says so.</summary>
public class ExcusedStoresTests
{
    private const string Excused = """[{ "name": "work", "kind": "queue", "sizeGb": 1, "changeGbPerDay": 1, "none": ["account"] }]""";

    private const string NotExcused = """[{ "name": "work", "kind": "queue", "sizeGb": 1, "changeGbPerDay": 1 }]""";

    [Fact]
    public void OnlyStoreIsExcused_ObjectiveDoesNotApplyAndSaysWhy()
    {
        var outcome = Queue(Excused).Outcome(Disruption.Account);

        Assert.Equal(ObjectiveVerdict.NotApplicable, outcome.Verdict);
        Assert.Equal(["account: none for work (queue): SQS copies no messages to another account"], outcome.Excused);
        Assert.Contains("account: none for work (queue)", outcome.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void OneOfTwoStoresIsExcused_TheOtherIsJudged()
    {
        const string Two = """
            [{ "name": "work", "kind": "queue", "sizeGb": 1, "changeGbPerDay": 1, "none": ["account"] },
             { "name": "files", "kind": "bucket", "sizeGb": 1, "changeGbPerDay": 1 }]
            """;
        var outcome = Queue(Two).Add("aws:s3/bucket:Bucket", "files", """{ "bucket": "files", "tags": { "dr:workload": "orders" } }""")
            .Outcome(Disruption.Account);

        Assert.Equal(ObjectiveVerdict.Breached, outcome.Verdict);
        Assert.Contains("files", outcome.Because, StringComparison.Ordinal);
        Assert.Single(outcome.Excused);
    }

    [Fact]
    public void NothingIsExcused_ObjectiveIsBreached() =>
        Assert.Equal((ObjectiveVerdict.Breached, 0), Verdict(Queue(NotExcused).Outcome(Disruption.Account)));

    [Fact]
    public void AnotherDisruptionIsExcused_ObjectiveIsBreached() =>
        Assert.Equal((ObjectiveVerdict.Breached, 0), Verdict(Queue(Excused).Outcome(Disruption.Corruption)));

    [Fact]
    public void ManifestExcusesWhatTheServiceCanCopy_ObjectiveIsBreached()
    {
        const string Bucket = """[{ "name": "files", "kind": "bucket", "sizeGb": 1, "changeGbPerDay": 1, "none": ["account"] }]""";
        var outcome = new TestGraph().Manifests(Bucket)
            .Add("aws:s3/bucket:Bucket", "files", """{ "bucket": "files", "tags": { "dr:workload": "orders" } }""")
            .Outcome(Disruption.Account);

        Assert.Equal((ObjectiveVerdict.Breached, 0), Verdict(outcome));
    }

    [Fact]
    public void ExcusedStoreIsNotDeclared_ObjectiveIsBreached()
    {
        var outcome = new TestGraph().Manifests(Excused)
            .Add("aws:iam/role:Role", "reader", """{ "name": "reader", "tags": { "dr:workload": "orders" } }""")
            .Outcome(Disruption.Account);

        Assert.Equal(ObjectiveVerdict.Breached, outcome.Verdict);
        Assert.Contains("no resource matches it", outcome.Because, StringComparison.Ordinal);
    }

    private static (ObjectiveVerdict Verdict, int Excused) Verdict(Outcome outcome) => (outcome.Verdict, outcome.Excused.Count);

    private static TestGraph Queue(string stores) => new TestGraph().Manifests(stores)
        .Add("aws:sqs/queue:Queue", "work", """{ "name": "work", "tags": { "dr:workload": "orders" } }""");
}
