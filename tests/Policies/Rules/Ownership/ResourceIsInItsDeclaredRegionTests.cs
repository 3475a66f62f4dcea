using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class ResourceIsInItsDeclaredRegionTests
{
    private static readonly ResourceIsInItsDeclaredRegion Rule = new();

    [Theory]
    [InlineData("aws:kms/key:Key", "eu-west-1")]
    [InlineData("aws:kms/key:Key", "global")]
    [InlineData("aws:iam/role:Role", "global")]
    public void AsDeclared_IsCompliant(string type, string tag) => Assert.Empty(Resource(type, tag).Violations(Rule));

    [Theory]
    [InlineData("aws:kms/key:Key", "eu-central-1", "it: is in eu-west-1, but dr:region states eu-central-1")]
    [InlineData("aws:iam/role:Role", "eu-west-1", "it: has no Region, but dr:region is eu-west-1")]
    public void Elsewhere_IsAViolation(string type, string tag, string message) => Assert.Equal([message], Resource(type, tag).Violations(Rule));

    [Fact]
    public void OwnRegion_WinsOverTheProviders() => Assert.Empty(new TestGraph()
        .Add("aws:kms/key:Key", "it", """{ "region": "eu-central-1", "tags": { "dr:region": "eu-central-1" } }""").Violations(Rule));

    private static TestGraph Resource(string type, string tag) => new TestGraph().Add(type, "it", $$"""{ "tags": { "dr:region": "{{tag}}" } }""");
}
