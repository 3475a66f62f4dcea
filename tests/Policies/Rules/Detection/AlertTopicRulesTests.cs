using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class AlertTopicRulesTests
{
    private const string Arn = "arn:aws:sns:eu-west-1:123456789012:alerts";
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";

    [Fact]
    public void TopicWithoutSubscribers_IsAViolation()
    {
        Assert.Equal(["alerts: it has no subscription, but alarms are published to it"], Topic().Violations(new SnsTopicHasASubscription()));
        Assert.Empty(Topic().Add(Subscription, "mail", Mail()).Violations(new SnsTopicHasASubscription()));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "protocol": "emailx" }""", "SNS does not support the protocol emailx")]
    [InlineData("""{ "protocol": null }""", "SNS does not support the protocol nothing")]
    [InlineData("""{ "endpoint": "on-call" }""", "the endpoint does not have the form of email")]
    [InlineData("""{ "endpoint": null }""", "the endpoint is not stated of email")]
    [InlineData("""{ "protocol": "sqs", "endpoint": "arn:aws:sqs:eu-west-1:123456789012:q" }""", null)]
    [InlineData("""{ "topic": null }""", "no topic is set")]
    public void Subscription_Delivers(string change, string? message) => Assert.Equal(
        message is null ? [] : [$"mail: {message}"],
        Topic().Add(Subscription, "mail", DetectionGraph.With(Mail(), change)).Violations(new SnsSubscriptionDelivers()));

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "filterPolicy": "{\"severity\":[\"high\"]}" }""", 1)]
    [InlineData("""{ "filterPolicy": "{\"NewStateValue\":[\"OK\"]}", "filterPolicyScope": "MessageBody" }""", 1)]
    [InlineData("""{ "filterPolicy": "{\"NewStateValue\":[\"ALARM\"]}", "filterPolicyScope": "MessageBody" }""", 0)]
    public void Filter_LetsAlarmsThrough(string change, int violations) => Assert.Equal(
        violations, Topic().Add(Subscription, "mail", DetectionGraph.With(Mail(), change)).Violations(new SnsSubscriptionHasNoFilter()).Length);

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Action": "sns:Publish", "Resource": "*" }""", 0)]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "Service": ["cloudwatch.amazonaws.com"] }, "Action": ["SNS:Pub*"],
          "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*" } } }
        """,
        0)]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Action": "sns:Publish",
          "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:*" } } }
        """,
        1)]
    [InlineData("""{ "Effect": "Allow", "Principal": { "Service": "backup.amazonaws.com" }, "Action": "sns:Publish" }""", 1)]
    [InlineData("""{ "Effect": "Deny", "Principal": "*", "Action": "sns:Publish" }""", 1)]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Action": "sns:Publish",
          "Resource": "arn:aws:sns:eu-west-1:123456789012:other" }
        """,
        1)]
    public void Policy_LetsCloudWatchIn(string statement, int violations) => Assert.Equal(
        violations,
        Topic().Add("aws:sns/topicPolicy:TopicPolicy", "policy", $$"""{ "arn": "{{Arn}}", "policy": {{Document(statement)}} }""").Violations(
            new SnsTopicPolicyAllowsPublishers()).Length);

    [Fact]
    public void DefaultPolicy_LetsAlarmsInAndBackupsNot()
    {
        Assert.Empty(Topic().Violations(new SnsTopicPolicyAllowsPublishers()));
        Assert.Equal(
            ["alerts: it has no policy, so it rejects backup.amazonaws.com"],
            Topic().Add("aws:backup/vaultNotifications:VaultNotifications", "told", $$"""{ "snsTopicArn": "{{Arn}}" }""")
                .Violations(new SnsTopicPolicyAllowsPublishers()));
    }

    [Fact]
    public void UnknownPolicy_IsReportedAsUnknown() => Assert.Equal(
        ["alerts: policy"],
        Topic().Add("aws:sns/topicPolicy:TopicPolicy", "policy", $$"""{ "arn": "{{Arn}}", "policy": "?" }""").Unknown(new SnsTopicPolicyAllowsPublishers()));

    [Theory]
    [InlineData("""["kms:Decrypt", "kms:GenerateDataKey*"]""", 0)]
    [InlineData("\"kms:*\"", 0)]
    [InlineData("\"kms:Decrypt\"", 1)]
    public void KeyPolicy_LetsCloudWatchUseIt(string actions, int violations) => Assert.Equal(
        violations,
        Topic("key").Add(
            "aws:kms/key:Key", "key",
            $$"""
            { "policy": { "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "cloudwatch.amazonaws.com" }, "Action": {{actions}}, "Resource": "*" }] } }
            """,
            id: "key")
            .Violations(new SnsTopicKeyAllowsPublishers()).Length);

    [Theory]
    [InlineData("alias/aws/sns", "it is encrypted with the AWS managed key for SNS, which other services cannot use")]
    [InlineData("arn:aws:kms:eu-central-1:123456789012:key/1", "its key is in eu-central-1, the topic in eu-west-1")]
    public void KeyThatCannotWork_IsAViolation(string key, string message) =>
        Assert.Equal([$"alerts: {message}"], Topic(key).Violations(new SnsTopicKeyAllowsPublishers()));

    [Fact]
    public void UnencryptedTopic_IsAViolation()
    {
        Assert.Equal(["alerts: the topic is not encrypted"], Topic().Violations(new SnsTopicIsEncrypted()));
        Assert.Empty(Topic("?").Violations(new SnsTopicIsEncrypted()));
    }

    private static TestGraph Topic(string? key = null) => new TestGraph()
        .Add(DetectionGraph.Topic, "alerts", key is null ? """{ "name": "alerts" }""" : $$"""{ "name": "alerts", "kmsMasterKeyId": "{{key}}" }""", id: Arn)
        .Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm());

    private static string Mail() => $$"""{ "topic": "{{Arn}}", "protocol": "email", "endpoint": "on-call@example.com" }""";

    private static string Document(string statement) => $$"""{ "Version": "2012-10-17", "Statement": [{{statement}}] }""";
}
