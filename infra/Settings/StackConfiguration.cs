using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>A stack's configuration before it is understood.</summary>
/// <param name="Project">The project's name, the namespace of its own keys.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Values">
/// Values by full key (<c>drinfra:role</c>), as the engine hands them over: scalars as text, arrays and objects as JSON text.
/// </param>
public sealed record StackConfiguration(string Project, string Stack, IReadOnlyDictionary<string, string> Values)
{
    // What differs between the stacks of a pair; everything else is set once, for both.
    private static readonly string[] OfTheStack = ["role", "environment", "sizing", "activation", "failover", IdentityReader.Key];

    /// <summary>The values as their files have them, by full key, where the reader of the files gives them; for the places in messages.</summary>
    public IReadOnlyDictionary<string, YamlValue> Sources { get; init; } = new Dictionary<string, YamlValue>();

    /// <summary>The stack's file; for messages.</summary>
    public string StackFile => $"Pulumi.{Stack}.yaml";

    /// <summary>Whether a key is of the stack alone and not of its pair.</summary>
    public static bool IsOfTheStack(string path) => OfTheStack.Contains(TopLevelKey(path));

    /// <summary>The first step of a path.</summary>
    public static string TopLevelKey(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }

    /// <summary>Whether something stands at the first step of a path.</summary>
    public bool Has(string path) => Sources.ContainsKey($"{Project}:{TopLevelKey(path)}");

    /// <summary>
    /// Where a value stands, else the innermost value on the way to it, else the file that should hold it. Where no file is known, what
    /// holds a value is the stack's file or the project's.
    /// </summary>
    /// <param name="path">Without the project's name, as in <c>workloads[0].tier</c>.</param>
    public Place PlaceOf(string path) => Holder(path) with { Key = $"{Project}:{path}" };

    private Place Holder(string path)
    {
        if (!Sources.TryGetValue($"{Project}:{TopLevelKey(path)}", out var value))
        {
            return Sources.Count == 0 ? $"{StackFile} or Pulumi.yaml" : IsOfTheStack(path) ? StackFile : "Pulumi.yaml";
        }

        foreach (var step in path[TopLevelKey(path).Length..].Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var inner = value switch
            {
                YamlMap map => map[step],
                YamlList list when int.TryParse(step.TrimEnd(']'), CultureInfo.InvariantCulture, out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
            if (inner is null)
            {
                break;
            }

            value = inner;
        }

        return value.Where;
    }
}
