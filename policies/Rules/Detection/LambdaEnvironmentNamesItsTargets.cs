using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LambdaEnvironmentNamesItsTargets : StackRule
{
    private static readonly (string Word, IReadOnlyList<string> Types)[] Kinds =
    [
        ("GROUP", [AutoScalingTypes.Group]),
        ("CLUSTER", [RdsTypes.Cluster, EcsTypes.Cluster, EksTypes.Cluster]),
        ("TABLE", [DynamoDbTypes.Table]),
        ("BUCKET", TypeGroups.Buckets),
        ("TOPIC", [SnsTypes.Topic]),
        ("QUEUE", [SqsTypes.Queue]),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var targets = Kinds.SelectMany(kind => kind.Types).Append(SsmTypes.Parameter).Distinct()
            .SelectMany(context.Estate.OfType)
            .SelectMany(node => NamesOf(node).Distinct(StringComparer.Ordinal).Select(name => (node.Type, Name: name, Node: node)))
            .ToLookup(target => (target.Type, target.Name), target => target.Node);
        foreach (var function in PlanFunctions.Of(context.Estate))
        {
            foreach (var (name, value) in function["environment"]["variables"].Members)
            {
                if (Judge(context.Estate, targets, function, name, value) is { } verdict)
                {
                    yield return new Finding(function, verdict);
                }
            }

            if (function["environment"]["variables"] is { IsUnknown: false } variables && !variables.Members.Any() && !function.Stack.IsForeign)
            {
                yield return Finding.Violation(function, "its environment variables name no resource that it changes", "environment");
            }
        }
    }

    private static IEnumerable<string> NamesOf(Node node) =>
        new[] { node["name"].Text, node["clusterIdentifier"].Text, node["bucket"].Text, node["arn"].Text, node["name"].IsAbsent ? node.Resource.Id : null }
            .OfType<string>();

    private static Verdict? Judge(Estate estate, ILookup<(string Type, string Name), Node> targets, Node function, string name, Prop value)
    {
        var types = value.Text?.StartsWith('/') ?? false
            ? [SsmTypes.Parameter]
            : Array.Find(Kinds, kind => name.Contains(kind.Word, StringComparison.OrdinalIgnoreCase)).Types;
        if (types is null)
        {
            return null;
        }

        if (value.Text is not { } text)
        {
            return ReferenceResolver.Declared(function, "environment", [.. types]).Count > 0 ? null : Verdict.Unknown(value.Path);
        }

        Node[] found = [.. types.SelectMany(type => targets[(type, text)])];
        if (Array.Exists(found, node => node.Region == function.Region))
        {
            return null;
        }

        return found.Length > 0 ? Verdict.Violation($"{name} is {text} in {found[0].Region}, the function is in {function.Region}", value.Path)
            : EstateScope.IsWhole(estate) ? Verdict.Violation($"{name} is {text}, which is in none of the stacks", value.Path)
            : Verdict.Unknown(value.Path);
    }
}
