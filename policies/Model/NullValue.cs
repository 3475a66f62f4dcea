namespace DrInfra.Policies.Model;

public sealed record NullValue : PropertyValue
{
    internal static readonly NullValue Instance = new();

    private NullValue()
    {
    }
}
