namespace DrInfra.Policies.Graph;

public enum MarkedKind
{
    Asset,
    Archive,
    Resource,
}
