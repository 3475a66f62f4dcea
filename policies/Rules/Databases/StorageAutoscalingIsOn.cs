using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class StorageAutoscalingIsOn() : ResourceRule(RdsTypes.Instance)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var most = node["maxAllocatedStorage"];
        var size = node["allocatedStorage"];
        if (most.IsUnknown || size.IsUnknown)
        {
            return [Verdict.Unknown(most.IsUnknown ? most.Path : size.Path)];
        }

        return [most.Number is { } limit && limit > (size.Number ?? 0)
            ? Verdict.Compliant
            : Verdict.Violation($"storage cannot grow beyond {size} GB: maxAllocatedStorage is {most}", most.Path)];
    }
}
