using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Export;
using Grpc.Core;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>Asks the provider for every change of a type.</summary>
internal sealed class Planner(string program, BlockSchema settings) : IDisposable
{
    // Of the provider's own bookkeeping, and of none of a resource's.
    private static readonly string[] Passed = ["id", "tags", "tags_all", "region"];

    // What stays and what changes: first one text for all, then the others.
    private static readonly (int Kind, int Changed)[] Texts =
    [
        .. Enumerable.Range(0, Samples.Kinds).Select(changed => (0, changed)),
        .. Enumerable.Range(0, Samples.Kinds).Select(changed => (Samples.Names, changed)),
        .. Enumerable.Range(2, Samples.Kinds - 2).Select(kind => (kind, kind)),
    ];

    private readonly Dictionary<string, PlannedStep> _created = new(StringComparer.Ordinal);

    private ProviderProcess? _provider;

    public void Dispose() => _provider?.Dispose();

    public async Task<Verdicts> OfAsync(TerraformType type, BlockSchema schema)
    {
        _created.Clear();
        var block = schema with { Attributes = [.. schema.Attributes.Select(attribute => Passed.Contains(attribute.Name) ? attribute with { Settable = false }
            : attribute)] };
        var verdicts = new Verdicts();
        foreach (var (kind, changed) in Texts.TakeWhile(texts => texts is (0, _) || verdicts.Unplanned.Any()))
        {
            foreach (var trial in new Trials(kind, changed).Of(block, type.Shape).Where(trial => IsWorthwhile(trial, verdicts, kind, changed)).ToList())
            {
                var step = await TryAsync(type, block, trial);
                verdicts.Add(trial, step with { Replaces = [.. step.Replaces.Where(path => Counts(block, trial, path))] });
            }
        }

        return verdicts;
    }

    // Words everywhere, versions of the resource itself; other texts where these show nothing.
    private static bool IsWorthwhile(Trial trial, Verdicts verdicts, int kind, int changed) => (kind, changed) switch
    {
        (0, 0) => true,
        (0, Samples.Versions) when trial.Stated && !trial.Place.Contains('.') => true,
        (0, <= Samples.Versions) => !verdicts.Knows(trial.Place),
        _ => !verdicts.Knows(trial.Place) && !trial.Place.Contains('.'),
    };

    // The id is always among them, and what the service alone knows is not known in these states.
    private static bool Counts(BlockSchema block, Trial trial, string path) =>
        path.Split('.')[0] is var root && (root == trial.Attribute || !block.Attributes.Any(attribute => attribute.Name == root && attribute.Computed));

    private async Task<PlannedStep> TryAsync(TerraformType type, BlockSchema block, Trial trial)
    {
        // Defaults are in a state, and not in a configuration.
        var key = $"{type.Name} {trial.Before.ToJsonString()}";
        if (!_created.TryGetValue(key, out var created))
        {
            _created[key] = created = await PlanAsync(type.Name, null, trial.Before, trial.Before);
            if (created.State is { } state)
            {
                Forget(block, state);
                if (state.ContainsKey("id"))
                {
                    state["id"] = "one";
                }
            }
        }

        if (created.State?.DeepClone() is not JsonObject prior)
        {
            return created;
        }

        var proposed = (JsonObject)trial.After.DeepClone();
        Keep(block, prior, proposed);
        return await PlanAsync(type.Name, prior, trial.After, proposed);
    }

    private async Task<PlannedStep> PlanAsync(string type, JsonObject? prior, JsonObject config, JsonObject proposed)
    {
        _provider ??= await ProviderProcess.StartAsync(program, settings);
        try
        {
            return await _provider.PlanAsync(type, prior, config, proposed);
        }
        catch (RpcException exception)
        {
            // It does not survive every value.
            if (exception.StatusCode == StatusCode.Unavailable)
            {
                _provider.Dispose();
                _provider = null;
            }

            return new PlannedStep([], false, null, exception.Status.Detail);
        }
    }

    // What only the service knows is nothing yet.
    private static void Forget(BlockSchema block, JsonObject state)
    {
        foreach (var attribute in block.Attributes.Where(attribute => IsUnknown(state[attribute.Name])))
        {
            state[attribute.Name] = Samples.IsMany(attribute.Type) ? new JsonArray() : null;
        }

        foreach (var nested in block.Blocks)
        {
            if (IsUnknown(state[nested.Name]))
            {
                state[nested.Name] = nested.Single ? null : new JsonArray();
            }

            foreach (var item in state[nested.Name] switch { JsonArray items => items, JsonObject one => [one], _ => Enumerable.Empty<JsonNode?>() })
            {
                Forget(nested.Block, (JsonObject)item!);
            }
        }
    }

    private static bool IsUnknown(JsonNode? value) => value is JsonArray { Count: 2 } pair && pair[0]?.GetValueKind() == JsonValueKind.Number
        && pair[1]?.GetValueKind() == JsonValueKind.String;

    // As Terraform proposes it: what the provider knows stays where the configuration states nothing.
    private static void Keep(BlockSchema block, JsonObject prior, JsonObject proposed)
    {
        foreach (var attribute in block.Attributes.Where(attribute => attribute.Computed && proposed[attribute.Name] is null))
        {
            proposed[attribute.Name] = prior[attribute.Name]?.DeepClone();
        }

        foreach (var nested in block.Blocks)
        {
            switch ((prior[nested.Name], proposed[nested.Name]))
            {
                case (JsonObject before, JsonObject after):
                    Keep(nested.Block, before, after);
                    break;
                case (JsonArray before, JsonArray after):
                    foreach (var (had, has) in before.Zip(after))
                    {
                        Keep(nested.Block, (JsonObject)had!, (JsonObject)has!);
                    }

                    break;
            }
        }
    }
}
