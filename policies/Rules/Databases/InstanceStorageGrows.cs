using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceStorageGrows : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The storage of an RDS instance may grow by itself.",
        Why: "A full disk stops the database, most likely just after a failover, when all load and all retries come together.",
        Fix: "Set maxAllocatedStorage above allocatedStorage.",
        Severity.Medium, "H6",
        Published: "TA RDS storage autoscaling off");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Instance];

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
            : Verdict.Violation($"storage stays at {size} GB: maxAllocatedStorage is {most}", most.Path)];
    }
}
