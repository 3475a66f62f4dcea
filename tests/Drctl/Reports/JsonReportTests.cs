using System.Text.Json;
using DrInfra.Drctl.Reports;

namespace DrInfra.Tests.Drctl.Reports;

public class JsonReportTests
{
    private static readonly JsonElement Report = JsonDocument.Parse(JsonReport.Render(SampleReports.Full)).RootElement;

    [Theory]
    [InlineData("", "version asOf stacks violations objectives stores writers unclassified unknown notEmulated waived groups keysAndVaults notJudged notes")]
    [InlineData("violations", "stack rule aliases severity enforcement urn property workload disruption part message why fix causes fingerprint")]
    [InlineData("objectives", "workload disruption rpo rto objective verdict because grounds")]
    [InlineData("stores", "urn workload copies disruptions")]
    [InlineData("unknown", "urn property neededBy")]
    [InlineData(
        "waived", "stack rule aliases severity enforcement urn property workload disruption part message why fix causes fingerprint reason owner expires")]
    public void Keys_StandInTheirOrder(string array, string keys)
    {
        var element = array.Length == 0 ? Report : Report.GetProperty(array)[0];

        Assert.Equal(keys.Split(' '), element.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData(0, """{"typical":1,"worst":20,"basis":"enforced"}""", """{"rpo":300,"rto":3600}""", "MetOnAssumption")]
    [InlineData(1, """{"typical":"unbounded","worst":"unbounded","basis":"unbounded"}""", """{"rpo":3600,"rto":"none"}""", "Breached")]
    [InlineData(2, """{"typical":null,"worst":null,"basis":"unknown"}""", """{"rpo":3600,"rto":"none"}""", "Unknown")]
    public void Objective_IsInSeconds(int index, string rpo, string objective, string verdict)
    {
        var outcome = Report.GetProperty("objectives")[index];

        Assert.Equal(rpo, JsonSerializer.Serialize(outcome.GetProperty("rpo")));
        Assert.Equal(objective, JsonSerializer.Serialize(outcome.GetProperty("objective")));
        Assert.Equal(verdict, outcome.GetProperty("verdict").GetString());
    }

    [Fact]
    public void CausesOfABreach_NameStackResourceAndProperty() => Assert.Equal(
        $$"""[{"stack":"dr","urn":"{{SampleReports.Cluster}}","property":"kmsKeyId","text":"its key is in eu-west-1"}]""",
        JsonSerializer.Serialize(Report.GetProperty("objectives")[1].GetProperty("grounds")[0].GetProperty("causes")));

    [Fact]
    public void Finding_SaysWorkloadDisruptionAndPart()
    {
        var finding = Report.GetProperty("violations")[0];

        Assert.Equal("orders", finding.GetProperty("workload").GetString());
        Assert.Equal("region", finding.GetProperty("disruption").GetString());
        Assert.Equal("carts", finding.GetProperty("part").GetString());
        Assert.Equal(["former-id"], Report.GetProperty("violations")[1].GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()));
    }

    [Fact]
    public void Copies_SayWhereTheyAreAndWhatTheySurvive() => Assert.Equal(
        """[{"kind":"replica","region":"eu-central-1","urn":null,"survives":["zone","region"]},"""
            + $$"""{"kind":"backup","region":null,"urn":"{{SampleReports.Cluster}}","survives":[]}]""",
        JsonSerializer.Serialize(Report.GetProperty("stores")[0].GetProperty("copies")));
}
