using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>
/// What the role of a schedule must be able to do: to start its target, and to read what it starts it with. Source: EventBridge Scheduler user guide,
/// "Setting up the execution role" and "Encryption at rest".
/// </summary>
internal static class ScheduleNeeds
{
    public const string RoleProperty = "target.roleArn";

    public static readonly string[] Services = ["scheduler.amazonaws.com"];

    private static readonly (string Type, string Service, string Kind, string Action)[] Targets =
    [
        (StepFunctionsTypes.StateMachine, "states", "stateMachine:", "states:StartExecution"),
        (LambdaTypes.Function, "lambda", "function:", "lambda:InvokeFunction"),
    ];

    /// <summary>For whom the role is assumed: the schedule's group.</summary>
    public static string? SourceOf(Estate estate, Node schedule) => Accounts.Of(schedule) is { } account && GroupOf(estate, schedule) is { } group
        ? $"arn:aws:scheduler:{schedule.Region}:{account}:schedule-group/{group}"
        : null;

    public static IEnumerable<AccessNeed> Of(Estate estate, Node schedule, Node role)
    {
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        foreach (var (type, service, kind, action) in Targets)
        {
            if (estate.References.Follow(schedule, schedule["target"]["arn"], type).Target is { } target)
            {
                var arn = target.Output("arn").Text
                    ?? (target["name"].Text is { } name ? $"arn:aws:{service}:{target.Region}:{account}:{kind}{name}" : null);
                yield return AccessNeed.Of("start of its target", arn, action);
            }
        }

        if (estate.References.Follow(schedule, schedule["kmsKeyArn"], [.. TypeGroups.Keys]).Target is { } key)
        {
            var need = KeyNeeds.Of(estate, key, "decryption of its input", null, "kms:Decrypt");
            var own = schedule.Output("arn").Text ?? (GroupOf(estate, schedule) is { } group && schedule["name"].Text is { } name
                ? $"arn:aws:scheduler:{schedule.Region}:{account}:schedule/{group}/{name}" : null);
            yield return own is null ? need : need with { Context = need.Context.With(("kms:EncryptionContext:aws:scheduler:schedule:arn", [own])) };
        }
    }

    // Null where only the deployment will tell.
    private static string? GroupOf(Estate estate, Node schedule) => schedule["groupName"] is { IsAbsent: true } ? "default"
        : schedule["groupName"].Text ?? estate.References.Follow(schedule, "groupName", SchedulerTypes.ScheduleGroup).Target?["name"].Text;
}
