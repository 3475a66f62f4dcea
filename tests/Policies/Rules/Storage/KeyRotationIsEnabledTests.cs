using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyRotationIsEnabledTests
{
    private static readonly KeyRotationIsEnabled Rule = new();

    [Theory]
    [InlineData("{ \"enableKeyRotation\": true }")]
    [InlineData("{ \"keyUsage\": \"SIGN_VERIFY\" }")]
    [InlineData("{ \"customerMasterKeySpec\": \"RSA_4096\" }")]
    [InlineData("{ \"customKeyStoreId\": \"cks-1\" }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"enableKeyRotation\": false }", "key rotation is off")]
    [InlineData("{}", "key rotation is not set, so off")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: enableKeyRotation"], Graph("{ \"enableKeyRotation\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
