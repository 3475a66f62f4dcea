using DrInfra.Policies.Graph;
using DrInfra.Tests.Mutants;
using DrInfra.Tests.Mutants.Exempt;
using Xunit.Abstractions;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// Every kind of resource of the shipped stacks deleted, and every kind of leaf of their inputs and every option weakened, one at a time. A
/// minute of computing: a command of its own. tests/Mutants with <c>--all</c> judges every resource.
/// </summary>
[Trait("Category", "Mutation")]
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "T3")]
public class MutationTests(ShippedStacks stacks, ITestOutputHelper output)
{
    [Fact]
    public void EveryWeakening_IsNoticedOrExemptWithAReason()
    {
        ResourceGraph[] graphs = [stacks.Dev.Graph, stacks.Dr.Graph];

        // The first of a kind stands for all. The witness Region has no like to be compared with, so its resources stand for what only it has.
        var witness = stacks.Dev.Settings.WitnessRegion!;
        bool IsWitness(GraphResource resource) => resource.Name.EndsWith(witness, StringComparison.Ordinal)
            || resource.Name.EndsWith($"{witness}-alias", StringComparison.Ordinal);
        var mutants = GraphMutator.Mutants(graphs, resource => !IsWitness(resource)).Concat(GraphMutator.Mutants(graphs, IsWitness));

        var run = MutantRun.Of(new MutantJudge(graphs, ShippedVerdicts.Settings, ShippedVerdicts.AsOf), mutants);

        output.WriteLine($"{run.Leaves.Count} leaves, {run.Unnoticed.Count} exempt by {Exemptions.All.Count} reviewed places");
        var survivors = run.Survivors.ToLookup(leaf => leaf.Key.Contains(witness, StringComparison.Ordinal));
        Assert.Empty(survivors[false].Select(leaf => $"{leaf.First().Mutant.Place}: {leaf.Key}"));
        var places = survivors[true].Select(leaf => leaf.First().Mutant.Place).Distinct().ToArray();
        Assert.Equal([], places.Where(place => !WitnessExemptions.All.Any(exemption => exemption.Covers(place))));
        Assert.Equal([], WitnessExemptions.All.Select(exemption => exemption.Place).Where(exempt => !places.Any(new Exemption(exempt, "").Covers)));
        Assert.Empty(run.NotNeeded.Select(exemption => $"not needed: {exemption.Place}"));
        Assert.All(Exemptions.All, exemption => Assert.NotEmpty(exemption.Reason));
    }

    // What the shipped pair has only once it is armed: of its plan, and of the canaries that its triggers rest on.
    [Fact]
    public async Task EveryWeakeningOfAnArmedPlan_IsNoticedButItsDescriptions()
    {
        const string Armed = "automaticFailover=armed";
        ResourceGraph[] graphs = [(await ShippedStacks.PreviewAsync("dev", Armed)).Graph, (await ShippedStacks.PreviewAsync("dr", Armed)).Graph];
        var settings = ArmedStacks.With([.. ArmedStacks.WithoutDrills, ArmedStacks.ThirdRegion], []);

        var run = MutantRun.Of(
            new MutantJudge(graphs, settings, ShippedVerdicts.AsOf),
            GraphMutator.Mutants(graphs, resource => resource.Name is "ledger-region-switch-plan" or "ledger-primary-canary-eu-west-3"));

        Assert.Equal(
            ["aws:arcregionswitch/plan:Plan triggers[].description"],
            run.Survivors.Select(leaf => leaf.First().Mutant.Place)
                .Where(place => !WitnessExemptions.All.Any(exemption => exemption.Covers(place))).Distinct());
        Assert.DoesNotContain(run.Survivors, leaf => leaf.Key.Contains("PROBE_HOST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatChangesNothing_IsNotNoticed(bool isFault) => Assert.Null(
        new MutantJudge([stacks.Dev.Graph, stacks.Dr.Graph], ShippedVerdicts.Settings, ShippedVerdicts.AsOf)
            .Notices(new Mutant("aws:s3/bucket:Bucket", "", "", "", "nothing", stacks.Dev.Graph) { IsFault = isFault }));
}
