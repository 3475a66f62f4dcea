namespace DrInfra.Policies.Aws.S3Control;

/// <summary>Type tokens of the provider's module <c>aws:s3control</c>.</summary>
public static class S3ControlTypes
{
    public const string MultiRegionAccessPoint = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
    public const string MultiRegionAccessPointRoutes = "aws:s3control/multiRegionAccessPointRoutes:MultiRegionAccessPointRoutes";
}
