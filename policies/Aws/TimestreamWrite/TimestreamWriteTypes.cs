namespace DrInfra.Policies.Aws.TimestreamWrite;

/// <summary>Type tokens of the provider's module <c>aws:timestreamwrite</c>.</summary>
public static class TimestreamWriteTypes
{
    public const string Database = "aws:timestreamwrite/database:Database";
    public const string Table = "aws:timestreamwrite/table:Table";
}
