using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Recovery.Facts;

public class FactBookTests
{
    [Fact]
    public void EveryFact_HasFigureOrWordsAndASource()
    {
        Assert.All(FactBook.All, fact =>
        {
            Assert.Matches("^[a-z0-9-]+$", fact.Id);
            Assert.NotEmpty(fact.Component);
            Assert.NotEmpty(fact.Quantity);
            Assert.NotEmpty(fact.Unit);
            Assert.NotEmpty(fact.Value);
            Assert.NotEmpty(fact.SourceTitle);
            Assert.Matches("^https?://[^ ]+$", fact.SourceUrl);
            Assert.True(fact.Number is not null || fact is { Minimum: not null, Maximum: not null } || fact.Words.Count > 0, fact.Id);
            Assert.True(fact.Minimum is null || fact.Minimum <= fact.Maximum, fact.Id);
        });
    }

    [Fact]
    public void Ids_AreUnique() => Assert.Equal(FactBook.All.Count, FactBook.All.Select(fact => fact.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void EveryKind_Occurs() => Assert.Equal(FactKindNames.All, FactBook.All.Select(fact => fact.Kind).Distinct().Order());

    [Fact]
    public void UnknownId_IsNamed()
    {
        Assert.Contains("no-such-fact", Assert.Throws<KeyNotFoundException>(() => FactBook.Get("no-such-fact")).Message, StringComparison.Ordinal);
        Assert.Null(FactBook.Find("no-such-fact"));
    }

    [Theory]
    [InlineData("s3-rtc-sla", 900, 900, Basis.Sla)]
    [InlineData("aurora-inregion-failover", 60, 60, Basis.Limit)]
    [InlineData("backup-start-window-min", 3600, 3600, Basis.Limit)]
    [InlineData("backup-start-window-default", 28800, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("aurora-gdb-lag", 1, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("rds-multiaz-instance-failover", 120, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("r53-propagation", 60, double.PositiveInfinity, Basis.Unbounded)]
    public void Kind_DecidesWhatIsBounded(string id, double typical, double worst, Basis basis) =>
        Assert.Equal(new Figure(typical, worst, basis), FactBook.Get(id).ToFigure());

    [Theory]
    [InlineData("s3-rtc-sla")]
    [InlineData("aurora-inregion-failover")]
    public void DoubtfulFact_BoundsNothing(string id)
    {
        var fact = FactBook.Get(id) with { Doubtful = true };
        Assert.Equal(Figure.Typically(fact.Seconds!.Value), fact.ToFigure());
    }

    [Fact]
    public void AllowedValues_TellNoDuration() => Assert.Equal(Figure.Never, FactBook.Get("aurora-gdb-managed-rpo").ToFigure());

    [Theory]
    [InlineData("s3-mrap-active")]
    [InlineData("lambda-memory")]
    [InlineData("r53-hc-threshold-default")]
    public void FactThatIsNoDuration_HasNoFigure(string id)
    {
        Assert.Null(FactBook.Get(id).Seconds);
        Assert.Contains(id, Assert.Throws<InvalidOperationException>(() => FactBook.Get(id).ToFigure()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rds-multiaz-instance-failover", "60 to 120")]
    [InlineData("r53-hc-interval-allowed", "10, 30")]
    [InlineData("arc-rc-propagation", "5, at most 15")]
    [InlineData("aurora-copy-full", "full")]
    public void Value_IsReadable(string id, string text) => Assert.Equal(text, FactBook.Get(id).Value);
}
