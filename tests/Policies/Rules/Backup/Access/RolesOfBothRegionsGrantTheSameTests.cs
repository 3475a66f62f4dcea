using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RolesMatchAcrossRegionsTests
{
    private static readonly RolesMatchAcrossRegions Rule = new();

    [Fact]
    public void RegionsExchanged_IsCompliant() => Assert.Empty(Pair("eu-west-1", "s3:GetObject", "s3:PutObject").Violations(Rule));

    [Fact]
    public void OneLacksWhatTheOtherHas_IsToldOfTheOneThatLacksIt()
    {
        Assert.StartsWith(
            "role-eu-west-1: its policies lack what role-eu-central-1 has: allow s3:PutObject",
                Assert.Single(Pair("eu-west-1", "s3:GetObject").Violations(Rule)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "role-eu-central-1: its policies lack what role-eu-west-1 has: allow s3:DeleteObject",
            Assert.Single(Pair("eu-west-1", "s3:GetObject", "s3:PutObject", "s3:DeleteObject").Violations(Rule)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneNamesTheOthersRegion_IsTheOneToChange() => Assert.StartsWith(
        "role-eu-west-1: it refers to eu-central-1, but role-eu-central-1 refers to its own Region: allow s3:",
        Assert.Single(Pair("eu-central-1", "s3:GetObject", "s3:PutObject").Violations(Rule)),
        StringComparison.Ordinal);

    [Fact]
    public void EachHasItsOwn_BothAreNamedAndNeitherIsBlamed() => Assert.Matches(
        "its policies differ from those of role-eu-.*, and neither is weaker: allow s3:(Delete|Put)Object .* here, allow s3:(Delete|Put)Object .* "
            + "there",
        Assert.Single(Pair("eu-west-1", "s3:GetObject", "s3:DeleteObject").Violations(Rule)));

    private static TestGraph Pair(string region, params string[] actions) => new TestGraph()
        .WithRole(
            RoleGraph.Service("ec2.amazonaws.com"), RoleGraph.Allow("arn:aws:x:eu-central-1:111122223333:y", "s3:GetObject", "s3:PutObject"),
            "role-eu-central-1")
        .WithRole(
            RoleGraph.Service("ec2.amazonaws.com"),
            RoleGraph.Allow($"arn:aws:x:{region}:111122223333:y", actions), "role-eu-west-1");
}
