using DrInfra.Policies.Rules.Backup.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RolesOfBothRegionsGrantTheSameTests
{
    private static readonly RolesOfBothRegionsGrantTheSame Rule = new();

    [Fact]
    public void RegionsExchanged_IsCompliant() => Assert.Empty(Pair("{0}", "s3:GetObject", "s3:PutObject").Violations(Rule));

    [Theory]
    [InlineData("{0}", "s3:GetObject", "s3:DeleteObject")]
    [InlineData("eu-central-1", "s3:GetObject", "s3:PutObject")]
    public void OneLacksWhatTheOtherHas_IsAViolation(string region, params string[] actions) => Assert.Contains(
        Pair(region, actions).Violations(Rule), violation => violation.Contains("policies lack what role-eu-", StringComparison.Ordinal));

    private static TestGraph Pair(string region, params string[] actions) => new TestGraph()
        .WithRole(RoleGraph.Service("ec2.amazonaws.com"), RoleGraph.Allow("arn:aws:x:eu-central-1:111122223333:y", "s3:GetObject", "s3:PutObject"), "role-eu-central-1")
        .WithRole(RoleGraph.Service("ec2.amazonaws.com"), RoleGraph.Allow($"arn:aws:x:{region.Replace("{0}", "eu-west-1", StringComparison.Ordinal)}:111122223333:y", actions), "role-eu-west-1");
}
