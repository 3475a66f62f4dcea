using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DrInfra.Tests.Stacks.Workflows;

/// <summary>The published rules of GitHub's workflow files, as far as ours use them; what it does not know is a mistake.</summary>
internal sealed partial class WorkflowSyntax
{
    private static readonly string[] TopKeys = ["name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"];
    private static readonly string[] JobKeys =
    [
        "name", "permissions", "needs", "if", "runs-on", "environment", "concurrency", "outputs", "env", "defaults", "steps", "timeout-minutes", "strategy",
        "continue-on-error",
    ];
    private static readonly string[] StepKeys =
    [
        "id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env", "continue-on-error", "timeout-minutes",
    ];
    private static readonly string[] Events = ["push", "pull_request", "workflow_dispatch", "schedule", "workflow_call"];
    private static readonly string[] Scopes =
    [
        "actions", "attestations", "checks", "contents", "deployments", "discussions", "id-token", "issues", "packages", "pages", "pull-requests",
        "security-events", "statuses",
    ];
    private static readonly string[] Contexts = ["github", "env", "vars", "job", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs"];
    private static readonly string[] Functions =
    [
        "success", "always", "cancelled", "failure", "contains", "startsWith", "endsWith", "format", "join", "toJSON", "fromJSON", "hashFiles",
    ];
    private static readonly string[] InputTypes = ["string", "boolean", "choice", "number", "environment"];

    private readonly List<string> _problems = [];
    private readonly HashSet<string> _jobs = [];

    public static IReadOnlyList<string> Problems(string text)
    {
        var syntax = new WorkflowSyntax();
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            return [exception.Message];
        }

        syntax.Workflow(yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : []);
        return syntax._problems;
    }

    private void Workflow(YamlMappingNode root)
    {
        Keys("workflow", root, TopKeys, "on", "jobs");
        Triggers(Child(root, "on"));
        Permissions("workflow", Child(root, "permissions"));
        Concurrency("workflow", Child(root, "concurrency"));
        Values("env", Child(root, "env"));
        var jobs = Map(Child(root, "jobs"));
        foreach (var (id, job) in jobs)
        {
            Check(Identifier().IsMatch(id), $"job {id}: not an identifier");
            Job(id, Map(job), jobs.Select(pair => pair.Key).ToList());
            _jobs.Add(id);
        }

        Check(jobs.Count > 0, "there is no job");
        foreach (var expression in Scalars(root).SelectMany(Expressions))
        {
            Expression(expression);
        }
    }

    private void Triggers(YamlNode? node)
    {
        var names = node switch
        {
            YamlScalarNode one => [one.Value!],
            YamlSequenceNode list => list.Children.Select(Text),
            _ => Map(node).Select(pair => pair.Key),
        };
        foreach (var name in names)
        {
            Check(Events.Contains(name), $"on: {name} is no event");
        }

        foreach (var (name, input) in node is YamlMappingNode events ? Map(Child(Mapping(Child(events, "workflow_dispatch")), "inputs")) : [])
        {
            Keys($"input {name}", Mapping(input), ["description", "required", "type", "default", "options"]);
            Check(InputTypes.Contains(Text(Child(Mapping(input), "type"))), $"input {name}: no such type");
        }
    }

    private void Job(string id, List<(string Key, YamlNode Value)> members, List<string> all)
    {
        var job = new YamlMappingNode(members.Select(member => KeyValuePair.Create((YamlNode)member.Key, member.Value)));
        Keys($"job {id}", job, JobKeys, "runs-on", "steps");
        Permissions($"job {id}", Child(job, "permissions"));
        Concurrency($"job {id}", Child(job, "concurrency"));
        Values($"job {id} env", Child(job, "env"));
        foreach (var needed in Child(job, "needs") is YamlSequenceNode list ? list.Children.Select(Text) : [Text(Child(job, "needs"))])
        {
            Check(needed.Length == 0 || (all.Contains(needed) && needed != id), $"job {id}: needs {needed}, which is no other job");
        }

        Check(Child(job, "timeout-minutes") is null || int.TryParse(Text(Child(job, "timeout-minutes")), out _), $"job {id}: timeout-minutes is no number");
        Check(
            Child(job, "environment") is null or YamlScalarNode || Map(Child(job, "environment")).All(pair => pair.Key is "name" or "url"),
            $"job {id}: environment");
        var ids = new HashSet<string>();
        foreach (var (step, index) in (Child(job, "steps") as YamlSequenceNode ?? []).Select((step, index) => (Mapping(step), index)))
        {
            Step($"job {id}, step {index + 1}", step, ids);
        }
    }

