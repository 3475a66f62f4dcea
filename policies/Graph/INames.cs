namespace DrInfra.Policies.Graph;

/// <summary>What names mean in a cloud. The graph follows references between resources, and knows no cloud.</summary>
public interface INames
{
    /// <summary>The Region that a resource is in; null where nothing says so.</summary>
    string? RegionOf(Node node);

    /// <summary>The tags of a resource, those of its provider under them.</summary>
    IReadOnlyDictionary<string, string> TagsOf(Node node);

    /// <summary>The Region that an identity names; null where it names none.</summary>
    string? RegionIn(string identity);

    /// <summary>Whether an identity can mean a resource of the name that it gives: neither its Region nor its account says otherwise.</summary>
    bool CanMean(string identity, Node node);

    /// <summary>The name that an identity gives to a resource of a type; null where it cannot mean one.</summary>
    string? NameIn(string identity, string type);
}
