using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Serving;

/// <summary>What <see cref="CapacityFunction"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">A workload that serves.</param>
/// <param name="Operations">The Region's bucket that the code is kept in.</param>
/// <param name="LogKeyArn">The key of this Region that logs are encrypted with.</param>
public sealed record CapacityFunctionArgs(
    RegionContext Region, WorkloadSettings Workload, OperationsBucket Operations, Output<string> LogKeyArn);

/// <summary>
/// The capacity step of the Region switch plan in one Region: a function that gives the workload's servers their full number, as
/// the manifest of the same Region states it, and waits until the load balancer finds them healthy. The plan calls it by its
/// computed ARN, with the rights of its own execution role, so the function has no policy of its own. Region switch's own step for
/// Auto Scaling takes the ARN of the group, part of which is random, and would tie the two stacks together.
/// </summary>
public sealed class CapacityFunction : ComponentResource
{
    /// <summary>
    /// How long one call waits. The plan calls again after its retry interval, which should not be shorter, until the step's own
    /// time-out. Lambda allows 15 minutes.
    /// </summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>Declares the function.</summary>
    /// <exception cref="ArgumentException">The workload does not serve.</exception>
    public CapacityFunction(string name, CapacityFunctionArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:serving:CapacityFunction", name, options)
    {
        if (args.Workload.Serving is null)
        {
            throw new ArgumentException($"workload {args.Workload.Name} has no serving settings, so it has no servers to add", nameof(args));
        }

        var region = args.Region;
        var belonging = Belonging.To(args.Workload);
        string Logical(string part) => $"{args.Workload.Name}-{part}-{region.Region}";
        var functionName = NameIn(region, args.Workload);
        var logGroupName = $"/aws/lambda/{functionName}";

        var logs = new Aws.CloudWatch.LogGroup(Logical("capacity-logs"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = logGroupName,
            RetentionInDays = 365,
            KmsKeyId = args.LogKeyArn,
            Tags = region.Tags(belonging),
        }, region.Child(this));
        var role = new Aws.Iam.Role(Logical("capacity-role"), new Aws.Iam.RoleArgs
        {
            Name = region.Names.Role(args.Workload.Name, $"capacity-{region.Region}"),
            Description = $"Adds servers of {args.Workload.Name} in {region.Region}",
            AssumeRolePolicy = CapacityFunctionRole.TrustPolicy(region.AccountId),
            Tags = region.GlobalTags(belonging),
        }, region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("capacity-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "add-servers",
            Role = role.Name,
            Policy = CapacityFunctionRole.Policy(region.Identity, args.Workload.Name, region.Region, logGroupName),
        }, region.Child(this));

        var code = CodeArchive.Of("capacity.py", "capacity.py");
        var file = new Aws.S3.BucketObjectv2(Logical("capacity-code"), new Aws.S3.BucketObjectv2Args
        {
            Bucket = args.Operations.BucketId,

            // The digest in the key makes new code a new key, which is what functions and canaries look at.
            Key = $"{OperationsBucket.CodePrefix}{args.Workload.Name}/capacity-{code.Digest}.zip",
            ContentBase64 = code.Base64,
            ContentType = "application/zip",
            ServerSideEncryption = "AES256",
            Tags = region.Tags(belonging),
        }, region.Child(this, args.Operations.Versioning));
        var function = new Aws.Lambda.Function(Logical("capacity-function"), new Aws.Lambda.FunctionArgs
        {
            Name = functionName,
            Description = $"Gives {args.Workload.Name} its full number of servers and waits until they serve",
            Role = role.Arn,
            S3Bucket = args.Operations.BucketId,
            S3Key = file.Key,
            Handler = "capacity.handler",
            Runtime = "python3.13",
            Architectures = { "arm64" },
            MemorySize = 256,
            Timeout = (int)Timeout.TotalSeconds,
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs
            {
                Variables =
                {
                    ["MANIFEST"] = region.Names.Manifest(args.Workload.Name),
                    ["GROUP"] = region.Names.AutoScalingGroup(args.Workload.Name, region.Region),
                },
            },
            LoggingConfig = new Aws.Lambda.Inputs.FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.Name },
            Tags = region.Tags(belonging),
        }, region.Child(this, permission));

        Region = Output.Create(region.Region);
        FunctionArn = function.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The function's ARN; plans use the computed one, <see cref="ArnIn"/>.</summary>
    [Output("functionArn")]
    public Output<string> FunctionArn { get; private set; }

    /// <summary>The name of a workload's function in a Region.</summary>
    public static string NameIn(RegionContext region, WorkloadSettings workload) =>
        region.Names.Function(workload.Name, "capacity", region.Region);

    /// <summary>The ARN of a workload's function in a Region, for the plan of the primary's stack.</summary>
    public static string ArnIn(RegionContext region, WorkloadSettings workload) =>
        Arns.Function(region.Region, region.AccountId, NameIn(region, workload));
}
