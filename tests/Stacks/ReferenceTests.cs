using System.Text.RegularExpressions;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What of the other stack a stack knows: only what can be computed from account, Region and name.</summary>
[Collection(ShippedStacksGroup.Name)]
public partial class ReferenceTests(ShippedStacks stacks)
{
    /// <summary>Services, and their kinds of resources, whose ARNs are made of account, Region and name.</summary>
    // An agent is stated in the settings.
    private static readonly string[] Computable =
    [
        "backup backup-vault", "cassandra ", "cloudwatch alarm", "datasync agent", "dynamodb table", "eks cluster", "events rule", "glue catalog",
        "glue database", "glue registry", "iam role",
        "logs log-group", "rds cluster", "rds global-cluster", "route53 hostedzone", "s3 bucket", "sns topic", "sqs queue", "ssm parameter",
    ];

    // Gotcha 50: an id with a random part can only be known by reading it, and neither stack reads the other.
    [Fact]
    public void Gotcha50_EveryRandomIdInAnInput_IsOfTheSameStack() => Assert.All(stacks.Both, stack =>
    {
        var own = Outputs(stack.Graph);
        var found = 0;
        foreach (var (resource, path, text) in Inputs(stack.Graph))
        {
            if (path == "healthCheckId"
                && resource.PropertyDependencies[path].Any(urn => urn.Contains("aws:arcregionswitch/plan:Plan::", StringComparison.Ordinal)))
            {
                // One of the plan's own checks, which a function of the provider hands out.
                continue;
            }

            if (IsRecorded(resource))
            {
                // What a replicator copies from is recorded in the settings.
                continue;
            }

            foreach (Match id in RandomId().Matches(text))
            {
                found++;
                Assert.True(own.Any(value => value.Contains(id.Value, StringComparison.Ordinal)), $"{resource.Name}.{path}: {id.Value}");
            }
        }

        Assert.True(found > 50);
    });

    [Fact]
    public void EveryArnThatLeavesAStack_IsComputable() => Assert.All(stacks.Both, stack =>
    {
        var own = Outputs(stack.Graph);
        foreach (var (resource, path, text) in Inputs(stack.Graph))
        {
            foreach (Match arn in Arn().Matches(text))
            {
                var kind = $"{arn.Groups["service"].Value} {Kind(arn)}";
                // What an event pattern has is the beginning of one, and a task of a state machine names what it calls.
                if (!IsRecorded(resource) && !own.Contains(arn.Value) && !arn.Value.AsSpan().ContainsAny('*', '?')
                    && !text[..arn.Index].EndsWith("\"prefix\":\"", StringComparison.Ordinal)
                        && arn.Groups["account"].Value != "aws"
                        && !arn.Value.StartsWith("arn:aws:states:::", StringComparison.Ordinal)
                        && !arn.Value.EndsWith(":root", StringComparison.Ordinal))
                {
                    Assert.True(Computable.Contains(kind), $"{resource.Name}.{path}: {arn.Value} ({kind})");
                }
            }
        }
    });

    [Fact]
    public void PrimaryStack_NamesOfTheStandbysOnlyWhatNeedNotBeThere()
    {
        var own = Outputs(stacks.Dev.Graph);
        var others = stacks.Dr.Graph.Aws().Select(resource => resource.Outputs.Text("arn")).OfType<string>().ToHashSet();

        var kinds = Inputs(stacks.Dev.Graph)
            .Where(input => input.Path is not ("policy" or "assumeRolePolicy") && !IsRecorded(input.Resource))
            .SelectMany(input => Arn().Matches(input.Text).Select(arn => (input.Resource, Arn: arn)))
            .Where(pair => !own.Contains(pair.Arn.Value) && others.Contains(pair.Arn.Value))
            .Select(pair => $"{pair.Resource.Type.Split(':')[^1]} -> {pair.Arn.Groups["service"].Value} {Kind(pair.Arn)}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(PrimaryNamesOfTheStandby, kinds);
    }

    // All of a replicator's random ids that are not its own stack's, and nothing else's, come from the other stack's output.
    [Fact]
    public void WhatARecordedIdentityIs_IsTheOtherStacksOutput() => Assert.All(new[] { (stacks.Dev, stacks.Dr), (stacks.Dr, stacks.Dev) }, pair =>
    {
        var (stack, other) = pair;
        var (own, told) = (Outputs(stack.Graph), other.Graph.Resources[0].Outputs["identities"]!.Texts().Select(text => text.Text).ToHashSet());
        var foreign = Inputs(stack.Graph).Where(input => IsRecorded(input.Resource) && RandomId().IsMatch(input.Text) && !own.Contains(input.Text))
            .Select(input => input.Text).ToHashSet();

        Assert.Equal(4, foreign.Count);
        Assert.Subset(told, foreign);
        Assert.Equal(4, stack.Graph.EmulatedIdentities.Count);
    });

    private static bool IsRecorded(GraphResource resource) => resource.Type == "aws:msk/replicator:Replicator";

    /// <summary>A dashboard shows what comes to be, a plan calls it and a restore test looks for it when it runs: none needs it when it is made.</summary>
    private static readonly string[] PrimaryNamesOfTheStandby =
    [
        "Dashboard -> cloudwatch alarm", "Plan -> cloudwatch alarm", "Plan -> eks cluster", "Plan -> rds cluster",
        "RestoreTestingSelection -> rds cluster",
    ];

    private static string Kind(Match arn)
    {
        var resource = arn.Groups["resource"].Value;
        return arn.Groups["service"].Value switch
        {
            "s3" => "bucket",
            "sns" => "topic",
            "sqs" => "queue",
            _ => resource.Split(':', '/')[0],
        };
    }

    // What the cloud gave: a provider repeats the inputs among the outputs, and those prove nothing.
    private static HashSet<string> Outputs(ResourceGraph graph) =>
    [
        .. graph.Resources.SelectMany(resource => resource.Outputs.Texts()
            .Except(resource.Inputs.Texts())
            .Select(text => text.Text)
            .Append(resource.Id ?? string.Empty)),
    ];

    private static IEnumerable<(GraphResource Resource, string Path, string Text)> Inputs(ResourceGraph graph) => graph.Aws()
        .SelectMany(resource => resource.Inputs.Texts().Select(text => (resource, text.Path, text.Text)));

    [GeneratedRegex("(vpc|subnet|sg|rtb|igw|nat|eipalloc|lt|i)-[0-9a-f]{8,17}|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RandomId();

    [GeneratedRegex("arn:aws:(?<service>[a-z0-9-]+):(?<region>[a-z0-9-]*):(?<account>[0-9]{12}|aws|):(?<resource>[^\\s\"',]+)")]
    private static partial Regex Arn();
}
