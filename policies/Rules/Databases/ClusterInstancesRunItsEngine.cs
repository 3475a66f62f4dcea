using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstancesRunItsEngine : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfTypes(ClusterInstances.ClusterTypes))
        {
            foreach (var instance in ClusterInstances.Of(context.Estate, cluster))
            {
                foreach (var property in new[] { "engine", "engineVersion" })
                {
                    // A deployed instance reports a version even where the program leaves it to the cluster.
                    var own = instance.Input(property);
                    var wanted = cluster[property];
                    if (own.IsUnknown || own.IsStated() && wanted.IsUnknown)
                    {
                        yield return Finding.Unknown(own.IsUnknown ? instance : cluster, property);
                    }
                    else if (own.Text is { Length: > 0 } text && wanted.Text is { Length: > 0 } other && !DatabaseEngine.SameVersion(text, other))
                    {
                        yield return Finding.Violation(instance, $"its {property} is {text}, its cluster's {other}", property);
                    }
                    else if (property == "engine" && cluster.Type == RdsTypes.Cluster && !own.IsStated())
                    {
                        yield return Finding.Violation(instance, "it states no engine", property);
                    }
                }
            }
        }
    }
}
