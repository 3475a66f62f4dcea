namespace DrInfra.Policies.Aws.CloudFront;

/// <summary>Type tokens of the provider's module <c>aws:cloudfront</c>.</summary>
public static class CloudFrontTypes
{
    public const string Distribution = "aws:cloudfront/distribution:Distribution";
}
