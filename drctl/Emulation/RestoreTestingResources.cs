using System.Collections.Immutable;
using DrInfra.Policies.Aws.Backup;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class RestoreTestingResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(BackupTypes.RestoreTestingPlan, CreatePlan),
        new(BackupTypes.RestoreTestingSelection, CreateSelection),
    ];

    private static EmulatedResource CreatePlan(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        var recoveryPoints = Over(
            Map(("selectionWindowDays", 30), ("excludeVaults", ImmutableArray<object>.Empty)),
            request.Map("recoveryPointSelection"));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("backup", $"restore-testing-plan:{name}-{request.Uuid()}"))
            .Set("recoveryPointSelection", recoveryPoints)
            .Default("scheduleExpressionTimezone", "Etc/UTC")
            .Default("startWindowHours", 24)
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateSelection(EmulationRequest request)
    {
        // The provider takes exactly one of the two (aws_backup_restore_testing_selection, plan time).
        if (request.Inputs.ContainsKey("protectedResourceArns") == request.Inputs.ContainsKey("protectedResourceConditions"))
        {
            throw request.Refuse(
                "protectedResourceArns",
                request.Inputs.GetValueOrDefault("protectedResourceArns"),
                "a selection has exactly one of protectedResourceArns and protectedResourceConditions.");
        }

        var name = request.PhysicalName(prefixProperty: null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Default("restoreMetadataOverrides", EmptyMap)
            .Default("validationWindowHours", 0)
            .EmptyLists("protectedResourceArns")
            .WithId(request.Text("restoreTestingPlanName") is { } plan ? $"{name}:{plan}" : null);
    }
}
