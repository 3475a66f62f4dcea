using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Drctl.Emulation;

/// <summary>State machines, the schedules that start them, and what EMR keeps for the clusters that they make.</summary>
internal static class JobResources
{
    // An invented cloud has no clock.
    private const string Created = "2000-01-01T00:00:00Z";

    private const string DefaultGroup = "default";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(StepFunctionsTypes.StateMachine, CreateMachine),
        new(SchedulerTypes.ScheduleGroup, CreateGroup),
        new(SchedulerTypes.Schedule, CreateSchedule),
        new(EmrTypes.SecurityConfiguration, CreateSecurity),
    ];

    private static EmulatedResource CreateMachine(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var arn = request.Arn("states", $"stateMachine:{name}");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("creationDate", Created)
            .Set("status", "ACTIVE")
            .Set("revisionId", request.Uuid())
            .Default("type", "STANDARD")
            .Off("publish")
            .EmptyTexts("description", "stateMachineVersionArn", "versionDescription")
            .Tagged()
            .WithId(arn);
    }

    private static EmulatedResource CreateGroup(EmulationRequest request)
    {
        var name = request.PhysicalName();
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("scheduler", $"schedule-group/{name}"))
            .Set("creationDate", Created)
            .Set("lastModificationDate", Created)
            .Set("state", "ACTIVE")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateSchedule(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var group = request.Text("groupName") ?? DefaultGroup;
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("groupName", group)
            .Set("arn", request.Arn("scheduler", $"schedule/{group}/{name}"))
            .Default("actionAfterCompletion", "NONE")
            .Default("scheduleExpressionTimezone", "UTC")
            .Default("state", "ENABLED")
            .WithId($"{group}/{name}");
    }

    private static EmulatedResource CreateSecurity(EmulationRequest request)
    {
        var name = request.PhysicalName();
        return EmulatedOutputs.InRegion(request).Set("name", name).Set("creationDate", Created).WithId(name);
    }
}
