using DrInfra.Infra.Backup;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Backup;

public class RestoreTestFrequencyTests
{
    [Theory]
    [InlineData("mission-critical", "weekly")]
    [InlineData("business-critical", "weekly")]
    [InlineData("business-operational", "monthly")]
    [InlineData("internal", "monthly")]
    public void Frequency_FollowsTheTier(string tier, string expected) =>
        Assert.Equal(expected, RestoreTestFrequency.Of(DefaultTiers.All.Single(one => one.Name == tier)).Name);

    // The bound is that of daily backups, a database's with its two copies: an RPO of 29 hours.
    [Theory]
    [InlineData(29 * 3600, "monthly")]
    [InlineData((29 * 3600) - 1, "weekly")]
    public void Frequency_ChangesWhereADayIsTooLong(int rpoSeconds, string expected) => Assert.Equal(
        expected,
        RestoreTestFrequency.Of(DefaultTiers.All[0] with
        {
            Objectives = new Dictionary<Disruption, Objective> { [Disruption.Account] = new(TimeSpan.FromSeconds(rpoSeconds), null) },
        }).Name);

    // A test finds a backup only while the newest one is inside of the window.
    [Fact]
    public void SelectionWindow_IsAtLeastTheTimeBetweenTests()
    {
        Assert.True(RestoreTestFrequency.Weekly.SelectionWindowDays >= 7);
        Assert.True(RestoreTestFrequency.Monthly.SelectionWindowDays >= 31);
    }
}
