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
        ["primary: it is maintained at sun:04:00-sun:04:30, when standby is too", $"standby: it is maintained at {window}, when primary is too"],
        Standby(window).Violations(Rule));

    [Fact]
    public void NotStated_IsAViolation() => Assert.Equal(
        ["standby: its maintenance window is nothing, a time like sun:04:00-sun:04:30 needed"],
        new AuroraGraph().With("standby", """{ "preferredMaintenanceWindow": null }""").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["standby: preferredMaintenanceWindow"], Standby("?").Unknown(Rule));

    private static AuroraGraph Standby(string window) => new AuroraGraph().With("standby", $$"""{ "preferredMaintenanceWindow": "{{window}}" }""");
}
