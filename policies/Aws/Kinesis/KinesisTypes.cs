namespace DrInfra.Policies.Aws.Kinesis;

/// <summary>Type tokens of the provider's module <c>aws:kinesis</c>.</summary>
public static class KinesisTypes
{
    public const string Stream = "aws:kinesis/stream:Stream";
}
