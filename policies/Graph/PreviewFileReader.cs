using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Collects what a preview's file says, member by member.</summary>
internal sealed class PreviewFileReader
{
    private const string Same = "same";

    private readonly List<RawStep> _steps = [];
    private readonly Dictionary<string, double> _summary = new(StringComparer.Ordinal);
    private MapValue _config = MapValue.Empty;
    private string? _error;

    /// <summary>Whether the file has a list of steps, so that it is a preview.</summary>
    public bool HasSteps { get; private set; }

    /// <summary>Reads the member on whose value the cursor stands; false where it is none of a preview.</summary>
    public bool Take(ref StateJson json, string name)
    {
        switch (name)
        {
            case "steps" when json.Token != JsonTokenType.Null:
                HasSteps = true;
                ReadSteps(ref json);
                return true;
            case "changeSummary" when json.Token == JsonTokenType.StartObject:
                while (json.NextName() is { } operation)
                {
                    _summary[operation] = json.Number($"changeSummary.{operation}") ?? 0;
                }

                return true;
            case "config" when json.Token == JsonTokenType.StartObject:
                _config = json.Properties(name);
                return true;
            case "diagnostics" when json.Token == JsonTokenType.StartArray:
                ReadDiagnostics(ref json);
                return true;
            default:
                return false;
        }
    }

    /// <exception cref="GraphFileException">The preview is not whole.</exception>
    public StackFile Finish(ref StateJson json)
    {
        if (_error is not null)
        {
            throw json.Fault("The preview failed, so it is incomplete", StateJson.Quote(_error), "Fix the reported error, and preview again.");
        }

        var preview = new PreviewBuilder(_steps, _config).Build();
        if (_steps.Count == 0)
        {
            throw json.Fault("The preview has no step, so its stack is unknown", null, CureFor("STACK", reads: false));
        }

        var stack = preview.After.Stack.Length > 0 ? preview.After.Stack : preview.Before.Stack;
        var listed = _steps.Count(step => step.Operation == Same);
        // The stack itself is listed in any case.
        if (listed <= 1 && _summary.TryGetValue(Same, out var same) && same > 1)
        {
            throw json.Fault("The preview omits unchanged resources, so it is not the whole stack",
                FormattableString.Invariant($"{listed} of {same} unchanged resources"), CureFor(stack, HidesReads()));
        }

        if (PreviewBuilder.Missing(preview) is { } missing)
        {
            throw json.Fault("The preview omits resources that others refer to, so it is not the whole stack",
                $"{missing.User.Name} refers to {missing.Urn}", CureFor(stack, HidesReads()));
        }

        return new StackFile(preview.After, preview);
    }

    private bool HidesReads() => _summary.GetValueOrDefault("read") > _steps.Count(step => step.Operation == "read");

    private static string CureFor(string stack, bool reads) =>
        $"Create a complete one: `pulumi preview --json --show-sames{(reads ? " --show-reads" : "")} --stack {stack} > {stack}.json`.";

    private void ReadSteps(ref StateJson json)
    {
        json.Expect(JsonTokenType.StartArray, "`steps` must be a list");
        while (json.NextItem())
        {
            var where = $"step {_steps.Count + 1}";
            json.Where = where;
            json.Expect(JsonTokenType.StartObject, "A step must be an object");
            _steps.Add(ReadStep(ref json, where));
        }

        json.Where = "the file";
    }

    private static RawStep ReadStep(ref StateJson json, string where)
    {
        var step = new RawStep();
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "op":
                    step = step with { Operation = json.RequiredText(name) };
                    break;
                case "urn":
                    step = step with { Urn = json.RequiredText(name) };
                    break;
                case "oldState" when json.Token != JsonTokenType.Null:
                    step = step with { Old = ResourceStateReader.Read(ref json, where) };
                    break;
                case "newState" when json.Token != JsonTokenType.Null:
                    step = step with { New = ResourceStateReader.Read(ref json, where) };
                    break;
                case "diffReasons":
                    step = step with { Differences = json.Texts(name) };
                    break;
                case "replaceReasons":
                    step = step with { ReplaceReasons = json.Texts(name) };
                    break;
                case "detailedDiff" when json.Token == JsonTokenType.StartObject:
                    step = step with { Detailed = ReadDetailedDiff(ref json) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return step.Operation.Length > 0 && step.Urn.Length > 0
            ? step
            : throw json.Fault("A step must have `op` and `urn`", null, StateJson.ExportCure);
    }

    private static List<RawDifference> ReadDetailedDiff(ref StateJson json)
    {
        var differences = new List<RawDifference>();
        while (json.NextName() is { } path)
        {
            var difference = new RawDifference(path, "", IsOfInputs: true);
            json.Expect(JsonTokenType.StartObject, "An entry of `detailedDiff` must be an object");
            while (json.NextName() is { } name)
            {
                switch (name)
                {
                    case "kind":
                        difference = difference with { Kind = json.RequiredText(name) };
                        break;
                    case "inputDiff" when json.Token is JsonTokenType.True or JsonTokenType.False:
                        difference = difference with { IsOfInputs = json.Token == JsonTokenType.True };
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            differences.Add(difference);
        }

        return differences;
    }

    private void ReadDiagnostics(ref StateJson json)
    {
        while (json.NextItem())
        {
            json.Expect(JsonTokenType.StartObject, "A diagnostic must be an object");
            string? severity = null, message = null;
            while (json.NextName() is { } name)
            {
                switch (name)
                {
                    case "severity":
                        severity = json.Text(name);
                        break;
                    case "message":
                        message = json.Text(name);
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            if (severity == "error")
            {
                _error ??= message?.Trim().ReplaceLineEndings(" ") ?? "no message";
            }
        }
    }
}

/// <summary>A step as the file says it.</summary>
internal sealed record RawStep
{
    public string Operation { get; init; } = "";

    public string Urn { get; init; } = "";

    public ResourceState? Old { get; init; }

    public ResourceState? New { get; init; }

    public IReadOnlyList<string> Differences { get; init; } = [];

    public IReadOnlyList<string> ReplaceReasons { get; init; } = [];

    public IReadOnlyList<RawDifference> Detailed { get; init; } = [];
}

/// <summary>An entry of a step's <c>detailedDiff</c>.</summary>
/// <param name="Kind"><c>add</c>, <c>delete</c> or <c>update</c>, with <c>-replace</c> behind it where that makes a new resource.</param>
/// <param name="IsOfInputs">Whether the program's inputs differ from those before; else what is there differs from them.</param>
internal sealed record RawDifference(string Path, string Kind, bool IsOfInputs);
