namespace Pulumi.Testing;

public class TestOptions
{
    /// <summary>The default is <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The default is <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>The default is <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>Without it, <see cref="DeploymentInstance.RootDirectory"/> throws.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The default is true: outputs that the mock does not give are unknown. Else they are the default of their type.</summary>
    public bool? IsPreview { get; set; }
}
