using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DrInfra.Tests.Infra.Pipelines;

/// <summary>A task of a state machine that failed, or a state that says so.</summary>
internal sealed class StateFailedException(string error) : Exception(error);

/// <summary>
/// Runs a definition of the Amazon States Language as the service does, as far as the program uses the language: paths, choices, catches, retries
/// and one branch. What it does not know is an error.
/// </summary>
/// <param name="task">Answers a task: its resource, and its parameters.</param>
internal sealed partial class MachineRun(Func<string, JsonNode, JsonNode> task)
{
    private readonly List<string> _passed = [];

    /// <summary>The names of the states that were entered, in order.</summary>
    public IReadOnlyList<string> Passed => _passed;

    /// <summary>Seconds that it waited on purpose.</summary>
    public int Waited { get; private set; }

    /// <exception cref="StateFailedException">The run failed.</exception>
    public void Run(string definition, string input)
    {
        var machine = JsonNode.Parse(definition)!;
        Follow(machine, JsonNode.Parse(input)!);
    }

    private void Follow(JsonNode machine, JsonNode data)
    {
        var name = machine["StartAt"]!.GetValue<string>();
        while (true)
        {
            _passed.Add(name);
            var state = machine["States"]![name]!;
            var kind = state["Type"]!.GetValue<string>();
            switch (kind)
            {
                case "Succeed":
                    return;
                case "Fail":
                    throw new StateFailedException(state["Error"]!.GetValue<string>());
                case "Wait":
                    Waited += state["Seconds"]!.GetValue<int>();
                    break;
                case "Choice":
                    name = Chosen(state, data);
                    continue;
                case "Task":
                    if (Caught(state, data, () => Put(
                        data, state["ResultPath"]!, task(state["Resource"]!.GetValue<string>(), Resolved(state["Parameters"]!, data)))) is { } handler)
                    {
                        name = handler;
                        continue;
                    }

                    break;
                case "Parallel":
                    if (Caught(state, data, () => Follow(Assert.Single(state["Branches"]!.AsArray())!, data.DeepClone())) is { } other)
                    {
                        name = other;
                        continue;
                    }

                    break;
                default:
                    throw new InvalidOperationException($"{name} is a {kind}");
            }

            if (state["End"]?.GetValue<bool>() == true)
            {
                return;
            }

            name = state["Next"]!.GetValue<string>();
        }
    }

    // Again as often as it says, then the state that catches it.
    private static string? Caught(JsonNode state, JsonNode data, Action act)
    {
        var left = state["Retry"] is JsonArray retries ? Assert.Single(retries)!["MaxAttempts"]!.GetValue<int>() : 0;
        while (true)
        {
            try
            {
                act();
                return null;
            }
            catch (StateFailedException) when (left > 0)
            {
                left--;
            }
            catch (StateFailedException failed) when (state["Catch"] is JsonArray catches)
            {
                var caught = Assert.Single(catches)!;
                Put(data, caught["ResultPath"]!, new JsonObject { ["Error"] = failed.Message });
                return caught["Next"]!.GetValue<string>();
            }
        }
    }

    private static void Put(JsonNode data, JsonNode path, JsonNode value) => data[path.GetValue<string>()[2..]] = value.DeepClone();

    private static string Chosen(JsonNode state, JsonNode data)
    {
        var rule = state["Choices"]!.AsArray().FirstOrDefault(choice => Holds(choice!, data));
        return (rule?["Next"] ?? state["Default"]!).GetValue<string>();
    }

    private static bool Holds(JsonNode rule, JsonNode data)
    {
        if (rule["And"] is JsonArray all)
        {
            return all.All(part => Holds(part!, data));
        }

        if (rule["Or"] is JsonArray some)
        {
            return some.Any(part => Holds(part!, data));
        }

        if (rule["Not"] is { } not)
        {
            return !Holds(not, data);
        }

        var variable = rule["Variable"]!.GetValue<string>();
        return rule["IsPresent"] is { } present ? present.GetValue<bool>() == At(data, variable) is not null
            : Of(data, variable) == (rule["StringEquals"]?.GetValue<string>() ?? Of(data, rule["StringEqualsPath"]!.GetValue<string>()));
    }

    private static JsonNode Resolved(JsonNode node, JsonNode data) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => member.Key.EndsWith(".$", StringComparison.Ordinal)
            ? KeyValuePair.Create<string, JsonNode?>(member.Key[..^2], Value(member.Value!.GetValue<string>(), data))
            : KeyValuePair.Create<string, JsonNode?>(member.Key, Resolved(member.Value!, data)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolved(item!, data))]),
        _ => node.DeepClone(),
    };

    private static JsonNode Value(string expression, JsonNode data)
    {
        if (expression == "$$.StateMachine.Id")
        {
            return "arn:the-machine";
        }

        if (expression[0] == '\'')
        {
            return expression[1..^1];
        }

        if (expression[0] == '$')
        {
            return At(data, expression)?.DeepClone() ?? throw new InvalidOperationException($"there is no {expression}: the service ends the run");
        }

        var call = Call().Match(expression);
        JsonNode[] arguments = [.. Argument().Matches(call.Groups["arguments"].Value).Select(argument => Value(argument.Value, data))];
        return call.Groups["name"].Value switch
        {
            "Array" => new JsonArray(arguments),
            "Format" => Formatted(arguments),
            _ => throw new InvalidOperationException($"{expression} calls something else"),
        };
    }

    private static string Formatted(JsonNode[] arguments)
    {
        var next = 1;
        return Place().Replace(arguments[0].GetValue<string>(), _ => arguments[next++].GetValue<string>());
    }

    private static string Of(JsonNode data, string path) => At(data, path)?.GetValue<string>()
        ?? throw new InvalidOperationException($"there is no {path} to compare: the service ends the run");

    private static JsonNode? At(JsonNode? data, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            data = step.Groups["index"].Success
                ? data is JsonArray items && int.Parse(step.Groups["index"].Value) is var index && index < items.Count ? items[index] : null
                : data?[step.Groups["member"].Value];
        }

        return data;
    }

    [GeneratedRegex(@"^States\.(?<name>\w+)\((?<arguments>.*)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex(@"'[^']*'|\$[\w.$]+|States\.\w+\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();

    [GeneratedRegex(@"\{\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\.(?<member>\w+)|\[(?<index>\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
