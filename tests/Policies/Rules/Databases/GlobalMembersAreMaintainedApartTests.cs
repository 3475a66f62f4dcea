using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMembersAreMaintainedApartTests
{
    private static readonly GlobalMembersAreMaintainedApart Rule = new();

    [Theory]
    [InlineData("sun:04:30-sun:05:00")]
    [InlineData("sun:03:30-sun:04:00")]
    [InlineData("mon:04:00-mon:04:30")]
    public void ApartFromThePrimarys_IsCompliant(string window) => Assert.Empty(Standby(window).Violations(Rule));

    [Theory]
    [InlineData("sun:04:29-sun:05:00")]
    [InlineData("sun:03:30-sun:04:01")]
    [InlineData("sat:23:00-sun:05:00")]
    public void AtThePrimarysTime_IsAViolationOfBoth(string window) => Assert.Equal(
        ["primary: its maintenance window sun:04:00-sun:04:30 overlaps that of standby", $"standby: its maintenance window {window} overlaps that of primary"],
        Standby(window).Violations(Rule));

    [Fact]
    public void NotStated_IsAViolation() => Assert.Equal(
        ["standby: its maintenance window is nothing, a window such as sun:04:00-sun:04:30 needed"],
        new AuroraGraph().With("standby", """{ "preferredMaintenanceWindow": null }""").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["standby: preferredMaintenanceWindow"], Standby("?").Unknown(Rule));

    private static AuroraGraph Standby(string window) => new AuroraGraph().With("standby", $$"""{ "preferredMaintenanceWindow": "{{window}}" }""");
}