    private void Step(string where, YamlMappingNode step, HashSet<string> ids)
    {
        Keys(where, step, StepKeys);
        Check(Child(step, "uses") is null != Child(step, "run") is null, $"{where}: needs one of uses and run");
        if (Child(step, "uses") is { } uses)
        {
            Check(Pinned().IsMatch(Text(uses)), $"{where}: {Text(uses)} is not pinned to a commit");
            Check(Child(step, "shell") is null && Child(step, "working-directory") is null, $"{where}: shell and working-directory are for run");
            Values($"{where} with", Child(step, "with"));
        }
        else
        {
            Check(Child(step, "with") is null, $"{where}: with is for uses");
            // A text of others that is put into a script is run by it.
            Check(!Text(Child(step, "run")).Contains("${{", StringComparison.Ordinal), $"{where}: an expression in a script; pass it by env");
        }

        foreach (var used in Scalars(step).SelectMany(Expressions).SelectMany(expression => StepReference().Matches(expression))
            .Select(match => match.Groups[1].Value))
        {
            Check(ids.Contains(used), $"{where}: no step {used} before it");
        }

        Values($"{where} env", Child(step, "env"));
        if (Child(step, "id") is { } id)
        {
            Check(Identifier().IsMatch(Text(id)) && ids.Add(Text(id)), $"{where}: id {Text(id)}");
        }
    }

    private void Permissions(string where, YamlNode? node)
    {
        if (node is YamlScalarNode all)
        {
            Check(all.Value is "read-all" or "write-all", $"{where}: permissions {all.Value}");
            return;
        }

        foreach (var (scope, access) in Map(node))
        {
            Check(Scopes.Contains(scope), $"{where}: {scope} is no scope");
            Check(Text(access) is "read" or "none" or "write" && (scope != "id-token" || Text(access) != "read"), $"{where}: {scope}: {Text(access)}");
        }
    }

    private void Concurrency(string where, YamlNode? node)
    {
        if (node is YamlMappingNode map)
        {
            Keys($"{where} concurrency", map, ["group", "cancel-in-progress"], "group");
        }
    }

    private void Expression(string expression)
    {
        Check(expression.Count(character => character == '(') == expression.Count(character => character == ')'), $"brackets: {expression}");
        Check(expression.Count(character => character == '\'') % 2 == 0, $"quotes: {expression}");
        foreach (Match name in Name().Matches(Literal().Replace(expression, "")))
        {
            var called = name.Groups[2].Value == "(";
            Check(
                (called ? Functions : Contexts).Contains(name.Groups[1].Value) || name.Groups[1].Value is "true" or "false" or "null",
                $"{name.Groups[1].Value}: {expression}");
        }
    }

    private void Keys(string where, YamlMappingNode map, string[] allowed, params string[] required)
    {
        var keys = Map(map).Select(pair => pair.Key).ToList();
        foreach (var key in keys.Except(allowed))
        {
            _problems.Add($"{where}: unknown key {key}");
        }

        foreach (var key in required.Except(keys))
        {
            _problems.Add($"{where}: needs {key}");
        }
    }

    private void Values(string where, YamlNode? node) =>
        Check(node is null || Map(node).All(pair => pair.Value is YamlScalarNode), $"{where}: a value is no text");

    private void Check(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }

    internal static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    internal static YamlMappingNode Mapping(YamlNode? node) => node as YamlMappingNode ?? [];

    internal static List<(string Key, YamlNode Value)> Map(YamlNode? node) => [.. Mapping(node).Children.Select(pair => (Text(pair.Key), pair.Value))];

    internal static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    private static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list => list.Children.SelectMany(Scalars),
        YamlMappingNode map => map.Children.SelectMany(pair => Scalars(pair.Value)),
        _ => [],
    };

    private static IEnumerable<string> Expressions(string text) => InExpression().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex InExpression();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<![\w.\-])([A-Za-z_][\w-]*)(?:\.[\w.\-\*]+)?\s*(\(?)")]
    private static partial Regex Name();

    [GeneratedRegex(@"steps\.([\w-]+)\.outputs\.")]
    private static partial Regex StepReference();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();
}
