using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;
using Inputs = Pulumi.Aws.DataSync.Inputs;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="OffsiteCopy"/> needs.</summary>
/// <param name="Region">The Region that copies its own bucket.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Copy">The copy.</param>
/// <param name="IsActive">Whether this Region is the active one: it copies on schedule, and the other waits.</param>
/// <param name="LogKeyArn">The key of the Region's logs.</param>
public sealed record OffsiteCopyArgs(RegionContext Region, WorkloadSettings Workload, OffsiteStore Copy, bool IsActive, Output<string> LogKeyArn);

/// <summary>
/// A copy of a bucket in an object store outside AWS, made by a task of DataSync. Each Region has a task for its own bucket from the first
/// deployment on, to the same place; the active Region's is scheduled. Deletions stay here: what is outside is never deleted by a run.
/// </summary>
/// <remarks>
/// Outside, the data is under the keys of whoever runs the store. The credentials are in a secret that people make in both Regions; they are read
/// when the stack is updated, and are never in the settings.
/// </remarks>
public sealed class OffsiteCopy : ComponentResource
{
    private const int LogDays = 90;

    /// <summary>Declares role, locations, task, log, and the alarm that rings when no copy is made.</summary>
    public OffsiteCopy(string name, OffsiteCopyArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:OffsiteCopy", name, options)
    {
        var (region, copy) = (args.Region, args.Copy);
        var belonging = Belonging.To(args.Workload);
        string Logical(string part) => $"{args.Workload.Name}-{copy.Name}-{part}-{region.Region}";

        var role = new Aws.Iam.Role(Logical("role"), new Aws.Iam.RoleArgs
        {
            Name = region.Names.Role(args.Workload.Name, $"{copy.Name}-{region.Region}"),
            Description = $"Reads {copy.Of} of {args.Workload.Name} for its copy outside AWS",
            AssumeRolePolicy = OffsiteCopyRole.TrustPolicy(region.AccountId, region.Region),
            Tags = region.GlobalTags(belonging),
        }, region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("role-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "copy",
            Role = role.Name,
            Policy = OffsiteCopyRole.Policy(region.Identity, args.Workload, copy, region.Region),
        }, region.Child(this));

        // DataSync tries the bucket before it makes the location.
        var source = new Aws.DataSync.S3Location(Logical("source"), new Aws.DataSync.S3LocationArgs
        {
            S3BucketArn = Arns.Bucket(region.Names.Bucket(args.Workload.Name, copy.Of, region.Region)),
            Subdirectory = "/",
            S3Config = new Inputs.S3LocationS3ConfigArgs { BucketAccessRoleArn = role.Arn },
            Tags = region.Tags(belonging),
        }, region.Child(this, permission));
        var credentials = Credentials(region, copy);
        var destination = new Aws.DataSync.LocationObjectStorage(Logical("destination"), new Aws.DataSync.LocationObjectStorageArgs
        {
            ServerHostname = copy.Server,
            ServerProtocol = "HTTPS",
            ServerPort = copy.Port,
            BucketName = copy.Bucket,
            Subdirectory = $"/{copy.Subdirectory}/",
            AgentArns = [.. copy.AgentsIn(region.Region)],
            AccessKey = Output.CreateSecret(credentials.Apply(one => one.AccessKey)),
            SecretKey = Output.CreateSecret(credentials.Apply(one => one.SecretKey)),
            Tags = region.Tags(belonging),
        }, region.Child(this));
        var task = Task(args, Logical, source, destination, Log(args, Logical));
        Watch(args, Logical, task);
        Region = Output.Create(region.Region);
        TaskArn = task.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The task's ARN.</summary>
    [Output("taskArn")]
    public Output<string> TaskArn { get; private set; }

    /// <summary>The credentials in the secret's text.</summary>
    /// <exception cref="InvalidOperationException">The text has not both keys.</exception>
    public static OffsiteCredentials Read(string secret, string text)
    {
        var expected = $"secret {secret} needs the JSON text {{\"accessKey\": \"...\", \"secretKey\": \"...\"}}";
        try
        {
            var members = JsonSerializer.Deserialize<Dictionary<string, string>>(text);
            return members is not null && members.TryGetValue("accessKey", out var access) && members.TryGetValue("secretKey", out var key)
                ? new OffsiteCredentials(access, key)
                : throw new InvalidOperationException(expected);
        }
        catch (JsonException)
        {
            // Not as the inner one: its message may quote the secret.
            throw new InvalidOperationException(expected);
        }
    }

    private Output<OffsiteCredentials> Credentials(RegionContext region, OffsiteStore copy) => Aws.SecretsManager.GetSecretVersion.Invoke(
        new Aws.SecretsManager.GetSecretVersionInvokeArgs { SecretId = copy.Credentials },
        new InvokeOptions { Parent = this, Provider = region.Provider }).Apply(version => Read(copy.Credentials, version.SecretString));

    private Aws.CloudWatch.LogGroup Log(OffsiteCopyArgs args, Func<string, string> logical)
    {
        var region = args.Region;
        var name = region.Names.CopyLogGroup(args.Workload.Name, args.Copy.Name, region.Region);
        var log = new Aws.CloudWatch.LogGroup(logical("log"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = name,
            RetentionInDays = LogDays,
            KmsKeyId = args.LogKeyArn,
            Tags = region.Tags(Belonging.To(args.Workload)),
        }, region.Child(this));
        _ = new Aws.CloudWatch.LogResourcePolicy(logical("log-policy"), new Aws.CloudWatch.LogResourcePolicyArgs
        {
            PolicyName = region.Names.CopyTask(args.Workload.Name, args.Copy.Name, region.Region),
            PolicyDocument = CopyLogPolicy.Of(region.AccountId, region.Region, Arns.LogGroup(region.Region, region.AccountId, name)),
        }, region.Child(this));
        return log;
    }

    private Aws.DataSync.Task Task(
        OffsiteCopyArgs args, Func<string, string> logical, Aws.DataSync.S3Location source, Aws.DataSync.LocationObjectStorage destination,
        Aws.CloudWatch.LogGroup log)
    {
        var region = args.Region;
        var task = new Aws.DataSync.TaskArgs
        {
            Name = region.Names.CopyTask(args.Workload.Name, args.Copy.Name, region.Region),
            SourceLocationArn = source.Arn,
            DestinationLocationArn = destination.Arn,
            TaskMode = OffsiteSchedule.Mode(args.Copy),
            CloudwatchLogGroupArn = log.Arn,
            Options = new Inputs.TaskOptionsArgs
            {
                TransferMode = "CHANGED",
                OverwriteMode = "ALWAYS",
                VerifyMode = "ONLY_FILES_TRANSFERRED",
                PreserveDeletedFiles = "PRESERVE",
                LogLevel = "BASIC",
                TaskQueueing = "ENABLED",

                // Objects have no owners and rights of files. Not every store takes tags, and a run that has to copy them there fails.
                ObjectTags = "NONE",
                Uid = "NONE",
                Gid = "NONE",
                PosixPermissions = "NONE",
            },
            Tags = region.Tags(Belonging.To(args.Workload)),
        };

        // Without a schedule it waits. A schedule that is switched off would say the same, but not every version of the provider knows that.
        if (args.IsActive)
        {
            task.Schedule = new Inputs.TaskScheduleArgs { ScheduleExpression = OffsiteSchedule.Expression(args.Copy) };
        }

        return new Aws.DataSync.Task(logical("task"), task, region.Child(this));
    }

    // What failed, the Region's event rules tell. That nothing ran at all, only the missing successes do.
    private void Watch(OffsiteCopyArgs args, Func<string, string> logical, Aws.DataSync.Task task)
    {
        var (region, copy) = (args.Region, args.Copy);
        var belonging = Belonging.To(args.Workload);
        var name = region.Names.EventRule(args.Workload.Name, EventRules.CopiedPart(copy), region.Region);
        var rule = new Aws.CloudWatch.EventRule(logical("copied-event"), new Aws.CloudWatch.EventRuleArgs
        {
            Name = name,
            Description = $"{copy.Of} of {args.Workload.Name} was copied outside AWS",
            EventPattern = task.Arn.Apply(EventRules.CopiedOutside),
            Tags = region.Tags(belonging),
        }, region.Child(this));
        _ = new Aws.CloudWatch.EventTarget(logical("copied-target"), new Aws.CloudWatch.EventTargetArgs
        {
            Rule = rule.Name,
            TargetId = "backups",
            Arn = Arns.LogGroup(region.Region, region.AccountId, region.Names.BackupLogGroup(region.Region)),
        }, region.Child(this));
        if (!args.IsActive)
        {
            return;
        }

        var hours = OffsiteSchedule.HoursWithout(copy);
        _ = new Aws.CloudWatch.MetricAlarm(logical("age"), new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = region.Names.Alarm(args.Workload.Name, $"{copy.Name}-age", region.Region),
            AlarmDescription = $"{copy.Of} of {args.Workload.Name} was not copied outside AWS within {hours} hours",
            Namespace = "AWS/Events",
            MetricName = "TriggeredRules",
            Dimensions = { ["RuleName"] = name },
            Statistic = "Sum",
            ComparisonOperator = "LessThanThreshold",
            Threshold = 1,
            Period = UnitsOfTime.Hour,
            EvaluationPeriods = hours,
            DatapointsToAlarm = hours,
            TreatMissingData = "breaching",
            AlarmActions = { AlertTopic.ArnOf(region) },
            OkActions = { AlertTopic.ArnOf(region) },
            Tags = region.Tags(belonging),
        }, region.Child(this, rule));
    }
}

/// <summary>Credentials of an object store.</summary>
public sealed record OffsiteCredentials(string AccessKey, string SecretKey);
