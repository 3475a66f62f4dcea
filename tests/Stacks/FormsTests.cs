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

    public static TheoryData<string> Forms => ["references unknown", "texts unknown", "protocol"];

    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Fixtures", "other-programs"), "*.json").Order(StringComparer.Ordinal))
            {
                foreach (var form in new[] { "references unknown", "texts unknown", "protocol" })
                {
                    samples.Add(Path.GetFileName(file), form);
                }
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheShippedPair_HasNoVerdictThatKnowingLessMakes(string form)
    {
        ResourceGraph[] graphs = [stacks.Dev.Graph, stacks.Dr.Graph];
        AssertKnowsLess(ShippedVerdicts.Of(graphs), ShippedVerdicts.Of(graphs.Select(graph => In(form, graph))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void AnotherProgram_HasNoVerdictThatKnowingLessMakes(string file, string form)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Root, "tests", "Fixtures", "other-programs", file));
        var graph = GraphFile.Read(stream, file);
        AssertKnowsLess(Judge(graph), Judge(In(form, graph)));
    }

    private static CheckReport Judge(ResourceGraph graph) => StackCheck.Run(Estate.Of([graph], AwsNames.Instance), RecoverySettings.None, ShippedVerdicts.AsOf);

    private static void AssertKnowsLess(CheckReport full, CheckReport form)
    {
        var known = full.Violations.Select(violation => (violation.Rule.Id, violation.Urn)).ToHashSet();
        Assert.Empty(form.Violations
            .Where(violation => !known.Contains((violation.Rule.Id, violation.Urn)) && MadeUp != (violation.Rule.Id, violation.Urn.Split("::")[^1])).Select(violation => $"{violation.Rule.Id} {violation.Urn.Split("::")[^1]}: {violation.Message}"));
        Assert.Empty(full.Objectives.Zip(form.Objectives, (one, other) => Differs(one.RpoVerdict, other.RpoVerdict) || Differs(one.RtoVerdict, other.RtoVerdict)
            ? $"{one.Workload} {one.Disruption}: {one.RpoVerdict} {one.RtoVerdict}, knowing less {other.RpoVerdict} {other.RtoVerdict}; {other.Because}" : null).OfType<string>());
        Assert.Equal(full.Objectives.Select(outcome => (outcome.Workload, outcome.Disruption)), form.Objectives.Select(outcome => (outcome.Workload, outcome.Disruption)));
    }

    private static bool Differs(ObjectiveVerdict full, ObjectiveVerdict form) => form != full && form != ObjectiveVerdict.Unknown;

    private static ResourceGraph In(string form, ResourceGraph graph) => form switch
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
