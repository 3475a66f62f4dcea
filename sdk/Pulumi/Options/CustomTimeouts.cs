namespace Pulumi;

/// <summary>How long the provider may take for each operation; null keeps its default.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }
    public TimeSpan? Update { get; set; }
    public TimeSpan? Delete { get; set; }
}
