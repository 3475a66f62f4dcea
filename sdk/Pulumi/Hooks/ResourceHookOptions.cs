namespace Pulumi;

public class ResourceHookOptions
{
    public bool? OnDryRun { get; set; }
    public bool? IgnoreErrors { get; set; }
}
