using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class TransientClusterIsEnded() : ResourceRule(StepFunctionsTypes.StateMachine)
{
    private const string Definition = "definition";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node[Definition].IsUnknown)
        {
            return [Verdict.Unknown(Definition)];
        }

        MadeCluster[] made = [.. MadeCluster.Of(node)];
        return made.Length == 0 ? [Verdict.NotApplicable("it makes no EMR cluster")]
            : made.Select(cluster => cluster.LeftBehind() is { } why ? Verdict.Violation(why.Text, Definition) : Verdict.Compliant);
    }
}
