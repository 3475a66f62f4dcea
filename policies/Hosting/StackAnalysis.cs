using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Grpc;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Hosting;

/// <summary>
/// Judges the whole stack, and the pair where recovery.yaml names the other stack's file. Where recovery.yaml cannot be read, that is all
/// there is to say: without the operator's word, findings would not be those that he is asked to answer for.
/// </summary>
internal sealed class StackAnalysis(AnalyzerSession session)
{
    public async Task<AnalyzeResponse> RunAsync(GrpcRequest request)
    {
        var graph = await ReadAsync(request);
        var setup = session.Setup;
        var response = new AnalyzeResponse();
        if (setup.Obstacle is { } obstacle)
        {
            response.Diagnostics.Add(Diagnostics.Of(obstacle, setup.LevelOf(PackPolicy.Settings)));
            return response;
        }

        var other = Counterpart(setup, graph.Stack, out var problem);
        if (problem is not null && setup.LevelOf(PackPolicy.Settings) is var settingsLevel and not Level.Disabled)
        {
            response.Diagnostics.Add(Diagnostics.Of(problem, settingsLevel));
        }

        var estate = Estate.Of(other is null ? [graph] : [graph, other], AwsNames.Instance);
        var own = estate.Stacks.Single(stack => stack.Graph == graph);
        // The resource rules run too, though the engine has heard their verdicts: waivers for them are in use, and what they cannot
        // judge counts.
        var report = StackCheck.Run(estate, setup.Settings, setup.AsOf, setup.Engine);
        response.Diagnostics.Add(report.Violations.Where(IsNew).Select(Own).OfType<Violation>().Select(Diagnostics.Of));
        UnknownVerdict[] unknown = [.. report.Unknown.Where(verdict => IsOurs(verdict.Stack, verdict.Urn))];
        if (unknown.Length > 0 && setup.LevelOf(PackPolicy.KnownVerdicts) is var unknownLevel and not Level.Disabled)
        {
            response.Diagnostics.Add(Diagnostics.Of(unknown, unknownLevel));
        }

        var halves = report.Objectives.Count(outcome => outcome.NeedsCounterpart);
        if (halves > 0 && setup.LevelOf(PackPolicy.PairIsKnown) is var pairLevel and not Level.Disabled)
        {
            response.Diagnostics.Add(Diagnostics.OfPair(halves, graph.Stack, setup.File, pairLevel));
        }

        NotJudged[] unread = [
            .. report.NotJudged.Where(type => type.IsOpen).Select(type => type with { Urns = [.. type.Urns.Where(urn => own.Find(urn) is not null)] })
                .Where(type => type.Urns.Count > 0)];
        if (unread.Length > 0 && setup.LevelOf(PackPolicy.TypesAreRead) is var unreadLevel and not Level.Disabled)
        {
            response.Diagnostics.Add(Diagnostics.Of(unread, unreadLevel));
        }

        response.NotApplicable.Add(report.Inapplicable
            .Where(rule => rule.Rule is StackRule && rule.Urn.Length == 0 && IsOurs(rule.Stack, ""))
            .Select(rule => new PolicyNotApplicable { PolicyName = rule.Rule.Id, Reason = rule.Reason })
            .Distinct());
        return response;

        bool IsOurs(string stack, string urn) => urn.Length > 0 ? own.Find(urn) is not null : other is null || stack != other.Stack || stack == graph.Stack;

        // What is about the pair is told of this stack too, where it names a resource of the other one.
        Violation? Own(Violation violation) => IsOurs(violation.Stack, violation.Urn) ? violation
            : violation.Rule is StackRule { IsAboutPair: true } ? violation with { Urn = "" }
            : null;

        // A resource that was judged before the stack showed that it is ours was only advised; what is mandatory is said again.
        bool IsNew(Violation violation) => violation.Rule is StackRule
            || (violation.Enforcement == Level.Mandatory && session.WasSoftened(violation));
    }

    // The engine's order differs from run to run; the same stack gets the same reply.
    private async Task<ResourceGraph> ReadAsync(GrpcRequest request)
    {
        var resources = new List<GraphResource>();
        var providers = new Dictionary<string, GraphResource>(StringComparer.Ordinal);
        await foreach (var message in request.ReadItemsAsync(AnalyzerResource.Parser))
        {
            resources.Add(session.Reader.Declared(message, session.InputsOf(message.Urn)));
            if (!providers.ContainsKey(message.Provider?.Urn ?? "") && session.Reader.Provider(message.Provider) is { } provider)
            {
                providers.Add(provider.Urn, provider);
            }
        }

        // A resource whose predecessor waits to be deleted comes twice.
        GraphResource[] distinct = [.. resources.GroupBy(resource => resource.Urn, StringComparer.Ordinal)
            .Select(same => same.Skip(1).Any() ? same.MinBy(resource => resource.Outputs.ToString(), StringComparer.Ordinal)! : same.First())];
        var registered = distinct.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return session.GraphOf([.. distinct.Concat(providers.Values.Where(provider => !registered.Contains(provider.Urn)))
            .OrderBy(resource => resource.Urn, StringComparer.Ordinal)]);
    }

    private static ResourceGraph? Counterpart(PackSetup setup, string stack, out string? problem)
    {
        problem = null;
        if (!setup.Settings.Counterparts.TryGetValue(stack, out var file))
        {
            return null;
        }

        try
        {
            var graph = GraphFile.Read(Path.GetFullPath(file, setup.File.Folder));
            if (graph.Stack != stack)
            {
                return graph;
            }

            problem = $"the counterpart of stack {stack}, {file}, is a file of stack {stack} itself; give the file of the other stack";
        }
        catch (GraphFileException exception)
        {
            problem = exception.Message;
        }

        return null;
    }
}
