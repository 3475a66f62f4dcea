using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Recovery.Facts;

public class FactBookTests
{
    [Fact]
    public void EveryFact_HasFigureOrWordsAndASource()
    {
        Assert.True(FactBook.All.Count > 250);
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
    [InlineData("rds-events-delay", 300, 300, Basis.Limit)]
    [InlineData("backup-start-window-min", 3600, 3600, Basis.Limit)]
    [InlineData("backup-start-window-default", 28800, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("aurora-gdb-lag", 1, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("rds-multiaz-instance-failover", 120, double.PositiveInfinity, Basis.Unbounded)]
    [InlineData("r53-detect-fast", 30, double.PositiveInfinity, Basis.Unbounded)]
    public void Kind_DecidesWhatIsBounded(string id, double typical, double worst, Basis basis) =>
        Assert.Equal(new Figure(typical, worst, basis), FactBook.Get(id).ToFigure());

    [Theory]
    [InlineData("ebs-dlm-jitter", FactKind.DocumentedMax)]
    [InlineData("ebs-dlm-interval", FactKind.Limit)]
    public void DoubtfulFact_BoundsNothing(string id, FactKind kind)
    {
        var fact = FactBook.Get(id);
        Assert.True(fact.Doubtful);
        Assert.Equal(kind, fact.Kind);
        Assert.Equal(Figure.Typically(3600), fact.ToFigure());
    }

    [Fact]
    public void AllowedValues_TellNoDuration() => Assert.Equal(Figure.Never, FactBook.Get("aurora-gdb-managed-rpo").ToFigure());

    [Theory]
    [InlineData("aurora-gdb-rto")]
    [InlineData("price-s3-std")]
    [InlineData("s3-rtc-sla-percent")]
    public void FactThatIsNoDuration_HasNoFigure(string id)
    {
        Assert.Null(FactBook.Get(id).Seconds);
        Assert.Contains(id, Assert.Throws<InvalidOperationException>(() => FactBook.Get(id).ToFigure()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rds-multiaz-instance-failover", "60 to 120")]
    [InlineData("r53-hc-interval-allowed", "10, 30")]
    [InlineData("arc-rc-propagation", "5, at most 15")]
    [InlineData("s3-rtc-sla-percent", "0.999")]
    [InlineData("s3-crr-existing", "no")]
    public void Value_IsReadable(string id, string text) => Assert.Equal(text, FactBook.Get(id).Value);
}
