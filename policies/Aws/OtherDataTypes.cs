namespace DrInfra.Policies.Aws;

/// <summary>Type tokens of services that hold data and that no reader knows: what they survive is not judged, and that is said.</summary>
public static class OtherDataTypes
{
    public const string CloudSearchDomain = "aws:cloudsearch/domain:Domain";
    public const string CodeCommitRepository = "aws:codecommit/repository:Repository";
    public const string FeatureGroup = "aws:sagemaker/featureGroup:FeatureGroup";
    public const string FinSpaceDatabase = "aws:finspace/kxDatabase:KxDatabase";
    public const string GlacierVault = "aws:glacier/vault:Vault";
    public const string KendraIndex = "aws:kendra/index:Index";
    public const string LightsailBucket = "aws:lightsail/bucket:Bucket";
    public const string LightsailDatabase = "aws:lightsail/database:Database";
    public const string LightsailDisk = "aws:lightsail/disk:Disk";
    public const string Notebook = "aws:sagemaker/notebookInstance:NotebookInstance";
    public const string StoredVolume = "aws:storagegateway/storedIscsiVolume:StoredIscsiVolume";
    public const string CachedVolume = "aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume";
    public const string Workspace = "aws:workspaces/workspace:Workspace";
}
