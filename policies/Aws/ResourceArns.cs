using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws;

/// <summary>ARNs of resources, computed from account, Region and name where the deployment has not told them yet.</summary>
public static class ResourceArns
{
    /// <summary>The ARN; an account or Region that nothing tells is <c>*</c>, and so is a name that only the deployment will.</summary>
    public static string Of(Node node)
    {
        if (node.Output("arn").Text is { } known && Arn.TryParse(known, out _))
        {
            return known;
        }

        var region = node.Region ?? "*";
        var account = Accounts.Of(node) ?? "*";
        var id = node.Resource.Id ?? "*";
        var name = PhysicalName.Of(node) ?? id;
        return node.Type switch
        {
            S3Types.Bucket or S3Types.BucketV2 => $"arn:aws:s3:::{name}",
            DynamoDbTypes.Table => $"arn:aws:dynamodb:{region}:{account}:table/{name}",
            RdsTypes.Cluster or DocDbTypes.Cluster or NeptuneTypes.Cluster => $"arn:aws:rds:{region}:{account}:cluster:{name}",
            RdsTypes.Instance => $"arn:aws:rds:{region}:{account}:db:{name}",
            RedshiftTypes.Cluster => $"arn:aws:redshift:{region}:{account}:cluster:{name}",
            EfsTypes.FileSystem => $"arn:aws:elasticfilesystem:{region}:{account}:file-system/{id}",
            EbsTypes.Volume => $"arn:aws:ec2:{region}:{account}:volume/{id}",
            Ec2Types.Instance => $"arn:aws:ec2:{region}:{account}:instance/{id}",
            _ => $"arn:aws:{node.Type.Split(':')[1].Split('/')[0]}:{region}:{account}:*",
        };
    }
}
