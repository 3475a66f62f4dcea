using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Tests.Policies.Aws.Iam;

public class IamPatternTests
{
    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("s3:Get*", "s3:GetObject", true)]
    [InlineData("s3:Get*Acl", "s3:GetObjectAcl", true)]
    [InlineData("s3:Get*Acl", "s3:GetObjectTagging", false)]
    [InlineData("secret-??", "secret-ab", true)]
    [InlineData("secret-??", "secret-a", false)]
    [InlineData("a*b*c", "aXbXbXc", true)]
    [InlineData("", "", true)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/*", "arn:aws:kms:eu-west-1:{account}:key/k", true)]
    [InlineData("arn:aws:kms:eu-west-1:*:key/*", "arn:aws:kms:eu-west-1:{account}:key/k", true)]
    public void Pattern_MatchesTheWholeText(string pattern, string text, bool matches) => Assert.Equal(matches, IamPattern.Matches(pattern, text));

    [Theory]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/*", true)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/1234abcd", null)]
    [InlineData("arn:aws:kms:*:*:key/1234abcd", null)]
    [InlineData("arn:aws:kms:eu-central-1:111122223333:key/1234abcd", false)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:alias/data", false)]
    public void AKeyThatIsStillToBeMade_IsReachedByEveryKey_PerhapsByOneThatIsNamed(string pattern, bool? reaches) =>
        Assert.Equal(reaches, IamPattern.Reaches(pattern, "arn:aws:kms:eu-west-1:{account}:key/{id}"));

    [Fact]
    public void Actions_IgnoreCase() => Assert.True(IamPattern.Matches("s3:getobject", "s3:GetObject", ignoreCase: true));
}
