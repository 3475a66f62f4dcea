namespace DrInfra.Policies.Aws.GlobalAccelerator;

/// <summary>Addresses that are the same in all Regions, before endpoints of several.</summary>
internal readonly record struct Accelerator(Node Node)
{
    public bool IsOff => Node["enabled"].Flag == false;

    public IReadOnlyList<Node> Listeners(Estate estate) => estate.UsersOf(Node, GlobalAcceleratorTypes.Listener, "acceleratorArn");

    /// <summary>The accelerator that a name is the name of, or that its records lead to; null where there is none.</summary>
    public static Accelerator? Behind(Estate estate, string name, IReadOnlyList<Node> records)
    {
        var byName = estate.Once(static estate => new ByName(Named(estate))).Accelerators;
        var found = byName.GetValueOrDefault(name.TrimEnd('.')) ?? records.Select(record => Behind(byName, record)).FirstOrDefault(node => node is not null);
        return found is null ? null : new Accelerator(found);
    }

    private static Node? Behind(Dictionary<string, Node> byName, Node record)
    {
        var named = record["aliases"]["name"].Text ?? (record["records"].Items is [var only] ? only.Text : null);
        return named is not null && byName.TryGetValue(named.TrimEnd('.'), out var found) ? found
            : ReferenceResolver.Declared(record, "aliases", GlobalAcceleratorTypes.Accelerator)
                .Concat(ReferenceResolver.Declared(record, "records", GlobalAcceleratorTypes.Accelerator)).FirstOrDefault();
    }

    // By the names that AWS gave it.
    private static Dictionary<string, Node> Named(Estate estate) => estate.OfType(GlobalAcceleratorTypes.Accelerator)
        .SelectMany(node => new[] { node.Output("dnsName").Text, node.Output("dualStackDnsName").Text }.OfType<string>().Select(name => (name, node)))
        .GroupBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().node, StringComparer.OrdinalIgnoreCase);

    private sealed record ByName(Dictionary<string, Node> Accelerators);
}
