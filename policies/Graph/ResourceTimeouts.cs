namespace DrInfra.Policies.Graph;

/// <summary>How long an operation on a resource may take, in seconds; null is the provider's default.</summary>
public sealed record ResourceTimeouts(double? Create = null, double? Update = null, double? Delete = null)
{
    public bool IsEmpty => Create is null && Update is null && Delete is null;
}
