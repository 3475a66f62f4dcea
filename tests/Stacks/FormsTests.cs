using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Mutants;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// One stack in the forms in which it is judged: exported; before its deployment, with every reference unknown; the same with every text
/// unknown that such a value is a part of; and as the engine's protocol tells it. A form that knows less says unknown: it has no violation
/// that the export does not have, and no other verdict on an objective.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class FormsTests(ShippedStacks stacks)
{
    // The sample's recorded state has a parameter group that its provider made up; before the deployment there is the service's own.
    private static readonly (string Rule, string Name) MadeUp = ("database-forces-tls", "wp-fargate-rds-db-rds");

    private static readonly RecoverySettings Settings = RecoverySettingsFile.Read(
        Path.Combine(Repository.Root, "tests", "Fixtures", "small-stacks", "recovery.yaml"));

    internal static readonly string[] Less = ["references unknown", "texts unknown", "protocol"];

    public static TheoryData<string> Forms => [.. Less];

    public static TheoryData<string> Samples =>
    [
        .. new[] { "other-programs", "small-stacks" }
            .SelectMany(folder =>
                Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Fixtures", folder), "*.json").Select(file => $"{folder}/{Path.GetFileName(file)}"))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheShippedPair_HasNoVerdictThatKnowingLessMakes(string form)
    {
        ResourceGraph[] graphs = [stacks.Dev.Graph, stacks.Dr.Graph];
        Assert.Empty(Differences(ShippedVerdicts.Of(graphs), ShippedVerdicts.Of(graphs.Select(graph => In(form, graph)))));
    }

    [Theory]
    [MemberData(nameof(CopyReasonsTests.Faults), MemberType = typeof(CopyReasonsTests))]
    public void TheShippedPairWithAFault_HasNoVerdictThatKnowingLessMakes(string fault, string rule, string store, string copy, string disruption)
    {
        var broken = new CopyReasonsTests(stacks).Broken(fault);
        var full = ShippedVerdicts.Of(broken, stacks.Dr.Graph);
        foreach (var form in Less)
        {
            var less = ShippedVerdicts.Of(In(form, broken), In(form, stacks.Dr.Graph));
            Assert.Empty(Differences(full, less));
            Assert.True(
                less.Violations.Any(violation => violation.Rule.Id == rule) || less.Unknown.Any(unknown => unknown.Rule.Id == rule),
                $"{form}: {fault} is neither a violation nor unknown: {rule} for the {copy} of {store} after {disruption}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void AnotherProgram_HasNoVerdictThatKnowingLessMakes(string file)
    {
        var graph = GraphFile.Read(Path.Combine(Repository.Root, "tests", "Fixtures", file));
        var full = Judge(graph);
        Assert.NotEmpty(full.Objectives);
        foreach (var form in Less)
        {
            Assert.Empty(Differences(full, Judge(In(form, graph))).Select(difference => $"{form}: {difference}"));
        }
    }

    private static CheckReport Judge(ResourceGraph graph) => StackCheck.Run(Estate.Of([graph], AwsNames.Instance), Settings, ShippedVerdicts.AsOf);

    internal static IEnumerable<string> Differences(CheckReport full, CheckReport form)
    {
        var known = full.Violations.Select(violation => (violation.Rule.Id, violation.Urn)).ToHashSet();
        var violations = form.Violations
            .Where(violation => !known.Contains((violation.Rule.Id, violation.Urn)) && MadeUp != (violation.Rule.Id, violation.Urn.Split("::")[^1]))
            .Select(violation => $"{violation.Rule.Id} {violation.Urn.Split("::")[^1]}: {violation.Message}");
        var verdicts = full.Objectives.Zip(form.Objectives)
            .Where(pair => Differs(pair.First.RpoVerdict, pair.Second.RpoVerdict) || Differs(pair.First.RtoVerdict, pair.Second.RtoVerdict))
            .Select(pair => $"{pair.First.Workload} {pair.First.Disruption}: {pair.First.RpoVerdict} {pair.First.RtoVerdict}, "
                + $"knowing less {pair.Second.RpoVerdict} {pair.Second.RtoVerdict}; {pair.Second.Because}");
        var objectives = full.Objectives.Select(outcome => $"{outcome.Workload} {outcome.Disruption}")
            .Except(form.Objectives.Select(outcome => $"{outcome.Workload} {outcome.Disruption}")).Select(outcome => $"{outcome} has no verdict");
        return violations.Concat(verdicts).Concat(objectives);
    }

    private static bool Differs(ObjectiveVerdict full, ObjectiveVerdict form) => form != full && form != ObjectiveVerdict.Unknown;

    internal static ResourceGraph In(string form, ResourceGraph graph) => form switch
    {
        "references unknown" => FirstPreview.Of(graph),
        "texts unknown" => FirstPreview.Of(graph, within: true),
        _ => graph with { IsPartial = true, Emulated = false, Resources = [.. graph.Resources.Select(AsTheEngineTells)] },
    };

    // Outputs over inputs, no id but the one that an ARN ends with, and no word on what is kept.
    private static GraphResource AsTheEngineTells(GraphResource resource)
    {
        var properties = MapValue.Of(resource.Inputs.Keys.Union(resource.Outputs.Keys, StringComparer.Ordinal)
            .Select(key => new KeyValuePair<string, PropertyValue>(key, resource.Outputs[key] ?? resource.Inputs[key]!)));
        var id = properties["arn"] is TextValue text && Arn.TryParse(text.Value, out var arn) ? arn.Name : null;
        return resource with { Id = id, Outputs = properties, RetainOnDelete = false };
    }
}
