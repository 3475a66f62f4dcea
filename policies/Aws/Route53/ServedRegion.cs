namespace DrInfra.Policies.Aws.Route53;

/// <summary>Which Region answers behind a record.</summary>
internal static class ServedRegion
{
    /// <summary>The load balancers that a record leads to, at most two records further on.</summary>
    public static IReadOnlyList<Node> LoadBalancers(Estate estate, Node record, int depth = 0)
    {
        var found = new List<Node>();
        foreach (var alias in record["aliases"].Items)
        {
            if (AliasTarget(estate, record, alias) is { } target)
            {
                found.Add(target);
            }
        }

        if (depth < 2)
        {
            found.AddRange(record["records"].Items.Select(value => value.Text).OfType<string>()
                .SelectMany(host => DnsName.Records(estate, host)).Where(next => next != record)
                .SelectMany(next => LoadBalancers(estate, next, depth + 1)));
        }

        return [.. found.Distinct()];
    }

    /// <summary>The Region; null where the graph does not tell.</summary>
    public static string? Of(Estate estate, Node record)
    {
        string?[] regions = [.. LoadBalancers(estate, record).Select(balancer => balancer.Region).Distinct(StringComparer.Ordinal)];
        if (regions.Length == 1)
        {
            return regions[0];
        }

        return NamedIn(estate, [.. Texts(record)]);
    }

    /// <summary>The one Region that names tell: one of the estate's, that of a load balancer of this name, else any that stands in them.</summary>
    public static string? NamedIn(Estate estate, params IReadOnlyList<string> names)
    {
        string[] named =
        [
            .. names.SelectMany(text => EstateScope.Regions(estate).Where(region => text.Contains(region, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal),
        ];
        return named.Length == 1 ? named[0]
            : named.Length > 1 ? null
            : (names is [var name] ? estate.Once(static estate => new BalancersByName(estate)).Of(DnsName.Normal(name))?.Region : null)
                ?? (names.Select(Regions.InName).OfType<string>().Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : null);
    }

    /// <summary>The load balancer that an alias names; null where it is not in the graph.</summary>
    public static Node? AliasTarget(Estate estate, Node record, Prop alias)
    {
        var name = alias["name"];
        if (name.Text is not { } text)
        {
            var declared = ReferenceResolver.Declared(record, "aliases", [.. LoadBalancing.LoadBalancers.Types]);
            return name.IsUnknown && declared.Count == 1 ? declared[0] : null;
        }

        // Load balancers in front of which AWS puts "dualstack." are the same ones.
        var wanted = DnsName.Normal(text);
        var plain = wanted.StartsWith("dualstack.", StringComparison.Ordinal) ? wanted["dualstack.".Length..] : wanted;
        return estate.Once(static estate => new BalancersByName(estate)).Of(plain);
    }

    private static IEnumerable<string> Texts(Node record) => record["records"].Items.Select(value => value.Text)
        .Concat(record["aliases"].Items.Select(alias => alias["name"].Text))
        .OfType<string>();
}
