namespace DrInfra.Policies.Model;

public enum MarkedKind
{
    Asset,
    Archive,
    Resource,
}
