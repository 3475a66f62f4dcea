using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>The policy of a topic for alerts: alarms, backups and events of this account publish to it.</summary>
public static class AlertTopicPolicy
{
    private const string Publish = "sns:Publish";

    /// <summary>The document.</summary>
    /// <param name="ofAlarmsOnly">Whether nothing but alarms publishes.</param>
    public static string Of(string accountId, string region, string topicArn, bool ofAlarmsOnly = false)
    {
        Statement MayPublish(string sid, string service, Dictionary<string, Dictionary<string, string[]>> condition) => new()
        {
            Sid = sid,
            Principal = new() { ["Service"] = [service] },
            Action = [Publish],
            Resource = [topicArn],
            Condition = condition,
        };
        var alarms = MayPublish("AlarmsOfThisAccount", "cloudwatch.amazonaws.com", new()
        {
            ["ArnLike"] = new() { ["aws:SourceArn"] = [Arns.Alarm(region, accountId, "*")] },
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] },
        });
        return ofAlarmsOnly ? PolicyDocument.Of(alarms, Statements.RefusePlainHttp(Publish, topicArn)) : PolicyDocument.Of(
            alarms,
            MayPublish("BackupsOfThisAccount", "backup.amazonaws.com", new() { ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] } }),
            MayPublish("EventsOfThisAccount", "events.amazonaws.com", new()
            {
                ["ArnLike"] = new() { ["aws:SourceArn"] = [$"arn:aws:events:{region}:{accountId}:rule/*"] },
            }),
            Statements.RefusePlainHttp(Publish, topicArn));
    }
}
