using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.OpenSearch;

namespace DrInfra.Policies.Rules.Search;

public sealed class CrossClusterReplicationHasAConnection : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var estate = context.Estate;
        var followed = OutboundConnections.ByFollower(estate);
        var unread = followed[null].Any();
        foreach (var store in recovery.Stores.Where(store => store.Kind == "search"))
        {
            foreach (var twin in store.Members.Where(member => member != store.Node && !followed[member.Urn].Any()))
            {
                yield return unread
                    ? Finding.Unknown(twin, "domainName")
                    : Finding.Violation(twin, $"no connection lets it replicate {store.Node.Name} in {store.Home}");
            }
        }

        foreach (var connection in estate.OfType(OpenSearchTypes.OutboundConnection).Where(connection => connection["acceptConnection"].Flag != true))
        {
            var accepted = estate.UsersOf(connection, OpenSearchTypes.InboundConnectionAccepter, "connectionId").Count > 0;
            if (!accepted)
            {
                yield return connection["acceptConnection"].IsUnknown ? Finding.Unknown(connection, "acceptConnection")
                    : Finding.Violation(connection, "the connection is not accepted", "acceptConnection");
            }
        }
    }
}
