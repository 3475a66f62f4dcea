namespace Pulumi;

public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>The call waits for these, and is left out while the id of one is unknown.</summary>
    public InputList<Resource> DependsOn { get; set; } = new();
}
