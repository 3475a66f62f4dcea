using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Recovery.Settings;

public class RateTextTests
{
    [Theory]
    [InlineData("200 MB/s", 0.2)]
    [InlineData("200MB/s", 0.2)]
    [InlineData("1.5 GB per minute", 0.025)]
    [InlineData("36 GB/h", 0.01)]
    [InlineData("864 GB per day", 0.01)]
    [InlineData("2 TB/min", 2000.0 / 60)]
    [InlineData("500 kB/second", 0.0005)]
    [InlineData("1000 GB/s", 1000)]
    public void RateWithUnit_IsInGigabytesPerSecond(string text, double rate)
    {
        Assert.True(RateText.TryParse(text, out var read));
        Assert.Equal(rate, read, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("200")]
    [InlineData("200 MB")]
    [InlineData("0 MB/s")]
    [InlineData("-1 MB/s")]
    [InlineData("200 MiB/s")]
    [InlineData("200 Mb/s")]
    [InlineData("1,5 GB/s")]
    [InlineData("1000.1 GB/s")]
    [InlineData("1e3 MB/s")]
    [InlineData("200 MB/s\n200")]
    [InlineData(null)]
    public void AnythingElse_IsRefused(string? text) => Assert.False(RateText.TryParse(text, out _));
}
