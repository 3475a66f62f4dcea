namespace DrInfra.Policies.Graph;

public sealed record NullValue : PropertyValue
{
    internal static readonly NullValue Instance = new();

    private NullValue()
    {
    }
}
