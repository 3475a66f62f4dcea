using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableCapacityAutoscalesTests
{
    private static readonly TableCapacityAutoscales Rule = new();

    [Fact]
    public void OnDemand_IsCompliant() => Assert.Empty(Table("""{ "billingMode": "PAY_PER_REQUEST" }""").Violations(Rule));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "billingMode": "PROVISIONED" }""")]
    public void Fixed_IsAViolation(string inputs) => Assert.Equal(
        [
            "orders: its capacity is fixed: no scaling target for dynamodb:table:ReadCapacityUnits",
            "orders: its capacity is fixed: no scaling target for dynamodb:table:WriteCapacityUnits",
        ],
        Table(inputs).Violations(Rule));

    [Fact]
    public void Scaled_IsCompliant() => Assert.Empty(Scaled("Read", Scaled("Write", Table("""{ "name": "orders" }"""))).Violations(Rule));

    [Fact]
    public void OnlyReadsScaled_IsAViolation() => Assert.Equal(
        ["orders: its capacity is fixed: no scaling target for dynamodb:table:WriteCapacityUnits"],
        Scaled("Read", Table("""{ "name": "orders" }""")).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["orders: billingMode"], Table("""{ "billingMode": "?" }""").Unknown(Rule));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "orders", inputs);

    private static TestGraph Scaled(string what, TestGraph graph) => graph.Add("aws:appautoscaling/target:Target", what, $$"""
        { "serviceNamespace": "dynamodb", "resourceId": "table/orders", "scalableDimension": "dynamodb:table:{{what}}CapacityUnits" }
        """);
}
