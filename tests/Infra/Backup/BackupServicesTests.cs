using DrInfra.Infra.Backup;

namespace DrInfra.Tests.Infra.Backup;

public class BackupServicesTests
{
    // Gotcha 65: without the opt-in a selected resource is skipped.
    [Fact]
    public void Gotcha65_EveryKindOfStoreIsOptedIn() =>
        Assert.All(StoreKind.All, kind => Assert.True(BackupServices.OptIn[kind.ResourceType], kind.ResourceType));

    // Gotcha 80: the whole map by the names of the API; a missing entry drifts, an unknown one fails the update.
    [Fact]
    public void Gotcha80_MapIsWhole() => Assert.Equal(
        [
            "Aurora", "CloudFormation", "DSQL", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS", "EKS", "FSx", "Neptune", "RDS", "Redshift",
            "Redshift Serverless", "S3", "SAP HANA on Amazon EC2", "Storage Gateway", "Timestream", "VirtualMachine",
        ],
        BackupServices.OptIn.Keys.Order(StringComparer.Ordinal));

    // A table's backup can leave its Region only as one that AWS Backup manages.
    [Fact]
    public void Management_CoversTables() => Assert.True(BackupServices.Management["DynamoDB"]);
}
