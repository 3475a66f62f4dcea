using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Operations;

public class AlertTopicTests
{
    [Fact]
    public async Task Topic_IsEncryptedWithACustomerKey()
    {
        var topic = (await DeclareAsync()).Single("aws:sns/topic:Topic");

        Assert.Equal("drinfra-main-shared-alerts-eu-west-1", topic["name"]);
        Assert.Equal("arn:alerts-key", topic["kmsMasterKeyId"]);
        Assert.Equal("eu-west-1", topic["tags.dr:region"]);
        Assert.Contains("::aws-eu-west-1::", topic.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_LetsAlarmsBackupsAndEventsOfThisAccountPublishAndNobodyInPlainText()
    {
        using var policy = JsonDocument.Parse((string)(await DeclareAsync()).Single("aws:sns/topicPolicy:TopicPolicy")["policy"]!);
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray().ToList();

        Assert.Equal(
            ["AlarmsOfThisAccount", "BackupsOfThisAccount", "EventsOfThisAccount", "DenyPlainHttp"],
            statements.Select(statement => statement.GetProperty("Sid").GetString()));
        Assert.All(statements, statement =>
        {
            Assert.Equal("""["sns:Publish"]""", statement.GetProperty("Action").GetRawText());
            Assert.Equal("""["arn:aws:sns:eu-west-1:123456789012:drinfra-main-shared-alerts-eu-west-1"]""", statement.GetProperty("Resource").GetRawText());
        });
        Assert.Equal("""{"Service":["cloudwatch.amazonaws.com"]}""", statements[0].GetProperty("Principal").GetRawText());
        Assert.Equal("""{"Service":["backup.amazonaws.com"]}""", statements[1].GetProperty("Principal").GetRawText());
        Assert.All(statements.Take(2), statement => Assert.Contains(
            """{"aws:SourceAccount":["123456789012"]}""", statement.GetProperty("Condition").GetRawText(), StringComparison.Ordinal));
        Assert.Equal("""{"Service":["events.amazonaws.com"]}""", statements[2].GetProperty("Principal").GetRawText());
        Assert.Equal("""{"ArnLike":{"aws:SourceArn":["arn:aws:events:eu-west-1:123456789012:rule/*"]}}""", statements[2].GetProperty("Condition").GetRawText());
        Assert.Equal("Deny", statements[3].GetProperty("Effect").GetString());
        Assert.Equal("""{"Bool":{"aws:SecureTransport":["false"]}}""", statements[3].GetProperty("Condition").GetRawText());
    }

    [Fact]
    public async Task EveryAddress_HasASubscription()
    {
        var declared = await DeclareAsync(("alertEmails", """["a@example.com","b@example.com"]"""));

        Assert.Equal(
            ["a@example.com", "b@example.com"],
            declared.Of("aws:sns/topicSubscription:TopicSubscription").Select(subscription => subscription["endpoint"]));
        Assert.All(declared.Of("aws:sns/topicSubscription:TopicSubscription"), subscription => Assert.Equal("email", subscription["protocol"]));
    }

    [Fact]
    public async Task NoAddress_IsNoSubscription() => Assert.Equal(
        new Dictionary<string, int> { ["Topic"] = 1, ["TopicPolicy"] = 1 }, (await DeclareAsync()).Counts);

    private static Task<Declarations> DeclareAsync(params (string Key, string? Value)[] changes) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings(changes);
        _ = new AlertTopic("alerts", new AlertTopicArgs(new RegionContext(settings, StackRole.Primary), settings.AlertEmails, Output.Create("arn:alerts-key")));
    });
}
