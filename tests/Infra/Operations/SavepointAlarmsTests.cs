using DrInfra.Infra.Operations;
using DrInfra.Tests.Infra.Pipelines;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

[Trait("Practice", "F6")]
public class SavepointAlarmsTests
{
    [Fact]
    public void AgeOfSavepoints_IsWatchedWhereAJobHasSome()
    {
        var workload = Configurations.PrimarySettings(Engines.With(Engines.Flink, Engines.Spark)).Workloads[0];
        var alarm = Assert.Single(SavepointAlarms.For(workload));

        Assert.Equal(("sessions-savepoint-age", "DrInfra/Pipelines", "SavepointAge"), (alarm.Part, alarm.Namespace, alarm.Metric));
        Assert.Equal(new Dictionary<string, string> { ["Workload"] = "events", ["Job"] = "events-sessions" }, alarm.Dimensions);

        // Two of ten minutes, and fifteen for the way.
        Assert.Equal((35 * 60, 60, 3, MissingData.Breaching), (alarm.Threshold, alarm.PeriodSeconds, alarm.Periods, alarm.Missing));
        Assert.Contains(AtRiskAlarms.For(Configurations.PrimarySettings().Identity, workload, "eu-central-1"), risk => risk.Part == alarm.Part);
    }
}
