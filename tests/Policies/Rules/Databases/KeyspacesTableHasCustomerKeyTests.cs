using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class KeyspacesTableHasCustomerKeyTests
{
    private static readonly DataUsesACustomerManagedKey Rule = new();

    [Theory]
    [InlineData("""{ "encryptionSpecification": { "type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyIdentifier": "?" } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "the table is encrypted with an AWS managed key")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionSpecification": "?" }""", "encryptionSpecification.type")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"events: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:keyspaces/table:Table", "events", inputs);
}
