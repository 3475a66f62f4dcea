using System.Collections.Concurrent;
using DrInfra.Tests.Mutants;
using DrInfra.Tests.Mutants.Exempt;
using Xunit.Abstractions;

namespace DrInfra.Tests.Stacks;

/// <summary>Every resource of the shipped stacks deleted, and every leaf of their inputs and every option weakened, one at a time.</summary>
[Collection(ShippedStacksGroup.Name)]
public class MutationTests(ShippedStacks stacks, ITestOutputHelper output)
{
    [Fact]
    public void EveryWeakening_IsNoticedOrExemptWithAReason()
    {
        var judge = new MutantJudge([stacks.Dev.Graph, stacks.Dr.Graph], ShippedVerdicts.Settings, ShippedVerdicts.AsOf);
        var noticed = new ConcurrentDictionary<string, bool>();
        var places = new ConcurrentDictionary<string, string>();
        Parallel.ForEach(stacks.Both.SelectMany(stack => GraphMutator.Mutants(stack.Graph, _ => true)), mutant =>
        {
            places[mutant.Leaf] = mutant.Place;

            // Of one leaf, one noticed weakening is enough: the others may be improvements, or the service's default.
            if (!noticed.GetValueOrDefault(mutant.Leaf))
            {
                var notices = judge.Notices(mutant) is not null;
                noticed.AddOrUpdate(mutant.Leaf, notices, (_, before) => before || notices);
            }
        });

        var unnoticed = noticed.Where(leaf => !leaf.Value).Select(leaf => (Leaf: leaf.Key, Place: places[leaf.Key])).ToArray();
        output.WriteLine($"{places.Count} leaves, {unnoticed.Length} exempt by {Exemptions.All.Count} reviewed places");
        Assert.Empty(
            unnoticed.Where(leaf => !Exemptions.All.Any(exemption => exemption.Covers(leaf.Place))).Select(leaf => $"{leaf.Place}: {leaf.Leaf}")
                .Order(StringComparer.Ordinal));
        Assert.Empty(
            Exemptions.All.Where(exemption => !unnoticed.Any(leaf => exemption.Covers(leaf.Place))).Select(exemption => $"not needed: {exemption.Place}"));
        Assert.All(Exemptions.All, exemption => Assert.NotEmpty(exemption.Reason));
    }
}
