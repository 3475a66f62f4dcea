using DrInfra.Infra.Routing;

namespace DrInfra.Tests.Infra.Routing;

public class PlanHealthCheckTests
{
    private static readonly PlanHealthCheck[] Checks =
    [
        new("one", "Z1", "orders.example.com", "eu-west-1"),
        new("two", "Z1", "orders.example.com", "eu-central-1"),
        new("three", "Z2", "orders.example.com", "eu-west-1"),
        new("four", "Z1", "carts.example.com", "eu-west-1"),
    ];

    [Theory]
    [InlineData("orders.example.com")]
    [InlineData("orders.example.com.")]
    [InlineData("Orders.Example.com")]
    public void Check_IsChosenByZoneRecordAndRegion(string name)
    {
        Assert.Equal("one", PlanHealthCheck.IdFor(Checks, "plan", "Z1", name, "eu-west-1"));
        Assert.Equal("two", PlanHealthCheck.IdFor(Checks, "plan", "Z1", name, "eu-central-1"));
        Assert.Equal("three", PlanHealthCheck.IdFor(Checks, "plan", "Z2", name, "eu-west-1"));
    }

    [Fact]
    public void NameWithADotAtTheEnd_IsTheSameName() => Assert.Equal(
        "dotted", PlanHealthCheck.IdFor([new("dotted", "Z1", "orders.example.com.", "eu-west-1")], "plan", "Z1", "orders.example.com", "eu-west-1"));

    [Fact]
    public void MissingCheck_IsNamedWithWhatThereIs()
    {
        var message = Assert.Throws<InvalidOperationException>(
            () => PlanHealthCheck.IdFor(Checks[..1], "main-orders", "Z1", "orders.example.com", "eu-north-1")).Message;

        Assert.Contains("plan main-orders: no health check for record orders.example.com of zone Z1 in eu-north-1", message, StringComparison.Ordinal);
        Assert.Contains("handed out orders.example.com of Z1 in eu-west-1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanWithoutChecks_IsSaidToHaveNone() => Assert.Contains(
        "the plan handed out none",
        Assert.Throws<InvalidOperationException>(() => PlanHealthCheck.IdFor([], "plan", "Z1", "orders.example.com", "eu-west-1")).Message,
        StringComparison.Ordinal);

    // Gotcha 82: only the first page of checks is read, so a plan has one record, and two matches mean that it has more.
    [Fact]
    public void Gotcha82_TwoChecksForARecordAreAnError() => Assert.Contains(
        "2 health checks for record orders.example.com",
        Assert.Throws<InvalidOperationException>(
            () => PlanHealthCheck.IdFor([.. Checks, Checks[0] with { Id = "again" }], "plan", "Z1", "orders.example.com", "eu-west-1")).Message,
        StringComparison.Ordinal);
}
