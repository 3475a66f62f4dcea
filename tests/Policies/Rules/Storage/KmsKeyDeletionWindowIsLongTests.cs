using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KmsKeyDeletionWindowIsLongTests
{
    private static readonly KmsKeyDeletionWindowIsLong Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"deletionWindowInDays\": 30 }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"deletionWindowInDays\": 29 }", "the deletion waiting period is 29 days, 30 to 30 needed")]
    [InlineData("{ \"deletionWindowInDays\": 31 }", "the deletion waiting period is 31 days, 30 to 30 needed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: deletionWindowInDays"], Graph("{ \"deletionWindowInDays\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
