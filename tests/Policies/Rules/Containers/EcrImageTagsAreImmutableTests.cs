using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class EcrImageTagsAreImmutableTests
{
    private static readonly EcrImageTagsAreImmutable Rule = new();

    [Theory]
    [InlineData("""{ "imageTagMutability": "IMMUTABLE" }""")]
    [InlineData("""{ "imageTagMutability": "IMMUTABLE_WITH_EXCLUSION" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "imageTagMutability is MUTABLE")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"app: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "imageTagMutability": "?" }""", "imageTagMutability")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"app: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:ecr/repository:Repository", "app", inputs);
}
