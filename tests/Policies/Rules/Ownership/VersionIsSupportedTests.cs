using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Rules.Ownership;

/// <summary>On 2026-11-24, the day of <see cref="TestGraph"/>.</summary>
public class VersionIsSupportedTests
{
    private static readonly VersionIsSupported Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "engine": "aurora-postgresql", "engineVersion": "16.8" }""", null)]
    [InlineData(
        "aws:rds/cluster:Cluster", """{ "engine": "aurora-postgresql", "engineVersion": "17.4" }""", "the support of 17.4 ends on 2026-11-30, in 6 days")]
    [InlineData(
        "aws:rds/globalCluster:GlobalCluster", """{ "engine": "aurora-mysql", "engineVersion": "8.0.mysql_aurora.3.08.2" }""",
        "the support of 8.0.mysql_aurora.3.08.2 ended on 2026-08-31")]
    [InlineData(
        "aws:rds/instance:Instance", """{ "engine": "mysql", "engineVersion": "8.0.39" }""",
        "the support of 8.0.39 ended on 2026-07-31; from 2029-07-31 no new one can be created, or support ends entirely")]
    [InlineData("aws:rds/instance:Instance", """{ "engine": "oracle-ee", "engineVersion": "19" }""", null)]
    [InlineData("aws:rds/instance:Instance", """{ "engine": "mysql" }""", null)]
    [InlineData(
        "aws:synthetics/canary:Canary", """{ "runtimeVersion": "syn-nodejs-3.1" }""", "syn-nodejs-3.1 runs on nodejs20.x, whose support ended on 2026-04-30")]
    [InlineData(
        "aws:synthetics/canary:Canary", """{ "runtimeVersion": "syn-nodejs-puppeteer-7.0" }""", "the support of syn-nodejs-puppeteer-7.0 ended on 2026-01-22")]
    [InlineData("aws:synthetics/canary:Canary", """{ "runtimeVersion": "syn-nodejs-5.2" }""", null)]
    [InlineData("aws:lambda/function:Function", """{ "runtime": "python3.13" }""", null)]
    [InlineData(
        "aws:lambda/function:Function", """{ "runtime": "java8" }""",
        "the support of java8 ended on 2024-01-08; since 2024-02-08 no new one can be created, or support ends entirely")]
    [InlineData(
        "aws:eks/cluster:Cluster", """{ "version": "1.34" }""",
        "the support of 1.34 ends on 2026-12-02, in 8 days; from 2027-12-02 no new one can be created, or support ends entirely")]
    [InlineData(
        "aws:opensearch/domain:Domain", """{ "engineVersion": "Elasticsearch_7.4" }""",
        "the support of Elasticsearch_7.4 ended on 2025-11-07; from 2027-11-07 no new one can be created, or support ends entirely")]
    [InlineData("aws:opensearch/domain:Domain", """{ "engineVersion": "OpenSearch_2.19" }""", null)]
    [InlineData(
        "aws:elasticache/replicationGroup:ReplicationGroup", """{ "engineVersion": "5.0.6" }""",
        "the support of 5.0.6 ended on 2026-01-31; from 2029-01-31 no new one can be created, or support ends entirely")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "engine": "valkey", "engineVersion": "8.0" }""", null)]
    [InlineData("aws:msk/cluster:Cluster", """{ "kafkaVersion": "3.6.0" }""", "the support of 3.6.0 ended on 2026-06-01")]
    [InlineData("aws:neptune/cluster:Cluster", """{ "engineVersion": "1.2.1.0" }""", "the support of 1.2.1.0 ends on 2026-12-04, in 10 days")]
    [InlineData("aws:mq/broker:Broker", """{ "engineType": "RabbitMQ", "engineVersion": "3.12.13" }""", "the support of 3.12.13 ended on 2025-03-17")]
    [InlineData("aws:emr/cluster:Cluster", """{ "releaseLabel": "emr-7.11.0" }""", null)]
    public void Version_IsSupportedForAWhile(string type, string inputs, string? violation) => Assert.Equal(
        violation is null ? [] : [$"it: {violation}"], new TestGraph().Add(type, "it", inputs).Violations(Rule));

    // 1.35 ends on 2027-03-27, in 123 days.
    [Theory]
    [InlineData(122, 0)]
    [InlineData(123, 1)]
    public void Notice_IsGivenFromItsDayOn(int days, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add("aws:eks/cluster:Cluster", "it", """{ "version": "1.35" }""")
            .Violations(
                Rule, RecoverySettingsFile.Parse($"rules:\n  version-is-supported:\n    level: advisory\n    noticeDays: {days}\n", "recovery.yaml")).Length);

    [Theory]
    [InlineData("""{ "engine": "mysql", "engineVersion": "?" }""", "it: engineVersion")]
    [InlineData("""{ "engine": "?", "engineVersion": "8.0" }""", "it: engineVersion")]
    public void VersionThatIsNotKnownYet_IsUnknown(string inputs, string unknown) =>
        Assert.Equal([unknown], new TestGraph().Add("aws:rds/instance:Instance", "it", inputs).Unknown(Rule));
}
