using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="EndpointCanary"/> needs.</summary>
/// <param name="Region">The Region that the canary runs in.</param>
/// <param name="Workload">A workload that serves.</param>
/// <param name="Probe">What it asks.</param>
/// <param name="Runtime">The runtime of Synthetics.</param>
/// <param name="Operations">The bucket of the canary's Region, for its code and artifacts.</param>
/// <param name="AlertTopicArn">The topic of the canary's Region.</param>
public sealed record EndpointCanaryArgs(
    RegionContext Region, WorkloadSettings Workload, EndpointProbe Probe, string Runtime, OperationsBucket Operations, Output<string> AlertTopicArn);

/// <summary>
/// A canary that asks the workload in a Region every minute, as clients would, and its alarm. The one that asks the other Region is the
/// detector of its loss, where it survives: its alarm is what a plan that switches automatically is triggered by.
/// </summary>
[Practices("F6", "H7")]
public sealed class EndpointCanary : ComponentResource
{
    // Above the probe's own limit of 10 s by what the start of a run may take: 15 s at least, says the page of the runtimes.
    private const int RunTimeoutSeconds = 30;

    /// <summary>Declares canary and alarm.</summary>
    /// <exception cref="ArgumentException">The workload does not serve.</exception>
    public EndpointCanary(string name, EndpointCanaryArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:EndpointCanary", name, options)
    {
        var region = args.Region;
        var workload = args.Workload;
        var serving = workload.Serving
            ?? throw new ArgumentException($"workload {workload.Name} has no serving settings, so there is nothing to probe", nameof(args));
        var belonging = Belonging.To(workload);
        var probe = args.Probe;
        string Logical(string part) => $"{workload.Name}-{probe.Part}{part}-{region.Region}";
        var canaryName = region.Names.Canary(workload.Name, probe.Part, region.Region);
        var probed = region.Names.RegionalEndpoint(workload, probe.Region);

        var role = new Aws.Iam.Role(Logical("-role"), new Aws.Iam.RoleArgs
        {
            Name = region.Names.Role(workload.Name, $"{probe.Part}-{region.Region}"),
            Description = $"Probes {probed}{probe.Path}",
            AssumeRolePolicy = CanaryRole.TrustPolicy,
            Tags = region.GlobalTags(belonging),
        }, region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "probe",
            Role = role.Name,
            Policy = CanaryRole.Policy(region.Identity, workload.Name, canaryName, region.Region),
        }, region.Child(this));

        // From the bucket, since the provider reads a zip file that is not there from the folder it is started in.
        var code = CodeArchive.Of("probe.js", "nodejs/node_modules/probe.js");
        var file = new Aws.S3.BucketObjectv2(Logical("-code"), new Aws.S3.BucketObjectv2Args
        {
            Bucket = args.Operations.BucketId,
            Key = $"{OperationsBucket.CodePrefix}{workload.Name}/{probe.Part}-{code.Digest}.zip",
            ContentBase64 = code.Base64,
            ContentType = "application/zip",
            ServerSideEncryption = "AES256",
            Tags = region.Tags(belonging),
        }, region.Child(this, args.Operations.Versioning));
        var canary = new Aws.Synthetics.Canary(Logical(""), new Aws.Synthetics.CanaryArgs
        {
            Name = canaryName,
            ExecutionRoleArn = role.Arn,
            RuntimeVersion = args.Runtime,
            Handler = "probe.handler",
            S3Bucket = args.Operations.BucketId,
            S3Key = file.Key,
            ArtifactS3Location = $"s3://{args.Operations.BucketName}/{OperationsBucket.CanariesPrefix}{workload.Name}",
            ArtifactConfig = new Aws.Synthetics.Inputs.CanaryArtifactConfigArgs
            {
                S3Encryption = new Aws.Synthetics.Inputs.CanaryArtifactConfigS3EncryptionArgs { EncryptionMode = "SSE_S3" },
            },
            Schedule = new Aws.Synthetics.Inputs.CanaryScheduleArgs
            {
                Expression = $"rate({(int)UnreachableDetection.Period.TotalMinutes} minute)",
            },
            RunConfig = new Aws.Synthetics.Inputs.CanaryRunConfigArgs
            {
                TimeoutInSeconds = RunTimeoutSeconds,
                ActiveTracing = false,
                EnvironmentVariables =
                {
                    ["PROBE_HOST"] = probed,
                    ["PROBE_PATH"] = probe.Path,
                    ["PROBE_PORT"] = $"{serving.Port}",

                    // What clients ask for, so that the workload answers the probe as it answers them.
                    ["PROBE_SERVER_NAME"] = region.Names.Endpoint(workload),
                },
            },
            StartCanary = true,

            // Its function and layer carry random names: left behind, nobody would find them.
            DeleteLambda = true,
            Tags = region.Tags(belonging),
        }, region.Child(this, permission));
        DeclareAlarm(args, canary, probed);

        Region = Output.Create(region.Region);
        CanaryName = canary.Name;
        AlarmName = Output.Create(region.Names.Alarm(workload.Name, probe.AlarmPart, region.Region));
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The canary's name.</summary>
    [Output("canaryName")]
    public Output<string> CanaryName { get; private set; }

    /// <summary>The name of the canary's alarm.</summary>
    [Output("alarmName")]
    public Output<string> AlarmName { get; private set; }

    private void DeclareAlarm(EndpointCanaryArgs args, Aws.Synthetics.Canary canary, string probed)
    {
        var told = args.Probe.IsTold ? new[] { args.AlertTopicArn } : [];
        var logicalName = $"{args.Workload.Name}-{args.Probe.AlarmPart}-{args.Region.Region}";
        _ = new Aws.CloudWatch.MetricAlarm(logicalName, new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = args.Region.Names.Alarm(args.Workload.Name, args.Probe.AlarmPart, args.Region.Region),
            AlarmDescription = $"{probed} {args.Probe.Means}",

            // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_metrics.html
            Namespace = "CloudWatchSynthetics",
            MetricName = "SuccessPercent",
            Dimensions = { ["CanaryName"] = canary.Name },
            Statistic = "Average",
            Period = (int)UnreachableDetection.Period.TotalSeconds,
            EvaluationPeriods = UnreachableDetection.Periods,
            DatapointsToAlarm = UnreachableDetection.Periods,
            Threshold = 100,
            ComparisonOperator = "LessThanThreshold",

            // A detector that fell silent is no sign of health.
            TreatMissingData = "breaching",
            AlarmActions = told,
            OkActions = told,
            Tags = args.Region.Tags(Belonging.To(args.Workload)),
        }, args.Region.Child(this));
    }
}
