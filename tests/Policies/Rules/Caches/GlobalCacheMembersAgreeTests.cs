using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class GlobalCacheMembersAgreeTests
{
    private const string Group = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string GlobalGroup = "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup";

    private static readonly GlobalCacheMembersAgree Rule = new();

    [Theory]
    [InlineData("""{ "nodeType": "cache.r7g.large", "port": 6379 }""")]
    [InlineData("{}")]
    public void MemberLikeItsPrimary_OrWithoutWordsOfItsOwn_IsCompliant(string member) => Assert.Empty(Global(member).Violations(Rule));

    [Theory]
    [InlineData("""{ "nodeType": "cache.t4g.micro" }""", "member: its nodeType is cache.t4g.micro, but cache.r7g.large in eu-west-1")]
    [InlineData("""{ "port": 6380 }""", "member: its port is 6380, but 6379 in eu-west-1")]
    public void MemberThatDiffers_IsAViolation(string member, string message) => Assert.Equal([message], Global(member).Violations(Rule));

    [Fact]
    public void UnknownSize_IsReportedAsUnknown() => Assert.Equal(["member: nodeType"], Global("""{ "nodeType": "?" }""").Unknown(Rule));

    [Fact]
    public void GroupOutsideOfTheGlobalOne_IsNotJudged() => Assert.Empty(
        Global("{}").Add(Group, "alone", """{ "nodeType": "cache.t4g.micro" }""").Violations(Rule));

    private static TestGraph Global(string member) => new TestGraph()
        .Add(Group, "primary", """{ "nodeType": "cache.r7g.large", "port": 6379 }""", id: "primary")
        .Add(GlobalGroup, "global", """{ "primaryReplicationGroupId": "primary" }""", id: "global")
        .Add(Group, "member", member, "eu-central-1", id: "member")
        .With("member", "globalReplicationGroupId", "global");
}
