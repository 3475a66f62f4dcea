namespace DrInfra.Policies.Graph;

/// <summary>A value that only the deployment will tell.</summary>
public sealed record UnknownValue : PropertyValue
{
    internal static readonly UnknownValue Instance = new();

    private UnknownValue()
    {
    }

    public override bool ContainsUnknown => true;
}
