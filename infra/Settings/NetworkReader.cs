using DrInfra.Infra.Conventions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>network</c>: a range, or a VPC that is there already, per Region.</summary>
internal static class NetworkReader
{
    private const string RangeAllowed = "an IPv4 range from /16 to /22, for example 10.64.0.0/16";

    public static (NetworkSettings Primary, NetworkSettings Standby) Read(SettingsMap root, RegionPair regions, bool regionsAreKnown)
    {
        var node = root.Map("network");
        if (node is null && !root.Has("network"))
        {
            root.Problem("network", "missing", "primary and standby, each a range or an existing VPC");
        }

        var primary = ReadRegion(node, "primary", regions.Primary, regionsAreKnown);
        var standby = ReadRegion(node, "standby", regions.Standby, regionsAreKnown);
        if (node is not null)
        {
            RefuseOverlaps(node, primary, standby);
            node.RefuseUnknownKeys();
        }

        return (primary ?? StandIn(regions.Primary, 64), standby ?? StandIn(regions.Standby, 65));
    }

    private static NewNetwork StandIn(string region, int octet)
    {
        _ = AddressRange.TryParse($"10.{octet}.0.0/16", out var range);
        return new NewNetwork(range, AwsRegions.DefaultZones(region) ?? [region + "a", region + "b", region + "c"]);
    }

    private static NetworkSettings? ReadRegion(SettingsMap? network, string key, string region, bool regionIsKnown)
    {
        if (network?.Map(key) is not { } node)
        {
            if (network is not null && !network.Has(key))
            {
                network.Problem(key, "missing", "a range or an existing VPC");
            }

            return null;
        }

        var zones = ReadZones(node, region, regionIsKnown);
        var range = ReadRange(node);
        NetworkSettings read = node.Has("vpcId")
            ? new ExistingNetwork(
                node.Text("vpcId", SettingsPatterns.VpcId, "the id of a VPC, vpc-..."),
                range ?? default,
                ReadSubnets(node, "publicSubnets"),
                ReadSubnets(node, "privateSubnets"),
                ReadSubnets(node, "dataSubnets"),
                zones)
            : new NewNetwork(range ?? default, zones);
        node.RefuseUnknownKeys(null, "vpcId", "publicSubnets", "privateSubnets", "dataSubnets");
        return range is null ? null : read;
    }

    private static AddressRange? ReadRange(SettingsMap node)
    {
        var text = node.Text("range", SettingsPatterns.Any, RangeAllowed);
        if (text.Length == 0)
        {
            return null;
        }

        if (!AddressRange.TryParse(text, out var range))
        {
            node.Problem("range", "not a CIDR range (host bits must be zero)", RangeAllowed);
            return null;
        }

        if (range.Prefix is < 16 or > 22)
        {
            node.Problem("range", "out of range: a VPC has at most a /16, and nine subnets need at least a /22", RangeAllowed);
            return null;
        }

        return range;
    }

    private static IReadOnlyList<string> ReadZones(SettingsMap node, string region, bool regionIsKnown)
    {
        var allowed = $"three different zones of {region}";
        if (!node.Has("zones"))
        {
            if (AwsRegions.DefaultZones(region) is { } zones)
            {
                return zones;
            }

            node.Problem("zones", $"missing: {region} may offer fewer than three zones to an account, so name the zones", allowed);
            return [region + "a", region + "b", region + "c"];
        }

        var named = node.Texts("zones", SettingsPatterns.Zone, "the name of a zone");
        if (named.Count != 3 || named.Distinct().Count() != 3 || (regionIsKnown && named.Any(zone => zone[..^1] != region)))
        {
            node.Problem("zones", "three zones of the Region are needed, so that a majority survives the loss of one", allowed);
        }

        return named.Count == 3 ? named : [region + "a", region + "b", region + "c"];
    }

    private static IReadOnlyList<string> ReadSubnets(SettingsMap node, string key)
    {
        var subnets = node.Texts(key, SettingsPatterns.SubnetId, "the id of a subnet, subnet-...");
        if (subnets.Count != 3 || subnets.Distinct().Count() != 3)
        {
            node.Problem(key, "an existing VPC needs three subnets, one per zone", "three different subnet ids, in the order of the zones");
        }

        return subnets;
    }

    // A range cannot be changed once its VPC is there, so it must fit the networks that may be joined to it one day (gotcha 76).
    private static void RefuseOverlaps(SettingsMap node, NetworkSettings? primary, NetworkSettings? standby)
    {
        var reserved = new List<AddressRange>();
        foreach (var text in node.Texts("reserved", SettingsPatterns.Any, "an IPv4 range"))
        {
            if (AddressRange.TryParse(text, out var range))
            {
                reserved.Add(range);
            }
            else
            {
                node.Problem("reserved", $"{text} is not a range", "IPv4 ranges of other pairs and networks, for example 10.0.0.0/16");
            }
        }

        foreach (var (key, network) in new[] { ("primary", primary), ("standby", standby) })
        {
            if (network is not null && reserved.Any(range => range.Overlaps(network.Range)))
            {
                node.Problem(key, $"{network.Range} overlaps a reserved range", "a range that does not overlap network.reserved");
            }
        }

        if (primary is not null && standby is not null && primary.Range.Overlaps(standby.Range))
        {
            node.Problem("standby", $"{standby.Range} overlaps the primary's {primary.Range}", "disjoint ranges, because they cannot be changed later");
        }
    }
}
