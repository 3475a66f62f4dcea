using DrInfra.Recovery;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery;

public class DurationTextTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("1h30m", 5400)]
    [InlineData("7d", 604800)]
    [InlineData("1d2h3m4s", 93784)]
    [InlineData("3650d", 315360000)]
    public void TextOfTheForm_IsRead(string text, int seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("15 m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5w")]
    [InlineData("5M")]
    [InlineData("none")]
    [InlineData("3650d1s")]
    [InlineData("9999999999s")]
    [InlineData(null)]
    public void TextOfAnotherForm_IsRefused(string? text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void FormattedDuration_ReadsBackTheSame() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>().Generator.Select(seconds => Math.Abs(seconds % 315360000)).ToArbitrary(),
        seconds =>
        {
            var duration = TimeSpan.FromSeconds(seconds);
            return DurationText.TryParse(DurationText.Format(duration), out var read) && read == duration;
        }).QuickCheckThrowOnFailure();
}
