namespace DrInfra.Infra.Conventions;

/// <summary>ARNs made of account, Region and name: what one stack may know of the other.</summary>
public static class Arns
{
    /// <summary>A bucket.</summary>
    public static string Bucket(string name) => $"arn:aws:s3:::{name}";

    /// <summary>All objects of a bucket.</summary>
    public static string Objects(string bucket) => $"arn:aws:s3:::{bucket}/*";

    /// <summary>A role.</summary>
    public static string Role(string accountId, string name) => $"arn:aws:iam::{accountId}:role/{name}";

    /// <summary>Every identity of an account that its own policies allow.</summary>
    public static string AccountRoot(string accountId) => $"arn:aws:iam::{accountId}:root";

    /// <summary>The keys of an account in a Region: key ids are random, so a condition on the alias narrows it down.</summary>
    public static string AnyKey(string region, string accountId) => $"arn:aws:kms:{region}:{accountId}:key/*";

    /// <summary>A log group.</summary>
    public static string LogGroup(string region, string accountId, string name) => $"arn:aws:logs:{region}:{accountId}:log-group:{name}";
}
