using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class StorageAutoscalingIsOnTests
{
    private static readonly StorageAutoscalingIsOn Rule = new();

    [Theory]
    [InlineData("""{ "allocatedStorage": 100, "maxAllocatedStorage": 101 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "allocatedStorage": 100, "maxAllocatedStorage": 100 }""", "storage cannot grow beyond 100 GB: maxAllocatedStorage is 100")]
    [InlineData("""{ "allocatedStorage": 100 }""", "storage cannot grow beyond 100 GB: maxAllocatedStorage is nothing")]
    [InlineData("""{ "allocatedStorage": 100, "maxAllocatedStorage": 0 }""", "storage cannot grow beyond 100 GB: maxAllocatedStorage is 0")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "allocatedStorage": 100, "maxAllocatedStorage": "?" }""", "maxAllocatedStorage")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/instance:Instance", "data", inputs);
}
