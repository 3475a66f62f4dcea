using System.Globalization;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryProbesAnOpenPort : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var canary in estate.OfType(SyntheticsTypes.Canary))
        {
            var open = CanaryHosts.Of(canary).SelectMany(host => DnsName.Records(estate, host.Host))
                .SelectMany(record => ListenerPorts.Of(estate, record)).ToHashSet();
            foreach (var (name, port) in canary["runConfig"]["environmentVariables"].Members
                .Where(variable => open.Count > 0 && variable.Name.Contains("PORT", StringComparison.OrdinalIgnoreCase)))
            {
                if (port.Number is not { } number || !open.Contains(number))
                {
                    yield return Finding.Violation(
                        canary,
                        $"{name} is {port}, the endpoint listens on "
                            + $"{string.Join(", ", open.Order().Select(each => each.ToString(CultureInfo.InvariantCulture)))}",
                        port.Path);
                }
            }
        }
    }
}
