using System.Text.Json;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class DashboardBodyTests
{
    [Fact]
    public void Dashboard_ShowsAlarmsAndLagOfBothRegions()
    {
        using var body = JsonDocument.Parse(Of(Configurations.PrimarySettings()));
        var widgets = body.RootElement.GetProperty("widgets").EnumerateArray().ToList();

        Assert.Equal(
            new Dictionary<string, int> { ["alarm"] = 2, ["text"] = 3, ["metric"] = 6 },
            widgets.GroupBy(widget => widget.GetProperty("type").GetString()!).ToDictionary(group => group.Key, group => group.Count()));
        Assert.Equal(
            ["eu-west-1", "eu-central-1"],
            widgets.Where(widget => widget.GetProperty("type").GetString() == "metric")
                .Select(widget => widget.GetProperty("properties").GetProperty("region").GetString()).Distinct());
        Assert.Contains("AuroraGlobalDBRPOLag", body.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("alarm:drinfra-main-ledger-recovery-at-risk-eu-central-1", body.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("alarm:drinfra-main-lake-replication-stopped-eu-central-1", body.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Widgets_DoNotOverlap()
    {
        using var body = JsonDocument.Parse(Of(Configurations.PrimarySettings()));
        var cells = body.RootElement.GetProperty("widgets").EnumerateArray().SelectMany(widget =>
            from x in Enumerable.Range(widget.GetProperty("x").GetInt32(), widget.GetProperty("width").GetInt32())
            from y in Enumerable.Range(widget.GetProperty("y").GetInt32(), widget.GetProperty("height").GetInt32())
            select (x, y)).ToList();

        Assert.Distinct(cells);
        Assert.All(cells, cell => Assert.InRange(cell.x, 0, 23));
    }

    [Fact]
    public void SameSettings_GiveTheSameText() =>
        Assert.Equal(Of(Configurations.PrimarySettings()), Of(Configurations.StandbySettings()));

    private static string Of(PlatformSettings settings) => DashboardBody.Of(settings.Identity, settings.Workloads);
}
