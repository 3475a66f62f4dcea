using System.Collections.Frozen;

namespace DrInfra.Drctl.Emulation;

/// <summary>
/// Hosted zones that alias records of load balancers name. AWS General Reference, "Elastic Load Balancing endpoints and
/// quotas" (docs.aws.amazon.com/general/latest/gr/elb.html), by Region: application, then network load balancers.
/// </summary>
internal static class LoadBalancerZones
{
    private static readonly FrozenDictionary<string, (string Application, string Network)> Known =
        new Dictionary<string, (string Application, string Network)>
        {
            ["af-south-1"] = ("Z268VQBMOI5EKX", "Z203XCE67M25HM"),
            ["ap-east-1"] = ("Z3DQVH9N71FHZ0", "Z12Y7K3UBGUAD1"),
            ["ap-northeast-1"] = ("Z14GRHDCWA56QT", "Z31USIVHYNEOWT"),
            ["ap-northeast-2"] = ("ZWKZPGTI48KDX", "ZIBE1TIR4HY56"),
            ["ap-south-1"] = ("ZP97RAFLXTNZK", "ZVDDRBQ08TROA"),
            ["ap-southeast-1"] = ("Z1LMS91P8CMLE5", "ZKVM4W9LS7TM"),
            ["ap-southeast-2"] = ("Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD"),
            ["ca-central-1"] = ("ZQSVJUPU6J1EY", "Z2EPGBW3API2WT"),
            ["cn-north-1"] = ("Z1GDH35T77C1KE", "Z3QFB96KMJ7ED6"),
            ["cn-northwest-1"] = ("ZM7IZAIOVVDZF", "ZQEIKTCZ8352D"),
            ["eu-central-1"] = ("Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90"),
            ["eu-north-1"] = ("Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM"),
            ["eu-south-1"] = ("Z3ULH7SSC9OV64", "Z23146JA1KNAFP"),
            ["eu-west-1"] = ("Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F"),
            ["eu-west-2"] = ("ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G"),
            ["eu-west-3"] = ("Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5"),
            ["me-south-1"] = ("ZS929ML54UICD", "Z3QSRYVP46NYYV"),
            ["sa-east-1"] = ("Z2P70J7HTTTPLU", "ZTK26PT1VY4CU"),
            ["us-east-1"] = ("Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI"),
            ["us-east-2"] = ("Z3AADJGX6KTTL2", "ZLMOA37VPKANP"),
            ["us-gov-east-1"] = ("Z166TLBEWOO7G0", "Z1ZSMQQ6Q24QQ8"),
            ["us-gov-west-1"] = ("Z33AYJ8TM3BH4J", "ZMG1MZ2THAWF1"),
            ["us-west-1"] = ("Z368ELLRRE2KJ0", "Z24FKFUX50B4VW"),
            ["us-west-2"] = ("Z1H1FL5HABSF5", "Z18D5FSROUN65G"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A Region that is not in the table gets an id of the same shape, the same every time.</summary>
    public static string Of(string loadBalancerType, string region) =>
        !Known.TryGetValue(region, out var zones) ? "Z" + StableIds.Upper(13, "elb", loadBalancerType, region)
        : loadBalancerType == "application" ? zones.Application
        : zones.Network;
}
