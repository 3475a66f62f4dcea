using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Recovery.Settings;

public class AssumptionCatalogueTests
{
    [Fact]
    public void Ids_AreUniqueAndReadable()
    {
        Assert.Equal(AssumptionCatalogue.All.Count, AssumptionCatalogue.All.Select(kind => kind.Id).Distinct().Count());
        Assert.All(AssumptionCatalogue.All, kind =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", kind.Id);
            Assert.NotEmpty(kind.Description);
        });
    }

    [Fact]
    public void FactsOfEntries_AreDurations() =>
        Assert.All(AssumptionCatalogue.All.SelectMany(kind => kind.Facts), id => Assert.NotNull(FactBook.Get(id).Seconds));

    [Theory]
    [InlineData("adoption", "adoption")]
    [InlineData("adoption@ledger", "adoption")]
    [InlineData("restore-rate@ledger/transactions", "restore-rate")]
    [InlineData("Adoption", null)]
    [InlineData("", null)]
    public void Id_IsFoundWhateverItIsNarrowedTo(string id, string? found) => Assert.Equal(found, AssumptionCatalogue.Find(id)?.Id);
}
