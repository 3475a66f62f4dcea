using DrInfra.Recovery.Facts;

namespace DrInfra.Tests.Recovery.Facts;

public class VersionBookTests
{
    [Fact]
    public void EveryVersion_HasADayAndAPage() => Assert.All(VersionBook.All.SelectMany(VersionBook.Of), end =>
    {
        Assert.InRange(end.Ends, new DateOnly(2019, 1, 1), new DateOnly(2040, 1, 1));
        Assert.True(end.Gone is null || end.Gone >= end.Ends || end.Version == "python2.7", end.Version);
        Assert.Matches("^https://docs[.]aws[.]amazon[.]com/[^ ]+$", end.SourceUrl);
    });

    [Theory]
    [InlineData("lambda", "nodejs20.x", "2026-04-30")]
    [InlineData("aurora-postgresql", "16.8", "2029-02-28")]
    [InlineData("aurora-postgresql", "16.99", "2029-02-28")]
    [InlineData("aurora-postgresql", "16", "2029-02-28")]
    [InlineData("aurora-mysql", "3.08.2", "2026-08-31")]
    [InlineData("mysql", "8.0.39", "2026-07-31")]
    [InlineData("mysql", "8.4.7", "2026-11-30")]
    [InlineData("eks", "1.34", "2026-12-02")]
    [InlineData("kafka", "3.7.x", "2026-09-01")]
    public void Version_EndsWithItself_OrWithItsMajorVersion(string family, string version, string ends) =>
        Assert.Equal(DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), VersionBook.Find(family, version)?.Ends);

    [Theory]
    [InlineData("lambda", "nodejs99.x")]
    [InlineData("opensearch", "3.1")]
    [InlineData("eks", "1.3")]
    [InlineData("eks", "")]
    public void VersionWhoseEndIsNotAnnounced_HasNone(string family, string version) => Assert.Null(VersionBook.Find(family, version));

    [Fact]
    public void RuntimeWithoutADayOfItsOwn_EndsWithWhatItRunsOn()
    {
        Assert.Equal(
            ("nodejs20.x", new DateOnly(2026, 4, 30)),
            (VersionBook.Find("synthetics", "syn-nodejs-3.1")!.RunsOn, VersionBook.Find("synthetics", "syn-nodejs-3.1")!.Ends));
        Assert.Null(VersionBook.Find("synthetics", "syn-nodejs-puppeteer-7.0")!.RunsOn);
    }
}
