using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryProbesTheOtherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        Node[] canaries = [.. estate.OfType(SyntheticsTypes.Canary).Where(canary => canary.Workload is not null)];

        // One from each Region is enough: beside it another may well ask what its own Region answers.
        var watching = canaries.Where(canary => ProbesAnother(estate, canary)).Select(canary => (canary.Workload, canary.Region)).ToHashSet();
        foreach (var canary in canaries)
        {
            var hosts = CanaryHosts.Of(canary).Select(host => (host.Value, host.Host, Records: DnsName.Records(estate, host.Host).ToArray())).ToArray();
            foreach (var (value, host, _) in hosts.Where(host => host.Records.Length == 0))
            {
                yield return new Finding(canary, EstateScope.IsWhole(estate)
                    ? Verdict.Violation($"it probes {host}, but no record has that name", value.Path)
                    : Verdict.Unknown(value.Path));
            }

            if (!EstateScope.IsWhole(estate))
            {
                continue;
            }

            if (canary["runConfig"]["environmentVariables"].IsUnknown)
            {
                yield return Finding.Unknown(canary, "runConfig.environmentVariables");
            }
            else if (!watching.Contains((canary.Workload, canary.Region)))
            {
                yield return Finding.Violation(
                    canary, $"no host in its environment variables is in another Region than {canary.Region}", "runConfig.environmentVariables");
            }
        }
    }

    // A name with failover records leads to a Region today and to the other one tomorrow: it says nothing of the one that is lost.
    private static bool ProbesAnother(Estate estate, Node canary) => CanaryHosts.Of(canary)
        .SelectMany(host => DnsName.Records(estate, host.Host))
        .Where(record => record["failoverRoutingPolicies"].Items.Count == 0)
        .Any(record => ServedRegion.Of(estate, record) is { } region && region != canary.Region);
}
