namespace DrInfra.Policies.Aws.S3Tables;

/// <summary>Type tokens of the provider's module <c>aws:s3tables</c>.</summary>
public static class S3TablesTypes
{
    public const string Table = "aws:s3tables/table:Table";
    public const string TableBucket = "aws:s3tables/tableBucket:TableBucket";
    public const string TableBucketReplication = "aws:s3tables/tableBucketReplication:TableBucketReplication";
    public const string TableReplication = "aws:s3tables/tableReplication:TableReplication";
}
