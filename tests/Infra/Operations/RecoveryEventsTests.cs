using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Operations;

public class RecoveryEventsTests
{
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";

    [Theory]
    [InlineData(StackRole.Primary, 5 + 8)]
    [InlineData(StackRole.Standby, 5 + 6)]
    public async Task Region_ListensToTroubleAndToTheCopiesOfItsStores(StackRole role, int rules) => Assert.Equal(
        new Dictionary<string, int> { ["EventRule"] = rules, ["EventTarget"] = rules, ["LogGroup"] = 1, ["LogResourcePolicy"] = 1 },
        (await DeclareAsync(role)).Counts);

    [Fact]
    public async Task Rule_HasItsPatternAndItsOwner()
    {
        var rule = (await DeclareAsync(StackRole.Primary)).Named("ledger-journal-copied-event-eu-west-1");

        Assert.Equal("drinfra-main-ledger-journal-copied-eu-west-1", rule["name"]);
        Assert.Equal(Spec("journal-copied").Pattern, rule["eventPattern"]);
        Assert.Equal(
            ("ledger", "shared"),
            (rule["tags.dr:workload"], (await DeclareAsync(StackRole.Primary)).Named("shared-copy-jobs-event-eu-west-1")["tags.dr:workload"]));
    }

    // A role would keep EventBridge from an encrypted topic.
    [Fact]
    public async Task Trouble_GoesToTheTopic_AndCopiesGoToTheLog()
    {
        var declared = await DeclareAsync(StackRole.Primary);

        Assert.Equal("arn:topic", declared.Named("shared-copy-jobs-target-eu-west-1")["arn"]);
        Assert.Equal("arn:shared-backups-log-eu-west-1", declared.Named("ledger-journal-copied-target-eu-west-1")["arn"]);
        Assert.All(declared.Of(Target), target => Assert.Null(target["roleArn"]));
        Assert.Equal(declared.Of(Rule).Select(rule => rule["name"]), declared.Of(Target).Select(target => target["rule"]));
    }

    [Fact]
    public async Task Log_IsEncryptedKeptAndWrittenByEvents()
    {
        var declared = await DeclareAsync(StackRole.Standby);
        var log = declared.Single("aws:cloudwatch/logGroup:LogGroup");

        Assert.Equal(("/aws/events/drinfra-main-shared-backups-eu-central-1", "arn:logs-key", 400.0), (log["name"], log["kmsKeyId"], log["retentionInDays"]));
        Assert.Contains(
            "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/events/drinfra-main-shared-backups-eu-central-1:*",
            (string)declared.Single("aws:cloudwatch/logResourcePolicy:LogResourcePolicy")["policyDocument"]!,
            StringComparison.Ordinal);
    }

    private static EventSpec Spec(string part)
    {
        var settings = Configurations.PrimarySettings();
        return EventRules.For(settings.Identity, settings.Workloads, "eu-west-1").Single(spec => spec.Part == part);
    }

    private static Task<Declarations> DeclareAsync(StackRole role) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings();
        _ = new RecoveryEvents(
            "events", new RecoveryEventsArgs(new RegionContext(settings, role), settings.Workloads, "arn:topic", Output.Create("arn:logs-key")));
    });
}
