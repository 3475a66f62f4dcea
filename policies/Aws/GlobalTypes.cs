using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws;

/// <summary>Resource types that are in no Region, whatever Region their provider has.</summary>
public static class GlobalTypes
{
    private static readonly string[] Modules =
    [
        "aws:iam/", "aws:route53/", "aws:cloudfront/", "aws:arcregionswitch/", "aws:globalaccelerator/", "aws:organizations/",
        "aws:route53recoverycontrol/", "aws:route53recoveryreadiness/",
    ];

    public static bool Contains(string type)
    {
        if (type == RdsTypes.GlobalCluster)
        {
            return true;
        }

        foreach (var module in Modules)
        {
            if (type.StartsWith(module, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
