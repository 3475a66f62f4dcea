namespace DrInfra.Policies.Aws.TimestreamInfluxDb;

/// <summary>Type tokens of the provider's module <c>aws:timestreaminfluxdb</c>.</summary>
public static class TimestreamInfluxDbTypes
{
    public const string DbInstance = "aws:timestreaminfluxdb/dbInstance:DbInstance";
}
