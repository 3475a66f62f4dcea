using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class ProviderNamesItsAccountTests
{
    private static readonly ProviderNamesItsAccount Rule = new();

    [Theory]
    [InlineData("""{ "allowedAccountIds": "[\"123456789012\"]" }""")]
    [InlineData("""{ "allowedAccountIds": ["123456789012"], "skipCredentialsValidation": "false" }""")]
    public void AccountsStated_IsCompliant(string inputs) => Assert.Empty(Violations(inputs));

    [Theory]
    [InlineData("{}", "allowedAccountIds is not set, so the provider deploys to any account")]
    [InlineData("""{ "allowedAccountIds": [] }""", "allowedAccountIds is not set, so the provider deploys to any account")]
    [InlineData("""{ "allowedAccountIds": ["1"], "skipRequestingAccountId": "true" }""", "skipRequestingAccountId is true, so the account is not checked")]
    public void AnyAccount_IsAViolation(string inputs, string message) => Assert.Equal(["aws: " + message], Violations(inputs));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["aws: allowedAccountIds"], Provider("""{ "allowedAccountIds": "?" }""").Unknown(Rule));

    // The graph has a provider of its own for each Region, which these are not about.
    private static IEnumerable<string> Violations(string inputs) =>
        Provider(inputs).Violations(Rule).Where(violation => violation.StartsWith("aws:", StringComparison.Ordinal));

    private static TestGraph Provider(string inputs) =>
        new TestGraph().Add("pulumi:providers:aws", "aws", inputs, options: resource => resource.Remove("provider"));
}
