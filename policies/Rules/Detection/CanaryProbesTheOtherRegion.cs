using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryProbesTheOtherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var canary in estate.OfType(SyntheticsTypes.Canary).Where(canary => canary.Workload is not null))
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

            // A name with failover records leads to a Region today and to the other one tomorrow: it says nothing of the one that is lost.
            var fixedNames = hosts.SelectMany(host => host.Records).Where(record => record["failoverRoutingPolicies"].Items.Count == 0).ToArray();
            if (canary["runConfig"]["environmentVariables"].IsUnknown)
            {
                yield return Finding.Unknown(canary, "runConfig.environmentVariables");
            }
            else if (!Array.Exists(fixedNames, record => ServedRegion.Of(estate, record) is { } region && region != canary.Region))
            {
                yield return Finding.Violation(
                    canary, $"no host in its environment variables is in another Region than {canary.Region}", "runConfig.environmentVariables");
            }
        }
    }
}
