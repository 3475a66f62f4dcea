using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Policies.Rules.Copies;

public sealed class DatasyncTaskIsLogged() : ResourceRule(DataSyncTypes.Task)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var level = node["options"]["logLevel"];
        yield return level.IsUnknown ? Verdict.Unknown(level.Path)
            : !node["cloudwatchLogGroupArn"].IsStated() ? Verdict.Violation("the task has no log group", "cloudwatchLogGroupArn")
            : level.Text == "OFF" ? Verdict.Violation("logLevel is OFF, BASIC or TRANSFER needed", level.Path)
            : Verdict.Compliant;
    }
}
