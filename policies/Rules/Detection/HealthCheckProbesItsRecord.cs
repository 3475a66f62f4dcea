using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckProbesItsRecord : StackRule
{
    public override string Description => "The health check of a failover record probes the host that the record leads to.";

    public override string Why => "A check on the other member's host turns failover around: traffic goes to the lost Region and stays there.";

    public override string Fix => "Set the check's fqdn to the name that the record points at.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F2", "F3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in FailoverPair.Of(context.Estate)
        from member in pair.Members
        let check = context.Estate.References.Follow(member, "healthCheckId", Route53Types.HealthCheck).Target
        let host = check?["fqdn"].Text
        where host is not null && !Leads(context.Estate, pair, member, DnsName.Normal(host))
        select Finding.Violation(member, $"its health check probes {host}, it leads to {string.Join(", ", Targets(member))}", "healthCheckId");

    private static bool Leads(Estate estate, FailoverPair pair, Node member, string host)
    {
        if (host == pair.Name)
        {
            // The name itself answers from whichever member is healthy: such a check never fails over.
            return false;
        }

        string[] targets = [.. Targets(member)];
        if (targets.Length == 0 || targets.Contains(host, StringComparer.Ordinal))
        {
            return true;
        }

        // Another name of the same servers will do.
        var region = ServedRegion.Of(estate, member);
        Node[] records = [.. DnsName.Records(estate, host)];
        return records.Length == 0
            ? !EstateScope.IsWhole(estate) && !pair.Members.Where(other => other != member).SelectMany(Targets).Contains(host, StringComparer.Ordinal)
            : region is null || Array.Exists(records, record => ServedRegion.Of(estate, record) == region);
    }

    private static IEnumerable<string> Targets(Node record) =>
        record["records"].Items.Concat(record["aliases"].Items.Select(alias => alias["name"])).Select(target => target.Text).OfType<string>().Select(DnsName.Normal);
}
