using DrInfra.Policies.Catalogue;

namespace DrInfra.Tests.Policies.Catalogue;

public class PublishedChecksTests
{
    [Fact]
    public void EveryCheck_IsThereOnce()
    {
        Assert.Equal(276, PublishedChecks.All.Count);
        Assert.Equal(276, PublishedChecks.All.DistinctBy(check => check.Id).Count());
    }

    [Fact]
    public void EveryCheck_IsCoveredOrHasAReasonAndNeverBoth()
    {
        var neither = PublishedChecks.All.Where(check => check.CoveredBy.Count == 0 && check.Reason is null).Select(check => check.Id);
        var both = PublishedChecks.All.Where(check => check.CoveredBy.Count > 0 && UncoveredChecks.ById.ContainsKey(check.Id)).Select(check => check.Id);

        Assert.Empty(neither);
        Assert.Empty(both);
    }

    [Fact]
    public void EveryReason_IsForACheckThatIsThere()
    {
        Assert.All(UncoveredChecks.ById.Keys, id => Assert.NotNull(PublishedChecks.Find(id)));
        Assert.All(
            UncoveredChecks.ByService.Keys, service => Assert.Contains(PublishedChecks.All, check => check.Service == service && check.CoveredBy.Count == 0));
    }
}
