using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

/// <summary>Which vault a plan's text means: the one of that name, in that Region and account.</summary>
public class ReferenceResolverTests
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string Plan = "aws:backup/plan:Plan";

    [Theory]
    [InlineData("arn:aws:backup:eu-west-1:111122223333:backup-vault:safe", "safe")]
    [InlineData("arn:aws:backup:eu-central-1:111122223333:backup-vault:safe", "safe-away")]
    [InlineData("arn:aws:backup:eu-west-1:444455556666:backup-vault:safe", null)]
    [InlineData("arn:aws:backup:us-east-1:111122223333:backup-vault:safe", null)]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:cluster:safe", null)]
    [InlineData("safe", "safe")]
    public void AnArn_MeansNoVaultOfAnotherAccountOrRegion(string text, string? found)
    {
        var estate = Estate.Of(
            [
                new TestGraph()
                    .Add(Vault, "safe", """{ "name": "safe" }""", outputs: """{ "arn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:safe" }""")
                    .Add(
                        Vault, "safe-away", """{ "name": "safe" }""", "eu-central-1",
                        outputs: """{ "arn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:safe" }""")
                    .Add(Plan, "plan").Build(),
            ],
            AwsNames.Instance);

        Assert.Equal(found, estate.References.Named(estate.OfType(Plan).Single(), text, Vault)?.Name);
    }

    [Fact]
    public void AVaultWhoseAccountNothingTells_MayBeMeant()
    {
        var estate = Estate.Of([new TestGraph().Add(Vault, "safe", """{ "name": "safe" }""").Add(Plan, "plan").Build()], AwsNames.Instance);

        Assert.Equal("safe", estate.References.Named(null, "arn:aws:backup:eu-west-1:444455556666:backup-vault:safe", Vault)?.Name);
    }
}
