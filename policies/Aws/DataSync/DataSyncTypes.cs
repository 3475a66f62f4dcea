namespace DrInfra.Policies.Aws.DataSync;

/// <summary>Type tokens of the provider's module <c>aws:datasync</c>.</summary>
public static class DataSyncTypes
{
    public const string AzureBlobLocation = "aws:datasync/locationAzureBlob:LocationAzureBlob";
    public const string EfsLocation = "aws:datasync/efsLocation:EfsLocation";
    public const string HdfsLocation = "aws:datasync/locationHdfs:LocationHdfs";
    public const string NfsLocation = "aws:datasync/nfsLocation:NfsLocation";
    public const string ObjectStorageLocation = "aws:datasync/locationObjectStorage:LocationObjectStorage";
    public const string S3Location = "aws:datasync/s3Location:S3Location";
    public const string SmbLocation = "aws:datasync/locationSmb:LocationSmb";
    public const string Task = "aws:datasync/task:Task";
}
