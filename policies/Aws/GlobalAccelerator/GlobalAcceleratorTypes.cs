namespace DrInfra.Policies.Aws.GlobalAccelerator;

/// <summary>Type tokens of the provider's module <c>aws:globalaccelerator</c>.</summary>
public static class GlobalAcceleratorTypes
{
    public const string Accelerator = "aws:globalaccelerator/accelerator:Accelerator";
    public const string EndpointGroup = "aws:globalaccelerator/endpointGroup:EndpointGroup";
    public const string Listener = "aws:globalaccelerator/listener:Listener";
}
