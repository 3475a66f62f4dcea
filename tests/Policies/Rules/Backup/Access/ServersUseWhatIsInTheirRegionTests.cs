using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class ServersUseWhatIsInTheirRegionTests
{
    private static readonly ServersUseWhatIsInTheirRegion Rule = new();

    [Theory]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/orders", 0)]
    [InlineData("arn:aws:dynamodb:*:111122223333:table/orders", 0)]
    [InlineData("arn:aws:s3:::home/*", 0)]
    [InlineData("*", 0)]
    [InlineData("arn:aws:dynamodb:eu-central-1:111122223333:table/orders", 1)]
    [InlineData("arn:aws:s3:::away/*", 1)]
    public void Servers_ReachTheirOwnRegionOrNot(string resource, int violations) => Assert.Equal(violations, new TestGraph()
        .Add("aws:s3/bucket:Bucket", "home", """{ "bucket": "home" }""", id: "home")
        .Add("aws:s3/bucket:Bucket", "away", """{ "bucket": "away" }""", "eu-central-1", "away")
        .WithRole(RoleGraph.Service("ec2.amazonaws.com"), RoleGraph.Allow(resource, "dynamodb:GetItem"))
        .Add("aws:iam/instanceProfile:InstanceProfile", "profile", """{ "name": "profile", "role": "role" }""", id: "profile")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "servers", """{ "iamInstanceProfile": { "name": "profile" } }""")
        .Violations(Rule).Length);
}
