using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class EcsServiceRunsTwoTasksTests
{
    private static readonly EcsServiceRunsTwoTasks Rule = new();

    [Theory]
    [InlineData(
        """{ "desiredCount": 2, "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a", "b"] } }""")]
    [InlineData("""{ "schedulingStrategy": "DAEMON" }""")]
    [InlineData(
        """{ "name": "scaled", "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a", "b"] } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "desiredCount": 1, "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a", "b"] } }""",
        "desiredCount is 1, 2 needed")]
    [InlineData(
        """{ "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a", "b"] } }""",
        "desiredCount is 0, 2 needed")]
    [InlineData(
        """{ "desiredCount": 2, "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a"] } }""",
        "its tasks are in 1 zone, two needed")]
    [InlineData(
        """{ "desiredCount": 2, "deploymentCircuitBreaker": { "enable": true, "rollback": false }, "networkConfiguration": { "subnets": ["a", "b"] } }""",
        "a failed deployment is not rolled back: deploymentCircuitBreaker is off")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "desiredCount": "?", "deploymentCircuitBreaker": { "enable": true, "rollback": true }, "networkConfiguration": { "subnets": ["a", "b"] } }""",
        "desiredCount")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"api: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:ecs/service:Service", "api", inputs)
        .Add(
            "aws:appautoscaling/target:Target", "scaler",
            """{ "serviceNamespace": "ecs", "resourceId": "service/main/scaled", "minCapacity": 2, "maxCapacity": 4 }""");
}
