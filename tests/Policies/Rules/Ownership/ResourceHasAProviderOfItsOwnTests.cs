using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class ResourceHasAProviderOfItsOwnTests
{
    private const string Tagged = """ "tags": { "dr:pair": "main" } """;

    private static readonly ResourceHasAProviderOfItsOwn Rule = new();

    [Fact]
    public void OwnProvider_IsCompliant() => Assert.Empty(new TestGraph().Add("aws:kms/key:Key", "key", $$"""{ {{Tagged}} }""").Violations(Rule));

    [Theory]
    [InlineData(null)]
    [InlineData("urn:pulumi:dev::test::pulumi:providers:aws::default_7_48_0::id")]
    public void DefaultProvider_IsAViolation(string? provider)
    {
        Assert.Equal(
            ["key: uses the default provider, whose Region the program does not state"], Key($$"""{ {{Tagged}} }""", provider).Violations(Rule));
        Assert.Empty(Key($$"""{ "region": "eu-west-1", {{Tagged}} }""", provider).Violations(Rule));
    }

    [Fact]
    public void StackOfAStranger_IsNotJudged() => Assert.Empty(Key("{}", null).Violations(Rule));

    private static TestGraph Key(string inputs, string? provider) =>
        new TestGraph().Add("aws:kms/key:Key", "key", inputs, options: resource => resource["provider"] = provider);
}
