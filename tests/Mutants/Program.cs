using System.Diagnostics;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Mutants;

// Shows which weakened graphs a check does not notice, and exits with 1 if there are any:
// `mutants FILE... [--policy FILE] [--type PREFIX...] [--all] [--faults] [--every] [--caught] [--exempt] [--time]`.
var files = args.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
var types = args.SkipWhile(argument => argument != "--type").Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
var graphs = files.Select(file => GraphFile.Read(file)).ToArray();
var policy = args.SkipWhile(argument => argument != "--policy").Skip(1).FirstOrDefault();
var judge = new MutantJudge(graphs, policy is null ? RecoverySettings.None : RecoverySettingsFile.Read(policy), new DateOnly(2026, 11, 24));
foreach (var outcome in judge.Baseline.Objectives)
{
    Console.WriteLine(
        $"{outcome.Workload,-10} {outcome.Disruption,-10} RPO {outcome.Rpo.Figure.Typical,8}/{outcome.Rpo.Figure.Worst,8} {outcome.Objective.Rpo} "
            + $"{outcome.RpoVerdict,-16} RTO {outcome.Rto.Figure.Typical,8}/{outcome.Rto.Figure.Worst,8} {outcome.Objective.Rto} {outcome.RtoVerdict} "
                + $"{outcome.Because}");
}

Console.WriteLine($"baseline: {judge.Baseline.Violations.Count} violations, {judge.Baseline.Unknown.Count} unknown");
foreach (var violation in judge.Baseline.Violations)
{
    Console.WriteLine($"  {violation.Rule.Id}: {violation.Urn.Split("::").Last()}: {violation.Message}");
}

foreach (var unknown in judge.Baseline.Unknown)
{
    Console.WriteLine($"  {unknown.Rule.Id}: {unknown.Urn.Split("::").Last()}: unknown {unknown.Property}");
}

var watch = Stopwatch.StartNew();
var run = MutantRun.Of(
    judge,
    GraphMutator.Mutants(graphs, resource => types.Length == 0 || types.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal)))
        .Where(mutant => !args.Contains("--faults") || mutant.IsFault),
    args.Contains("--all"),
    args.Contains("--every"));
var seconds = watch.Elapsed.TotalSeconds;
foreach (var place in run.Survivors.GroupBy(leaf => leaf.First().Mutant.Place).OrderBy(place => place.Key, StringComparer.Ordinal))
{
    var example = place.First();
    Console.WriteLine(
        $"{place.Key}  x{place.Count()}  e.g. {example.Key.Split("::").Last()}: {string.Join(" | ", example.Select(result => result.Mutant.Change).Take(3))}");
}

var notNeeded = types.Length == 0 && !args.Contains("--faults") ? run.NotNeeded : [];
foreach (var exemption in notNeeded)
{
    Console.WriteLine($"not needed: {exemption.Place}");
}

if (args.Contains("--every"))
{
    // Some are improvements, some the service's default: to be read by eye.
    foreach (var change in run.Leaves.Except(run.Unnoticed).SelectMany(leaf => leaf).Where(result => result.Notice is null)
        .GroupBy(result => $"{result.Mutant.Place}: {result.Mutant.Change}").OrderBy(group => group.Key, StringComparer.Ordinal))
    {
        Console.WriteLine(
            $"one way unnoticed: {change.Key} x{change.Count()}  e.g. "
                + $"{string.Join(", ", change.Select(result => result.Mutant.Leaf.Split("::").Last()).Order(StringComparer.Ordinal).Take(3))}");
    }
}

if (args.Contains("--time"))
{
    foreach (var (rule, milliseconds) in DrInfra.Policies.Checking.RecoveryPolicyPack.Rules.Select(rule =>
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
        {
            DrInfra.Policies.Checking.StackCheck.Run(
                DrInfra.Policies.Graph.Estate.Of(graphs, AwsNames.Instance), RecoverySettings.None, new DateOnly(2026, 11, 24), rules: [rule]);
        }

        return (rule.Id, clock.Elapsed.TotalMilliseconds / 10);
    }).OrderByDescending(pair => pair.Item2).Take(40))
    {
        Console.WriteLine($"{milliseconds,8:0.00} ms {rule}");
    }
}

if (args.Contains("--exempt"))
{
    foreach (var leaf in run.Unnoticed.Except(run.Survivors))
    {
        Console.WriteLine($"exempt {leaf.First().Mutant.Kind}: {leaf.Key.Split("::").Last()}");
    }
}

if (args.Contains("--caught"))
{
    foreach (var (mutant, notice) in run.Judged.Where(result => result.Notice is not null))
    {
        Console.WriteLine($"caught {mutant.Leaf.Split("::").Last()} {mutant.Change}: {notice}");
    }
}

Console.WriteLine(
    $"{run.Judged.Count} mutants of {run.Leaves.Count} leaves, {run.Unnoticed.Count - run.Survivors.Count} exempt, {run.Survivors.Count} leaves survive, "
        + $"{seconds:0.0} s");
return run.Survivors.Count + notNeeded.Count == 0 ? 0 : 1;
