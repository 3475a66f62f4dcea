using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberNamesItsGlobalCluster : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var joined = GlobalDatabase.AllIn(estate).SelectMany(database => database.Members).ToHashSet();
        foreach (var cluster in estate.OfType(RdsTypes.Cluster))
        {
            var stated = cluster["globalClusterIdentifier"];
            if (!stated.IsStated())
            {
                if (WasMember(cluster) && !joined.Contains(cluster))
                {
                    yield return Finding.Violation(cluster, "it is a member of a global database, but states no globalClusterIdentifier", stated.Path);
                }

                continue;
            }

            var reference = estate.References.Follow(cluster, stated, RdsTypes.GlobalCluster);

            // With the other stack at hand the global cluster should be among the resources.
            if (reference.IsUnknown || (reference.Target is null && estate.Stacks.Count > 1))
            {
                yield return Finding.Unknown(cluster, stated.Path);
            }
            else if (reference is { Target: { } global, Text: { } text } && global.Input("globalClusterIdentifier").Text is { } identifier
                && identifier != text)
            {
                yield return Finding.Violation(cluster, $"it names the global cluster {text}, which is called {identifier}", stated.Path);
            }
        }

        foreach (var global in estate.OfType(RdsTypes.GlobalCluster).Where(global => !global.Input("globalClusterIdentifier").IsStated()))
        {
            yield return Finding.Violation(global, "it states no identifier that a stack in another Region can use", "globalClusterIdentifier");
        }
    }

    private static bool WasMember(Node cluster) =>
        cluster.Resource.IgnoreChanges.Contains("globalClusterIdentifier")
        || (cluster.Input("sourceRegion").IsStated() && !cluster.Input("replicationSourceIdentifier").IsStated());
}
