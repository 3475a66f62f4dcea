using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyHasAliasTests
{
    private static readonly KeyHasAlias Rule = new();

    private const string Key = "aws:kms/key:Key";
    private const string Alias = "aws:kms/alias:Alias";

    [Fact]
    public void AliasInTheSameRegion_IsCompliant() =>
        Assert.Empty(new TestGraph().Add(Key, "key", id: "k").Add(Alias, "alias", """{ "targetKeyId": "k" }""").Violations(Rule));

    [Fact]
    public void AliasThatIsUnknownYet_IsFollowedByItsDependency() => Assert.Empty(
        new TestGraph().Add(Key, "key").Add(Alias, "alias", """{ "targetKeyId": "?" }""", dependencies: ("targetKeyId", Key, "key")).Violations(Rule));

    [Fact]
    public void NoAlias_IsAViolation() => Assert.Equal(["key: the key has no alias in eu-west-1"], new TestGraph().Add(Key, "key").Violations(Rule));

    [Fact]
    public void ReplicaNeedsItsOwn() => Assert.Equal(
        ["replica: the key has no alias in eu-central-1"],
        new TestGraph().Add(Key, "key", id: "k").Add(Alias, "alias", """{ "targetKeyId": "k" }""")
            .Add("aws:kms/replicaKey:ReplicaKey", "replica", region: "eu-central-1", id: "k").Violations(Rule));

    [Fact]
    public void AliasOfAnUnknownKey_IsReportedAsUnknown() =>
        Assert.Equal(["key: targetKeyId"], new TestGraph().Add(Key, "key").Add(Alias, "alias", """{ "targetKeyId": "?" }""").Unknown(Rule));
}
