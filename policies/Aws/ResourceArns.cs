using DrInfra.Policies.Graph;

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
        return node.Type switch
        {
            "aws:s3/bucket:Bucket" or "aws:s3/bucketV2:BucketV2" => $"arn:aws:s3:::{Name("bucket")}",
            "aws:dynamodb/table:Table" => $"arn:aws:dynamodb:{region}:{account}:table/{Name("name")}",
            "aws:rds/cluster:Cluster" or "aws:docdb/cluster:Cluster" or "aws:neptune/cluster:Cluster" => $"arn:aws:rds:{region}:{account}:cluster:{Name("clusterIdentifier")}",
            "aws:rds/instance:Instance" => $"arn:aws:rds:{region}:{account}:db:{Name("identifier")}",
            "aws:redshift/cluster:Cluster" => $"arn:aws:redshift:{region}:{account}:cluster:{Name("clusterIdentifier")}",
            "aws:efs/fileSystem:FileSystem" => $"arn:aws:elasticfilesystem:{region}:{account}:file-system/{node.Resource.Id ?? "*"}",
            "aws:ebs/volume:Volume" => $"arn:aws:ec2:{region}:{account}:volume/{node.Resource.Id ?? "*"}",
            "aws:ec2/instance:Instance" => $"arn:aws:ec2:{region}:{account}:instance/{node.Resource.Id ?? "*"}",
            _ => $"arn:aws:{node.Type.Split(':')[1].Split('/')[0]}:{region}:{account}:*",
        };

        string Name(string property) => node[property].Text ?? node.Resource.Id ?? "*";
    }
}
