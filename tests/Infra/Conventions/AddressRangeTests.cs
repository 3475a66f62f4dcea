using DrInfra.Infra.Conventions;

namespace DrInfra.Tests.Infra.Conventions;

public class AddressRangeTests
{
    [Theory]
    [InlineData("10.64.0.0/16")]
    [InlineData("0.0.0.0/0")]
    [InlineData("192.168.1.128/25")]
    [InlineData("10.0.0.1/32")]
    public void Range_IsReadAndWrittenTheSame(string text)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData("10.64.0.0")]
    [InlineData("10.64.0.0/33")]
    [InlineData("10.64.0.0/-1")]
    [InlineData("10.64.0.1/16")]
    [InlineData("10.64.0/16")]
    [InlineData("10.64.0.256/24")]
    [InlineData("10.64/16")]
    [InlineData("012.64.0.0/16")]
    [InlineData("0x0a.64.0.0/16")]
    [InlineData("10.64.0.0/016")]
    [InlineData(" 10.64.0.0/16")]
    [InlineData("fd00::/8")]
    [InlineData("::ffff:10.64.0.0/112")]
    [InlineData("")]
    [InlineData(null)]
    public void OtherText_IsRefused(string? text) => Assert.False(AddressRange.TryParse(text, out _));

    [Theory]
    [InlineData("10.64.0.0/16", "10.65.0.0/16", false)]
    [InlineData("10.64.0.0/15", "10.65.0.0/16", true)]
    [InlineData("10.65.0.0/16", "10.64.0.0/15", true)]
    [InlineData("10.64.0.0/16", "10.64.255.0/24", true)]
    [InlineData("10.64.0.0/17", "10.64.128.0/17", false)]
    public void Overlap_IsSeenFromBothSides(string one, string other, bool overlaps)
    {
        _ = AddressRange.TryParse(one, out var first);
        _ = AddressRange.TryParse(other, out var second);

        Assert.Equal(overlaps, first.Overlaps(second));
        Assert.Equal(overlaps, second.Overlaps(first));
    }

    [Fact]
    public void Parts_AreDisjointAndInside()
    {
        _ = AddressRange.TryParse("10.64.0.0/16", out var range);
        var parts = Enumerable.Range(0, 16).Select(number => range.Part(4, number)).ToArray();

        Assert.Equal("10.64.0.0/20", parts[0].ToString());
        Assert.Equal("10.64.240.0/20", parts[15].ToString());
        Assert.All(parts, part => Assert.Single(parts, other => other.Overlaps(part)));
        Assert.Throws<ArgumentOutOfRangeException>(() => range.Part(4, 16));
    }
}
