using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class VpcDnsIsOn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var vpc in context.Estate.OfType(Ec2Types.Vpc))
        {
            var (support, hostnames) = (vpc["enableDnsSupport"], vpc["enableDnsHostnames"]);
            if (support.IsUnknown || hostnames.IsUnknown)
            {
                yield return Finding.Unknown(vpc, (support.IsUnknown ? support : hostnames).Path);
            }

            if (support.Flag == false)
            {
                yield return Finding.Violation(vpc, "enableDnsSupport is off, so the VPC has no DNS", support.Path);
            }

            // Off where it is not stated (the service's default), which only private names of endpoints mind.
            if (hostnames.Flag != true && !hostnames.IsUnknown && HasPrivateNames(context.Estate, vpc))
            {
                yield return Finding.Violation(vpc, "enableDnsHostnames is off, but endpoints with private names need it", hostnames.Path);
            }
        }
    }

    private static bool HasPrivateNames(Estate estate, Node vpc) =>
        estate.UsersOf(vpc, Ec2Types.VpcEndpoint, "vpcId").Any(endpoint => endpoint["privateDnsEnabled"].Flag == true);
}
