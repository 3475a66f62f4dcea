using DrInfra.Infra.Permissions;

namespace DrInfra.Tests.Infra.Permissions;

public class KeyUsersTests
{
    [Fact]
    public void Volumes_AreForAutoScalingOfTheAccountOnly() => Assert.All(KeyUsers.Volumes("123456789012"), statement =>
    {
        Assert.Equal(
            ["arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"],
            statement.Condition!["ArnEquals"]["aws:PrincipalArn"]);
        Assert.Equal(["123456789012"], statement.Condition!["StringEquals"]["kms:CallerAccount"]);
    });
}
