using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Streams;

public sealed class FlinkKeepsCheckpoints() : ResourceRule(KinesisAnalyticsTypes.Application)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node["runtimeEnvironment"].Text?.StartsWith("FLINK", StringComparison.Ordinal) != true)
        {
            yield return Verdict.NotApplicable("it is not a Flink application");
            yield break;
        }

        var configuration = node["applicationConfiguration"];
        var checkpoints = configuration["flinkApplicationConfiguration"]["checkpointConfiguration"];
        yield return checkpoints["configurationType"].Text == "CUSTOM"
            ? FlagVerdict.Of(checkpoints["checkpointingEnabled"], wanted: true, serviceDefault: true, "checkpoints are off")
            : Verdict.Compliant;
        if (checkpoints["checkpointInterval"].Number is { } interval && interval > parameters["maximumSeconds"] * UnitsOfTime.MillisecondsPerSecond)
        {
            yield return Verdict.Violation(
                $"checkpoints are {interval / 1000} s apart, at most {parameters["maximumSeconds"]} s allowed", checkpoints["checkpointInterval"].Path);
        }

        yield return FlagVerdict.Of(
            configuration["applicationSnapshotConfiguration"]["snapshotsEnabled"], wanted: true, serviceDefault: true, "snapshots are disabled");
    }
}
