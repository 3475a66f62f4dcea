using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalTableIsOfTheCurrentVersionTests
{
    private static readonly GlobalTableIsOfTheCurrentVersion Rule = new();

    [Theory]
    [InlineData("aws:dynamodb/table:Table", """{ "replicas": [{}] }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:dynamodb/globalTable:GlobalTable", """{}""", "it is a global table of version 2017.11.29")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
