using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Security;

/// <summary>A key to declare.</summary>
/// <param name="Belonging">Who uses it.</param>
/// <param name="Part">What for: <c>data</c>, <c>database</c>, <c>logs</c> or <c>application</c>.</param>
public sealed record KeyArgs(Belonging Belonging, string Part)
{
    /// <summary>
    /// Whether the same key must be in the other Region too, because ciphertext itself crosses Regions. Default: no, since services
    /// decrypt and encrypt anew when they replicate. Chosen once: it cannot be changed later (gotcha 30).
    /// </summary>
    public bool MultiRegion { get; init; }

    /// <summary>The ARN of the multi-Region key that this one is the replica of; null for a key of its own.</summary>
    public Output<string>? ReplicaOf { get; init; }

    /// <summary>Who else may use the key, beside the account's identities: services that act without one. Default: nobody.</summary>
    public IReadOnlyList<Statement> AlsoUsedBy { get; init; } = [];
}

/// <summary>The keys that <see cref="RegionalKeys"/> declares.</summary>
/// <param name="Region">Their Region.</param>
/// <param name="Keys">Each once.</param>
public sealed record RegionalKeysArgs(RegionContext Region, IReadOnlyList<KeyArgs> Keys);

/// <summary>
/// Customer keys of one Region, with yearly rotation. A key belongs to the stack that owns what it encrypts, so a stack declares
/// the keys of its servers' Region, and the primary's stack those of its serverless copies in the standby Region too.
/// </summary>
[Practices("B5", "B6")]
public sealed class RegionalKeys : ComponentResource
{
    private readonly Dictionary<(string Workload, string Part), Output<string>> _arns = [];

    /// <summary>Declares the keys.</summary>
    public RegionalKeys(string name, RegionalKeysArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:security:RegionalKeys", name, options)
    {
        foreach (var key in args.Keys)
        {
            _arns[(key.Belonging.Workload, key.Part)] = Declare(args.Region, key);
        }

        Region = Output.Create(args.Region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The ARN of a key, for properties; documents name keys by alias.</summary>
    /// <exception cref="KeyNotFoundException">The component did not declare the key.</exception>
    public Output<string> Arn(Belonging belonging, string part) => _arns[(belonging.Workload, part)];

    private static string Alias(RegionContext region, KeyArgs key) => key.MultiRegion || key.ReplicaOf is not null
        ? region.Names.MultiRegionKeyAlias(key.Belonging.Workload, key.Part)
        : region.Names.KeyAlias(key.Belonging.Workload, key.Part, region.Region);

    private Output<string> Declare(RegionContext region, KeyArgs args)
    {
        var logicalName = $"{args.Belonging.Workload}-{args.Part}-key-{region.Region}";
        var (arn, keyId) = args.ReplicaOf is { } primaryKeyArn
            ? DeclareReplica(region, args, logicalName, primaryKeyArn)
            : DeclareKey(region, args, logicalName);
        _ = new Aws.Kms.Alias($"{logicalName}-alias", new Aws.Kms.AliasArgs
        {
            Name = Alias(region, args),
            TargetKeyId = keyId,
        }, region.Child(this));
        return arn;
    }

    private (Output<string> Arn, Output<string> KeyId) DeclareKey(RegionContext region, KeyArgs args, string logicalName)
    {
        var key = new Aws.Kms.Key(logicalName, new Aws.Kms.KeyArgs
        {
            Description = Description(args),
            EnableKeyRotation = true,
            DeletionWindowInDays = (int)FactBook.Most("kms-delete-window"),
            MultiRegion = args.MultiRegion,
            Policy = KeyPolicy.Of(region.AccountId, args.AlsoUsedBy),
            Tags = region.Tags(args.Belonging),
        }, region.DataChild(this));
        return (key.Arn, key.KeyId);
    }

    private (Output<string> Arn, Output<string> KeyId) DeclareReplica(
        RegionContext region, KeyArgs args, string logicalName, Output<string> primaryKeyArn)
    {
        var replica = new Aws.Kms.ReplicaKey(logicalName, new Aws.Kms.ReplicaKeyArgs
        {
            Description = Description(args),
            PrimaryKeyArn = primaryKeyArn,
            DeletionWindowInDays = (int)FactBook.Most("kms-delete-window"),
            Policy = KeyPolicy.Of(region.AccountId, args.AlsoUsedBy),
            Tags = region.Tags(args.Belonging),
        }, region.DataChild(this));
        return (replica.Arn, replica.KeyId);
    }

    private static string Description(KeyArgs args) => $"{args.Part} of {args.Belonging.Workload}";
}
