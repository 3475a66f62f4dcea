using System.Collections.Concurrent;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Mutants;
using DrInfra.Tests.Mutants.Exempt;
using Xunit.Abstractions;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Every service that is read, in a program of two Regions: sound ones, shams, first previews, and each with something taken away.</summary>
public class ServiceStacksTests(ITestOutputHelper output)
{
    private static readonly string[] Areas = ["Caches", "Containers", "Data", "Search", "Streams", "Traffic", "Warehouses"];

    private static readonly string[] Databases =
    [
        "table-has-point-in-time-recovery", "data-uses-a-customer-managed-key", "keyspace-spans-regions", "global-database-spans-regions",
        "global-document-or-graph-members-agree", "multi-az-cluster-is-complete", "store-has-copy-in-another-region",
    ];

    public static TheoryData<string> Names => [.. All.Keys];

    private static readonly Dictionary<string, ServiceStack> All = ServiceStacks.All.ToDictionary(stack => stack.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void SoundStack_BreaksNoRuleOfItsServiceAndSurvivesTheLossOfItsRegion(string name)
    {
        var report = Check(All[name].Sound.Build());

        Assert.Equal("", string.Join('\n', report.Violations.Where(IsOfServices).Select(Line)));
        Assert.Equal(
            "",
            string.Join(
                '\n', report.Unknown.Where(unknown => IsOfServices(unknown.Rule)).Select(unknown => $"{unknown.Rule.Id} {unknown.Urn} {unknown.Property}")));
        Assert.Equal(
            "",
            string.Join(
                '\n',
                report.Objectives.Where(outcome =>
                    outcome.Disruption is Disruption.Instance or Disruption.Zone or Disruption.Region && outcome.Verdict == ObjectiveVerdict.Breached)
                    .Select(outcome => $"{outcome.Disruption}: {outcome.Because}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sham_BreaksTheRulesThatItMocks(string name)
    {
        var broken = Check(All[name].Sham.Build()).Violations.Select(violation => violation.Rule.Id).ToHashSet();

        Assert.Subset(broken, All[name].Broken.ToHashSet());
    }

    [Theory]
    [InlineData(14.0, false)]
    [InlineData(null, true)]
    public void CopiedWarehouseSnapshots_SurviveCorruptionAsFarAsTheirRetentionIsKnown(double? days, bool unknown)
    {
        var graph = All["Redshift"].Sound.Build();
        var told = graph with
        {
            Resources = [.. graph.Resources.Select(resource => resource.Type != "aws:redshift/snapshotCopy:SnapshotCopy" ? resource : resource with
            {
                Inputs = MapValue.Of([.. resource.Inputs.Where(input => input.Key != "retentionPeriod"),
                    new("retentionPeriod", days is { } kept ? PropertyValue.Of(kept) : UnknownValue.Unknown)]),
                Outputs = MapValue.Empty,
            })],
        };

        var copied = Check(told).Assessments.SelectMany(assessment => assessment.Stores).SelectMany(store => store.Copies)
            .Single(copy => copy.Kind == "copied snapshot");

        Assert.Equal(unknown, copied.Uses[Disruption.Corruption].Staleness.Figure.IsUnknown);
        Assert.False(copied.Uses[Disruption.Region].Staleness.Figure.IsUnknown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FirstPreview_HasTheVerdictsOfTheDeployedStack(string name)
    {
        foreach (var graph in new[] { All[name].Sound.Build(), All[name].Sham.Build() })
        {
            var (deployed, preview) = (Check(graph), Check(FirstPreview.Of(graph, within: true)));

            Assert.Equal(
                string.Join('\n', deployed.Violations.Where(IsOfServices).Select(Line)),
                string.Join('\n', preview.Violations.Where(IsOfServices).Select(Line)));
            Assert.Equal(
                "",
                string.Join(
                    '\n',
                    preview.Unknown.Where(unknown => IsOfServices(unknown.Rule)).Select(unknown => $"{unknown.Rule.Id} {unknown.Urn} {unknown.Property}")));
            Assert.Equal(string.Join('\n', deployed.Objectives.Select(Figures)), string.Join('\n', preview.Objectives.Select(Figures)));
        }
    }

    [Fact]
    public void EveryWeakening_IsNoticedOrExemptWithAReason()
    {
        var noticed = new ConcurrentDictionary<string, bool>();
        var places = new ConcurrentDictionary<string, string>();
        Parallel.ForEach(All.Values, stack =>
        {
            var graph = stack.Sound.Build();
            var judge = new MutantJudge([graph], ServiceAssumptions.All, TestGraph.Today);
            foreach (var mutant in GraphMutator.Mutants([graph], resource => !IsBeside(resource.Type)))
            {
                var leaf = $"{stack.Name} {mutant.Leaf}";
                places[leaf] = mutant.Place;
                if (!noticed.GetValueOrDefault(leaf))
                {
                    noticed[leaf] = judge.Notices(mutant) is not null;
                }
            }
        });

        var unnoticed = noticed.Where(leaf => !leaf.Value).Select(leaf => (Leaf: leaf.Key, Place: places[leaf.Key])).ToArray();
        output.WriteLine($"{places.Count} leaves of {All.Count} services, {unnoticed.Length} exempt by {ServiceExemptions.All.Count} reviewed places");
        string[] survivors =
        [
            .. unnoticed.Where(leaf => !Exemptions.All.Concat(ServiceExemptions.All).Any(exemption => exemption.Covers(leaf.Place)))
                .Select(leaf => $"{leaf.Place}: {leaf.Leaf}").Order(StringComparer.Ordinal),
        ];
        foreach (var survivor in survivors)
        {
            output.WriteLine(survivor);
        }

        Assert.Empty(survivors);
        Assert.All(ServiceExemptions.All, exemption => Assert.NotEmpty(exemption.Reason));
    }

    // What the services need around them is weakened with the shipped stacks.
    private static bool IsBeside(string type) => type.StartsWith("aws:ec2/", StringComparison.Ordinal) || type.StartsWith("aws:kms/", StringComparison.Ordinal)
        || type.StartsWith("aws:ssm/", StringComparison.Ordinal) || type.StartsWith("aws:lb/", StringComparison.Ordinal)
        || type.StartsWith("aws:cloudwatch/", StringComparison.Ordinal);

    private static CheckReport Check(ResourceGraph graph) => StackCheck.Run(Estate.Of([graph], AwsNames.Instance), ServiceAssumptions.All, TestGraph.Today);

    private static bool IsOfServices(Violation violation) => IsOfServices(violation.Rule);

    private static bool IsOfServices(Rule rule) => Areas.Contains(rule.GetType().Namespace!.Split('.')[^1]) || Databases.Contains(rule.Id);

    private static string Line(Violation violation) => $"{violation.Rule.Id} {violation.Urn.Split("::")[^1]}: {violation.Message}";

    private static string Figures(Outcome outcome) => $"{outcome.Workload} {outcome.Disruption} {outcome.Verdict} {outcome.Rpo.Figure} {outcome.Rto.Figure}";
}
