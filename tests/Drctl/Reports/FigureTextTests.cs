using DrInfra.Drctl.Reports;
using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Drctl.Reports;

public class FigureTextTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(0.01, "0.1s")]
    [InlineData(1.25, "1.3s")]
    [InlineData(9.95, "10.0s")]
    [InlineData(10.2, "11s")]
    [InlineData(59.0000001, "59s")]
    [InlineData(3599, "59m59s")]
    [InlineData(3600, "1h")]
    [InlineData(3601, "1h1m")]
    [InlineData(8400, "2h20m")]
    [InlineData(93784, "1d2h4m")]
    [InlineData(1e12, "over 3650d")]
    [InlineData(double.PositiveInfinity, "unbounded")]
    public void Duration_IsNeverShownShorter(double seconds, string text) => Assert.Equal(text, FigureText.Duration(seconds));

    [Fact]
    public void Figure_SaysItsBasisWhereThatSaysMore()
    {
        Assert.Equal("1s / 20s limit", FigureText.Of(new Figure(1, 20, Basis.Limit)));
        Assert.Equal("1s / unbounded", FigureText.Of(Figure.Typically(1)));
        Assert.Equal("0s / 0s", FigureText.Of(Figure.Zero));
        Assert.Equal("unknown", FigureText.Of(Figure.Unknown));
        Assert.Equal("1s / unknown", FigureText.Of(Figure.Unknown with { Typical = 1 }));
    }
}
