namespace DrInfra.Policies.Aws.OpenSearch;

/// <summary>Connections over which a domain follows another: they go out from the follower.</summary>
internal static class OutboundConnections
{
    /// <summary>By the URN of the domain that follows; those whose domain is not found under null.</summary>
    public static ILookup<string?, Node> ByFollower(Estate estate) => estate.OfType(OpenSearchTypes.OutboundConnection).ToLookup(connection =>
        estate.References.Follow(connection, connection["localDomainInfo"]["domainName"], OpenSearchTypes.Domain).Target?.Urn);

    /// <summary>Domains of two Regions may have one name: the Region tells which is meant.</summary>
    public static bool Joins(Node connection, Node follower, Node followed) =>
        IsEnd(connection["localDomainInfo"], follower) && IsEnd(connection["remoteDomainInfo"], followed);

    private static bool IsEnd(Prop end, Node domain) => end["domainName"].IsStated()
        && (end["domainName"].Text is not { } name || PhysicalName.Of(domain) is not { } own || name == own)
        && (end["region"].Text is not { } region || domain.Region is null || region == domain.Region);
}
